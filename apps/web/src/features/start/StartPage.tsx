import { createSamplePlan } from '@yingce/contracts/plan/plan'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { currentLocale } from '../../i18n.ts'
import { paths } from '../../paths.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

/** First choice after set-up: bring my workbook, start from a template, look at the sample. */
export function StartPage() {
  const { t } = useTranslation('start')
  const navigate = useNavigate()
  const sample = useMutation({
    mutationFn: () => call(createSamplePlan, { body: { locale: currentLocale() } }),
    onSuccess: (plan) => navigate({ to: '/plans/$planId/board', params: { planId: plan.id } }),
  })
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="page-lead">{t('lead')}</p>
      <div className="choices">
        <Link to={paths.newImport} className="choice choice-main">
          <strong>{t('import.title')}</strong>
          <span>{t('import.text')}</span>
        </Link>
        <Link to={paths.templates} className="choice">
          <strong>{t('template.title')}</strong>
          <span>{t('template.text')}</span>
        </Link>
        <button type="button" className="choice" onClick={() => sample.mutate()} disabled={sample.isPending}>
          <strong>{sample.isPending ? t('sample.pending') : t('sample.title')}</strong>
          <span>{t('sample.text')}</span>
        </button>
      </div>
      {sample.isError && <ProblemNote error={sample.error} />}
    </div>
  )
}
