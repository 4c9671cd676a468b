import { type FillForm, listFillForms, revokeFillForm } from '@yingce/contracts/metrics/fill-form'
import { isOwnMetric } from '@yingce/domain/metrics/own-metric'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useAbility } from '../../../api/use-session.ts'
import { currentLocale } from '../../../i18n.ts'
import { formatMoment, MISSING } from '../../../ui/format.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { DataTabs } from '../DataTabs.tsx'
import { FillFormDialog } from './FillFormDialog.tsx'
import { metricName } from '../metric-name.ts'

function FormRow({ form }: { form: FillForm }) {
  const { t } = useTranslation('data')
  const client = useQueryClient()
  const nameOf = (metric: FillForm['metrics'][number]) => {
    if (!isOwnMetric(metric)) return metricName(metric)
    const own = form.ownMetrics.find((item) => item.metric === metric)
    if (own === undefined) return t('forms.notAsked', { metric: metricName(metric) })
    const name = currentLocale() === 'en' ? own.en : own.zh
    return own.isAsked ? name : t('forms.notAsked', { metric: name })
  }
  const revoke = useMutation({
    mutationFn: () => call(revokeFillForm, { params: { formId: form.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['fill-forms'] }),
  })
  return (
    <tr>
      <td>
        {form.name}
        {form.channel !== null && <div className="figure-note">{form.channel}</div>}
      </td>
      <td>{form.planName ?? MISSING}</td>
      <td>{form.metrics.map(nameOf).join(t('mapping.comma'))}</td>
      <td className="nowrap">
        <span className={form.state === 'open' ? 'tag tag-ok' : 'tag'}>
          <span aria-hidden="true">{form.state === 'open' ? '●' : '○'}</span> {t(`forms.state.${form.state}`)}
        </span>{' '}
        {form.hasPin && <span className="tag">{t('forms.pin')}</span>}
      </td>
      <td className="nowrap">{formatMoment(form.expiresAt)}</td>
      <td className="nowrap">{form.filledAt === null ? MISSING : formatMoment(form.filledAt)}</td>
      <td>
        {form.state === 'open' && (
          <Popconfirm
            title={t('forms.revokeQuestion', { name: form.name })}
            okText={t('forms.revoke')}
            cancelText={t('shell:common.cancel')}
            onConfirm={() => revoke.mutate()}
          >
            <Button size="small" loading={revoke.isPending}>
              {t('forms.revoke')}
              <span className="visually-hidden"> {form.name}</span>
            </Button>
          </Popconfirm>
        )}
        {revoke.isError && <ProblemNote error={revoke.error} />}
      </td>
    </tr>
  )
}

/** Forms that stores fill in by link: who fills what, and when it was last done. */
export function FillFormsPage() {
  const { t } = useTranslation('data')
  const canRun = useAbility('import.run')
  const [isAdding, setAdding] = useState(false)
  const query = useQuery({
    queryKey: ['fill-forms'],
    queryFn: ({ signal }) => call(listFillForms, { signal }),
    enabled: canRun,
  })
  if (canRun && query.isPending) return <PageLoading />
  const items = query.data?.items ?? []
  return (
    <div className="page">
      <DataTabs />
      <div className="inline-form">
        <span className="page-lead-inline">{t('forms.lead')}</span>
        {canRun && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('forms.new')}
          </Button>
        )}
      </div>
      {query.isError && <ProblemNote error={query.error} />}
      {items.length === 0 ? (
        <div className="card empty">{t(canRun ? 'forms.empty' : 'import:notAllowed')}</div>
      ) : (
        <div className="card table-scroll" tabIndex={0} role="region" aria-label={t('tabs.forms')}>
          <table className="table">
            <thead>
              <tr>
                {['store', 'plan', 'metrics', 'stateHead', 'expires', 'filled'].map((column) => (
                  <th key={column} scope="col">
                    {t(`forms.${column}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t('forms.revoke')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((form) => (
                <FormRow key={form.id} form={form} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isAdding && <FillFormDialog onClose={() => setAdding(false)} />}
    </div>
  )
}
