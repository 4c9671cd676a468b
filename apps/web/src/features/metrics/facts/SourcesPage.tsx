import {
  listMetricSources,
  type MetricSource,
  updateMetricSource,
} from '@yingce/contracts/metrics/metric-source'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useAbility } from '../../../api/use-session.ts'
import { formatNumber, MISSING } from '../../../ui/format.ts'
import { PageLoading } from '../../../ui/PageLoading.tsx'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { DataTabs } from '../DataTabs.tsx'
import { metricName, presetName, sourceName } from '../metric-name.ts'

function SourceRow({ source }: { source: MetricSource }) {
  const { t } = useTranslation('data')
  const client = useQueryClient()
  const canRun = useAbility('import.run')
  const update = useMutation({
    mutationFn: (channel: string | null) =>
      call(updateMetricSource, { params: { sourceId: source.id }, body: { channel } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['metric-sources'] }),
  })
  const mapping = Object.entries(source.mapping)
  return (
    <tr>
      <td>
        {sourceName(source.name)}
        <div className="figure-note">{presetName(source.preset) ?? t(`sourceKind.${source.kind}`)}</div>
      </td>
      <td>
        {canRun && source.kind !== 'manual' ? (
          <Input
            size="small"
            key={source.channel ?? ''}
            defaultValue={source.channel ?? ''}
            maxLength={120}
            aria-label={t('sources.channelOf', { name: source.name })}
            onBlur={(event) => {
              const channel = event.target.value.trim() === '' ? null : event.target.value.trim()
              if (channel !== source.channel) update.mutate(channel)
            }}
            onPressEnter={(event) => event.currentTarget.blur()}
          />
        ) : (
          (source.channel ?? MISSING)
        )}
        {update.isError && <ProblemNote error={update.error} />}
      </td>
      <td>{source.currency}</td>
      <td className="number">{formatNumber(source.factCount)}</td>
      <td className="nowrap">
        {source.firstDay === null || source.lastDay === null
          ? MISSING
          : t('list.period', { from: source.firstDay, to: source.lastDay })}
      </td>
      <td>
        {mapping.length === 0
          ? MISSING
          : mapping
              .map(([header, field]) =>
                field === null
                  ? t('sources.leftOut', { header })
                  : `${header} → ${t(`key.${field}`, { defaultValue: metricName(field) })}`,
              )
              .join(t('mapping.comma'))}
      </td>
    </tr>
  )
}

/** Where figures come from, and what was learnt about their files. */
export function SourcesPage() {
  const { t } = useTranslation('data')
  const query = useQuery({
    queryKey: ['metric-sources'],
    queryFn: ({ signal }) => call(listMetricSources, { signal }),
  })
  if (query.isPending) return <PageLoading />
  const items = query.data?.items ?? []
  return (
    <div className="page">
      <DataTabs />
      {query.isError && <ProblemNote error={query.error} />}
      {items.length === 0 ? (
        <div className="card empty">{t('sources.empty')}</div>
      ) : (
        <div className="card table-scroll" tabIndex={0} role="region" aria-label={t('tabs.sources')}>
          <table className="table">
            <thead>
              <tr>
                {['name', 'channel', 'currency'].map((column) => (
                  <th key={column} scope="col">
                    {t(`sources.${column}`)}
                  </th>
                ))}
                <th scope="col" className="number">
                  {t('sources.facts')}
                </th>
                <th scope="col">{t('list.days')}</th>
                <th scope="col">{t('sources.mapping')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
