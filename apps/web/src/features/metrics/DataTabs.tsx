import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { useTabInView } from '../../ui/use-tab-in-view.ts'
import './data.css'

const TABS = [
  { to: paths.data, key: 'imports' },
  { to: paths.dataFacts, key: 'facts' },
  { to: paths.dataSources, key: 'sources' },
  { to: paths.dataAssignment, key: 'assignment' },
  { to: paths.dataCalibration, key: 'calibration' },
  { to: paths.dataForms, key: 'forms' },
  { to: paths.metrics, key: 'definitions' },
  { to: paths.imports, key: 'workbooks' },
] as const

/** The pages about data that comes in, side by side. */
export function DataNav() {
  const { t } = useTranslation('data')
  const tabs = useTabInView()
  return (
    <nav ref={tabs} className="plan-tabs data-tabs" aria-label={t('tabs.label')}>
      {TABS.map(({ to, key }) => (
        <Link
          key={key}
          to={to}
          className="plan-tab"
          activeOptions={{ exact: true }}
          activeProps={{ className: 'plan-tab on', 'aria-current': 'page' }}
        >
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  )
}

/** Head of the pages about metrics. */
export function DataTabs() {
  const { t } = useTranslation('data')
  return (
    <>
      <div className="page-head data-head">
        <h1>{t('title')}</h1>
      </div>
      <DataNav />
    </>
  )
}
