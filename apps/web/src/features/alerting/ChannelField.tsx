import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { useRecordStore } from '../record/store/use-record-store.ts'

interface ChannelFieldProps {
  planId: string
  /** null: all channels. */
  channel: string | null
  onChange: (channel: string | null) => void
}

/** Channels that the plan has facts of, on any day. */
function useFactChannels(planId: string): readonly string[] | undefined {
  return useQuery({
    queryKey: ['plan', planId, 'fact-channels'],
    queryFn: ({ signal }) =>
      call(queryMetrics, {
        body: {
          metrics: ['impressions'],
          groupBy: ['channel'],
          filters: { plan: [planId] },
          period: { from: '1900-01-01', to: '2999-12-31' },
        },
        signal,
      }),
    select: ({ rows }) => [...new Set(rows.flatMap(({ group }) => group['channel'] ?? []))],
  }).data
}

/** The channel that a rule watches: one of the plan's facts or budget, or one that is yet to come, by its exact name. */
export function ChannelField({ planId, channel, onChange }: ChannelFieldProps) {
  const { t } = useTranslation('alert')
  const id = useId()
  const known = useFactChannels(planId)
  const { records } = useRecordStore(planId, 'allocation')
  const budgeted = records.flatMap(({ values }) => (values['channel'] as string | null) ?? [])
  const named = channel?.trim() ?? ''
  const isUnknown = named !== '' && known !== undefined && !known.includes(named)
  return (
    <div className="note-field">
      <label htmlFor={id}>{t('form.channel')}</label>
      <AutoComplete
        id={id}
        allowClear
        maxLength={200}
        value={channel ?? ''}
        placeholder={t('form.allChannels')}
        showSearch={{ filterOption: true }}
        options={[...new Set([...(known ?? []), ...budgeted])].map((value) => ({ value }))}
        onChange={(typed: string | undefined) =>
          onChange(typed === undefined || typed.trim() === '' ? null : typed)
        }
      />
      {isUnknown && (
        <small className="figure-note">{t('form.channelWithoutFacts', { channel: named })}</small>
      )}
    </div>
  )
}
