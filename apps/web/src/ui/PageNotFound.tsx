import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../paths.ts'

/** Nothing at this address, or nothing that this person may see: the two are told apart for nobody. */
export function PageNotFound() {
  const { t } = useTranslation('shell')
  return (
    <div className="page page-state">
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <Link to={paths.plans}>{t('notFound.back')}</Link>
    </div>
  )
}
