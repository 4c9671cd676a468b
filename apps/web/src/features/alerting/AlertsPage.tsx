import { useTranslation } from 'react-i18next'
import { AlertList } from './AlertList.tsx'
import './alerting.css'

/** 预警: what was found over all plans, and how far each is. */
export function AlertsPage() {
  const { t } = useTranslation('alert')
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="page-lead">{t('lead')}</p>
      <AlertList />
    </div>
  )
}
