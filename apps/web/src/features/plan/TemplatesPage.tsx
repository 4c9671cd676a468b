import { listTemplates } from '@yingce/contracts/plan/plan'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useAbility } from '../../api/use-session.ts'
import { currentLocale } from '../../i18n.ts'
import { paths } from '../../paths.ts'
import { PageLoading } from '../../ui/PageLoading.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

/** What each template brings; choosing one leads to the form for name and dates. */
export function TemplatesPage() {
  const { t } = useTranslation('plan')
  const canCreate = useAbility('plan.create')
  const locale = currentLocale()
  const query = useQuery({
    queryKey: ['templates', locale],
    queryFn: ({ signal }) => call(listTemplates, { query: { locale }, signal }),
    staleTime: Infinity,
  })
  if (query.isPending) return <PageLoading />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('templates.title')}</h1>
      </div>
      <p className="page-lead">{t('templates.lead')}</p>
      {query.isError && <ProblemNote error={query.error} />}
      <div className="cards">
        {query.data?.items.map((template) => (
          <article key={template.id} className="card template-card">
            <div className="card-head">
              <h2>{template.name}</h2>
            </div>
            <p>{template.summary}</p>
            <p className="figure-note">
              {t('templates.size', { tasks: template.taskCount, days: template.durationDays })}
            </p>
            <p className="figure-note">{template.phases.join(' → ')}</p>
            <ul className="template-kpis">
              {template.kpis.map((kpi) => (
                <li key={kpi} className="tag">
                  {kpi}
                </li>
              ))}
            </ul>
            {canCreate && (
              <Link to={paths.newPlan} search={{ template: template.id }}>
                {t('templates.use')}
                <span className="visually-hidden">: {template.name}</span>
              </Link>
            )}
          </article>
        ))}
        {canCreate && (
          <article className="card template-card">
            <div className="card-head">
              <h2>{t('templates.blank')}</h2>
            </div>
            <p>{t('templates.blankText')}</p>
            <Link to={paths.newPlan}>{t('templates.useBlank')}</Link>
          </article>
        )}
      </div>
    </div>
  )
}
