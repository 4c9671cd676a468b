import { bindKpi, unbindKpi } from '@yingce/contracts/assignment/kpi-binding'
import type { BoundEntity } from '@yingce/domain/assignment/bound-field'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { currentLocale } from '../../../i18n.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { definitionsQuery } from '../../metrics/dictionary/use-metric-definitions.ts'
import { BoundTable } from './BoundTable.tsx'
import { useKpiBindings } from './use-bound-marks.ts'
import { Dialog } from '../../../ui/Dialog.tsx'

interface BindDialogProps {
  planId: string
  entity: BoundEntity
  /** Records that may be bound, by the name they go by. */
  records: readonly { readonly id: string; readonly name: string; readonly strategy: string | null }[]
  onClose: () => void
}

const filled = (text: string) => (text.trim() === '' ? null : text.trim())

/** Reached values that are computed from assigned facts: which record, which metric, which facts. */
export function BindDialog({ planId, entity, records, onClose }: BindDialogProps) {
  const { t } = useTranslation('binding')
  const client = useQueryClient()
  const bindings = useKpiBindings(planId)
  const definitions = useQuery(definitionsQuery)
  const [recordId, setRecordId] = useState<string | null>(null)
  const [metric, setMetric] = useState<string | null>(null)
  const [channel, setChannel] = useState('')
  const [strategy, setStrategy] = useState('')
  const [period, setPeriod] = useState<readonly [Dayjs | null, Dayjs | null]>([null, null])
  const onSuccess = () => client.invalidateQueries({ queryKey: ['plan', planId] })
  const bind = useMutation({
    mutationFn: (chosen: { boundId: string; metric: string }) =>
      call(bindKpi, {
        params: { planId, boundId: chosen.boundId },
        body: {
          entity,
          metric: chosen.metric,
          channel: filled(channel),
          strategy: filled(strategy),
          from: period[0]?.format('YYYY-MM-DD') ?? null,
          to: period[1]?.format('YYYY-MM-DD') ?? null,
        },
      }),
    onSuccess,
  })
  const unbind = useMutation({
    mutationFn: (boundId: string) => call(unbindKpi, { params: { planId, boundId } }),
    onSuccess,
  })
  const names = new Map(records.map(({ id, name }) => [id, name]))
  const metricNames = new Map(
    (definitions.data ?? []).map(({ key, zh, en }) => [key, currentLocale() === 'en' ? en : zh]),
  )
  const pick = (id: string) => {
    setRecordId(id)
    // A review row is of a strategy: its facts are those of that strategy.
    if (entity === 'effect_review') setStrategy(records.find((record) => record.id === id)?.strategy ?? '')
  }
  return (
    <Dialog width={760} title={t('title')} footer={null} onCancel={onClose}>
      <div className="stack">
        <p className="figure-note">{t(`lead.${entity}`)}</p>
        <div className="bind-form">
          <Select
            value={recordId}
            placeholder={t(`record.${entity}`)}
            aria-label={t(`record.${entity}`)}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={pick}
            options={records.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            value={metric}
            placeholder={t('metric')}
            aria-label={t('metric')}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={setMetric}
            options={[...metricNames].map(([value, label]) => ({ value, label }))}
          />
          <Input
            value={channel}
            maxLength={120}
            placeholder={t('channel')}
            aria-label={t('channel')}
            onChange={(event) => setChannel(event.target.value)}
          />
          {entity === 'effect_review' && (
            <Input
              value={strategy}
              maxLength={120}
              placeholder={t('strategy')}
              aria-label={t('strategy')}
              onChange={(event) => setStrategy(event.target.value)}
            />
          )}
          <DatePicker.RangePicker
            allowEmpty={[true, true]}
            aria-label={t('period')}
            onChange={(range) => setPeriod([range?.[0] ?? null, range?.[1] ?? null])}
          />
          <Button
            type="primary"
            loading={bind.isPending}
            disabled={recordId === null || metric === null}
            onClick={() => recordId !== null && metric !== null && bind.mutate({ boundId: recordId, metric })}
          >
            {t('bind')}
          </Button>
        </div>
        {[bind, unbind, bindings, definitions].map(
          ({ error }, index) => error !== null && <ProblemNote key={index} error={error} />,
        )}
        <BoundTable
          entity={entity}
          items={(bindings.data?.items ?? []).filter((item) => item.entity === entity)}
          nameOf={(id) => names.get(id) ?? ''}
          metricNameOf={(key) => metricNames.get(key) ?? key}
          onUnbind={(id) => unbind.mutate(id)}
        />
      </div>
    </Dialog>
  )
}
