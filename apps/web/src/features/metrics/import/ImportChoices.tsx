import type { MetricImportView } from '@yingce/contracts/metrics/metric-import'
import { Button, DatePicker, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MetricImportChange } from './use-metric-import.ts'

interface ImportChoicesProps {
  view: MetricImportView
  isPending: boolean
  onChange: (change: MetricImportChange) => void
}

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'windows-1252'] as const
const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'SGD', 'TWD'] as const

function DateQuestion({ view, isPending, onChange }: ImportChoicesProps) {
  const { t } = useTranslation('data')
  const [date, setDate] = useState<Dayjs | null>(null)
  const question = view.questions[0]
  if (question === undefined) return null
  const send = () => date !== null && onChange({ date: date.format('YYYY-MM-DD') })
  return (
    <section className="card question" aria-labelledby="data-question">
      <h2 id="data-question">{t(`question.${question.answer}.title`)}</h2>
      <p>{t(`question.${question.answer}.text`, { count: question.count })}</p>
      {question.answer === 'date' && (
        <div className="inline-form">
          <DatePicker value={date} onChange={setDate} aria-label={t('question.date.label')} />
          <Button type="primary" disabled={date === null} loading={isPending} onClick={send}>
            {t('import:question.answer')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What belongs to the whole file: its source, the encoding of its text, its currency, its day. */
export function ImportChoices({ view, isPending, onChange }: ImportChoicesProps) {
  const { t } = useTranslation('data')
  const [source, setSource] = useState(view.sourceName)
  const name = source.trim()
  return (
    <>
      <DateQuestion view={view} isPending={isPending} onChange={onChange} />
      <section className="card" aria-labelledby="choices-title">
        <div className="card-head">
          <h2 id="choices-title">{t('choices.title')}</h2>
          <small>{t('choices.note')}</small>
        </div>
        <div className="form-row form-row-three">
          <label className="stacked-label">
            <span className="figure-label">{t('choices.source')}</span>
            <Input
              value={source}
              maxLength={120}
              onChange={(event) => setSource(event.target.value)}
              onBlur={() => name !== '' && name !== view.sourceName && onChange({ source: name })}
              onPressEnter={(event) => event.currentTarget.blur()}
            />
          </label>
          <label className="stacked-label">
            <span className="figure-label">
              {t(view.isCurrencyAssumed ? 'choices.currencyAssumed' : 'choices.currency')}
            </span>
            <Select
              value={view.currency}
              aria-label={t('choices.currency')}
              disabled={isPending}
              onChange={(currency: string) => onChange({ currency })}
              options={[...new Set([view.currency, ...CURRENCIES])].map((value) => ({ value, label: value }))}
            />
          </label>
          {view.encoding !== null && (
            <label className="stacked-label">
              <span className="figure-label">{t('import:target.encoding')}</span>
              <Select
                value={view.encoding}
                aria-label={t('import:target.encoding')}
                disabled={isPending}
                onChange={(encoding) => onChange({ encoding: encoding as (typeof ENCODINGS)[number] })}
                options={[...new Set([view.encoding, ...ENCODINGS])].map((value) => ({
                  value,
                  label: value.toUpperCase(),
                }))}
              />
            </label>
          )}
        </div>
      </section>
    </>
  )
}
