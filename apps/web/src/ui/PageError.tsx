import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isNowhere } from '../api/errors.ts'
import { PageNotFound } from './PageNotFound.tsx'
import { problemText } from './problem-text.ts'

/** A page that could not be shown: what, what to do, and the request id small. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  if (isNowhere(error)) return <PageNotFound />
  const { title, advice, requestId } = problemText(error)
  return (
    <div className="page page-state" role="alert">
      <h1>{title}</h1>
      <p>{advice}</p>
      <Button onClick={reset}>{t('retry')}</Button>
      {requestId !== null && <small className="request-id">{t('requestId', { requestId })}</small>}
    </div>
  )
}
