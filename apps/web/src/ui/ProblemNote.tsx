import { useTranslation } from 'react-i18next'
import { problemText } from './problem-text.ts'

/** An error beside the thing that failed (a form, a card). */
export function ProblemNote({ error }: { error: unknown }) {
  const { t, i18n } = useTranslation('shell')
  const { title, advice, requestId } = problemText(error)
  return (
    <div className="problem-note" role="alert">
      <strong>{title}</strong>
      {i18n.language === 'en' ? ' ' : ''}
      {advice}
      {requestId !== null && <small className="request-id">{t('requestId', { requestId })}</small>}
    </div>
  )
}
