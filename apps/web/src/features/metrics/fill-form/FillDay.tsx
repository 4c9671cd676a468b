import { type FillSheet, saveFillDay } from '@yingce/contracts/metrics/fill-form'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { useMutation } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { formatFen, formatNumber, MISSING } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { metricName } from '../metric-name.ts'

type Values = FillSheet['days'][number]['values']

interface FillDayProps {
  sheet: FillSheet
  day: string
  values: Values
  isOpen: boolean
  link: { token: string; pin: string | undefined }
  onSaved: (sheet: FillSheet) => void
}

const FEN = 100

/** One day of the store: its figures, typed in with the keys of a phone's number pad. */
export function FillDay({ sheet, day, values, isOpen, link, onSaved }: FillDayProps) {
  const { t } = useTranslation('data')
  const [draft, setDraft] = useState<Values>(values)
  const save = useMutation({
    mutationFn: () =>
      call(saveFillDay, {
        params: { token: link.token },
        body: { day, values: draft, ...(link.pin === undefined ? {} : { pin: link.pin }) },
      }),
    onSuccess: onSaved,
  })
  const said = sheet.metrics
    .map((metric) => {
      const value = values[metric] ?? null
      const text = isMoneyMetric(metric) ? formatFen(value) : formatNumber(value, 2)
      return `${metricName(metric)} ${value === null ? MISSING : text}`
    })
    .join(' · ')
  return (
    <details className="fill-day" open={isOpen}>
      <summary>
        <strong>{day === sheet.today ? t('fill.today', { day }) : day}</strong>
        <span className="figure-note">{said}</span>
      </summary>
      {sheet.metrics.map((metric) => {
        const isMoney = isMoneyMetric(metric)
        const value = draft[metric] ?? null
        return (
          <label key={metric} className="stacked-label">
            <span className="figure-label">
              {metricName(metric)}
              {isMoney ? ` (${sheet.currency})` : ''}
            </span>
            <InputNumber
              className="wide"
              size="large"
              min={0}
              precision={isMoney ? 2 : 0}
              controls={false}
              inputMode="decimal"
              aria-label={t('fill.field', { metric: metricName(metric), day })}
              value={value === null ? null : isMoney ? value / FEN : value}
              onChange={(typed) =>
                setDraft({
                  ...draft,
                  [metric]: typed === null ? null : isMoney ? Math.round(typed * FEN) : typed,
                })
              }
            />
          </label>
        )
      })}
      <Button
        type="primary"
        size="large"
        block
        loading={save.isPending}
        onClick={() => save.mutate()}
        aria-label={t('fill.saveDay', { day })}
      >
        {t('fill.save')}
      </Button>
      <p role="status" className="figure-note">
        {save.isSuccess ? t('fill.saved') : ''}
      </p>
      {save.isError && <ProblemNote error={save.error} />}
    </details>
  )
}
