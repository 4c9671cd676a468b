import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { listMetricSources } from '@yingce/contracts/metrics/metric-source'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { useSession } from '../../../api/use-session.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { DataTabs } from '../DataTabs.tsx'
import { FactList, SHOWN_METRICS } from './FactList.tsx'
import { sourceName } from '../metric-name.ts'

const USUAL_DAYS = 30

/** Every fact by day, channel, source and, if wanted, campaign. */
export function FactsPage() {
  const { t } = useTranslation('data')
  const today = dayjs(useSession().workspace?.today)
  const [period, setPeriod] = useState<readonly [Dayjs, Dayjs]>([
    today.subtract(USUAL_DAYS - 1, 'day'),
    today,
  ])
  const [source, setSource] = useState<string | null>(null)
  const [channel, setChannel] = useState('')
  const [campaign, setCampaign] = useState('')
  const [isByCampaign, setByCampaign] = useState(false)
  const sources = useQuery({
    queryKey: ['metric-sources'],
    queryFn: ({ signal }) => call(listMetricSources, { signal }),
  })
  const isCampaign = isByCampaign || campaign !== ''
  const body = {
    metrics: [...SHOWN_METRICS],
    groupBy: ['channel', 'source', ...(isCampaign ? ['campaign'] : [])],
    filters: {
      ...(source === null ? {} : { source: [source] }),
      ...(channel === '' ? {} : { channel: [channel] }),
      ...(campaign === '' ? {} : { campaign: [campaign] }),
    },
    period: { from: period[0].format('YYYY-MM-DD'), to: period[1].format('YYYY-MM-DD') },
    granularity: 'day' as const,
  }
  const facts = useQuery({
    queryKey: ['metric-facts', body],
    queryFn: ({ signal }) => call(queryMetrics, { body, signal }),
    placeholderData: (before) => before,
  })
  return (
    <div className="page">
      <DataTabs />
      <div className="inline-form fact-filters">
        <DatePicker.RangePicker
          value={[period[0], period[1]]}
          allowClear={false}
          aria-label={t('facts.period')}
          onChange={(range) => {
            if (range?.[0] && range[1]) setPeriod([range[0], range[1]])
          }}
        />
        <Select
          value={source ?? ''}
          aria-label={t('sources.name')}
          onChange={(id: string) => setSource(id === '' ? null : id)}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('facts.allSources') },
            ...(sources.data?.items ?? []).map(({ id, name }) => ({ value: id, label: sourceName(name) })),
          ]}
        />
        <Input.Search
          allowClear
          className="plan-search"
          placeholder={t('facts.channel')}
          aria-label={t('facts.channel')}
          onSearch={(text) => setChannel(text.trim())}
        />
        <Input.Search
          allowClear
          className="plan-search"
          placeholder={t('facts.campaign')}
          aria-label={t('facts.campaign')}
          onSearch={(text) => setCampaign(text.trim())}
        />
        <Checkbox
          checked={isCampaign}
          disabled={campaign !== ''}
          onChange={(event) => setByCampaign(event.target.checked)}
        >
          {t('facts.byCampaign')}
        </Checkbox>
      </div>
      {facts.isError && <ProblemNote error={facts.error} />}
      {facts.data?.rows.length === 0 && <div className="card empty">{t('facts.empty')}</div>}
      {facts.data !== undefined && facts.data.rows.length > 0 && (
        <FactList rows={facts.data.rows} isByCampaign={isCampaign} isTruncated={facts.data.isTruncated} />
      )}
    </div>
  )
}
