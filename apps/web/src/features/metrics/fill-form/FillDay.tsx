import { type FillSheet, saveFillDay } from '@yingce/contracts/metrics/fill-form'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/call.ts'
import { formatFen, formatNumber, MISSING } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/ProblemNote.tsx'
import { currentLocale } from '../../../i18n.ts'
import { metricName } from '../metric-name.ts'
import { readStoreFigure, storeFigureKind, storeFigureText } from './store-figure.ts'

type Values = FillSheet['days'][number]['values']
type Metric = FillSheet['metrics'][number]

const WRONG = { money: 'fill.wrongMoney', number: 'fill.wrongNumber', count: 'fill.wrongCount' } as const

/** Name of a metric, and what is counted where the store cannot know it: own metrics come with the sheet. */
function wordsOf({ ownMetrics }: FillSheet, metric: Metric): { name: string; meaning: string | null } {
  const own = ownMetrics.find((other) => other.metric === metric)
  if (own === undefined) return { name: metricName(metric), meaning: null }
  return currentLocale() === 'en'
    ? { name: own.en, meaning: own.definitionEn }
    : { name: own.zh, meaning: own.definitionZh }
}

interface FillDayProps {
  sheet: FillSheet
  day: string
  values: Values
  isOpen: boolean
  link: { token: string; pin: string | undefined }
  onSaved: (sheet: FillSheet) => void
}

/** One day of the store: its figures, typed in with the keys of a phone's number pad. */
export function FillDay({ sheet, day, values, isOpen, link, onSaved }: FillDayProps) {
  const { t } = useTranslation('data')
  const id = useId()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [wrong, setWrong] = useState<readonly string[]>([])
  const textOf = (metric: Metric) => typed[metric] ?? storeFigureText(metric, values[metric] ?? null)
  const save = useMutation({
    mutationFn: (read: Values) =>
      call(saveFillDay, {
        params: { token: link.token },
        body: { day, values: read, ...(link.pin === undefined ? {} : { pin: link.pin }) },
      }),
    onSuccess: (saved) => {
      setTyped({})
      onSaved(saved)
    },
  })
  const send = () => {
    const read = sheet.metrics.map((metric) => [metric, readStoreFigure(metric, textOf(metric))] as const)
    const unread = read.filter(([, value]) => value === undefined).map(([metric]) => metric)
    setWrong(unread)
    const [first] = unread
    if (first === undefined) save.mutate(Object.fromEntries(read))
    else document.getElementById(`${id}${first}`)?.focus()
  }
  const said = sheet.metrics
    .map((metric) => {
      const value = values[metric] ?? null
      const text = storeFigureKind(metric) === 'money' ? formatFen(value) : formatNumber(value, 2)
      return `${wordsOf(sheet, metric).name} ${value === null ? MISSING : text}`
    })
    .join(' · ')
  return (
    <details className="fill-day" open={isOpen}>
      <summary>
        <strong>{day === sheet.today ? t('fill.today', { day }) : day}</strong>
        <span className="figure-note">{said}</span>
      </summary>
      {sheet.metrics.map((metric) => {
        const kind = storeFigureKind(metric)
        const { name, meaning } = wordsOf(sheet, metric)
        const isWrong = wrong.includes(metric)
        return (
          <label key={metric} className="stacked-label">
            <span className="figure-label">
              {name}
              {kind === 'money' ? ` (${sheet.currency})` : ''}
            </span>
            {meaning !== null && <span className="figure-note">{meaning}</span>}
            <Input
              id={`${id}${metric}`}
              size="large"
              inputMode={kind === 'count' ? 'numeric' : 'decimal'}
              autoComplete="off"
              maxLength={40}
              aria-label={t('fill.field', { metric: name, day })}
              value={textOf(metric)}
              onChange={(event) => {
                setTyped({ ...typed, [metric]: event.target.value })
                setWrong(wrong.filter((other) => other !== metric))
                save.reset()
              }}
              {...(isWrong
                ? {
                    status: 'error' as const,
                    'aria-invalid': true,
                    'aria-describedby': `${id}${metric}-wrong`,
                  }
                : {})}
            />
            {isWrong && (
              <span id={`${id}${metric}-wrong`} className="fill-wrong" role="alert">
                {t(WRONG[kind])}
              </span>
            )}
          </label>
        )
      })}
      <Button
        type="primary"
        size="large"
        block
        loading={save.isPending}
        onClick={send}
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
