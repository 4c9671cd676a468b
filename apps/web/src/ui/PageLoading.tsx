import { useTranslation } from 'react-i18next'

/** Skeleton in place of a page whose code or data is on its way. */
export function PageLoading() {
  const { t } = useTranslation('shell')
  return (
    <div className="page" role="status" aria-label={t('loading')}>
      <div className="skeleton skeleton-title" />
      <div className="skeleton-row">
        <div className="skeleton skeleton-card" />
        <div className="skeleton skeleton-card" />
        <div className="skeleton skeleton-card" />
        <div className="skeleton skeleton-card" />
      </div>
      <div className="skeleton skeleton-block" />
    </div>
  )
}
