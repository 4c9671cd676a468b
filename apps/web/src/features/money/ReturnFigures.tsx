import { getReturn, type RevenueBaseline } from '@yingce/contracts/money/money-view'
import type { AnswerOf } from '@yingce/contracts/route'
import { COST_BASES, type CostBasis } from '@yingce/domain/money/cost-basis'
import { REVENUE_KINDS, type RevenueKind } from '@yingce/domain/review/return-figures'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Segmented } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { fenOfText } from '../../ui/fen-of-text.ts'
import { formatFen, formatFixed, formatNumber, formatRatio, MISSING } from '../../ui/format.ts'
import { parseCell } from '../../ui/grid/parse-cell.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

type Figure = AnswerOf<typeof getReturn>['figures'][number]

function FigureCard({ figure }: { figure: Figure }) {
  const { t } = useTranslation('money')
  const isPerHead = figure.key === 'cpa' || figure.key === 'cac'
  const isMargin = figure.key === 'breakEvenRoas'
  const below = isMargin
    ? formatRatio(figure.denominator)
    : isPerHead
      ? formatNumber(figure.denominator)
      : formatFen(figure.denominator)
  const above = isMargin ? '1' : formatFen(figure.numerator)
  const shown = figure.value === null ? MISSING : formatFixed(isPerHead ? figure.value / 100 : figure.value)
  return (
    <details className="money-figure">
      <summary>
        <span className="figure-label">{t(`return.${figure.key}.name`)}</span>
        <span className="figure">{shown}</span>
      </summary>
      <p className="figure-note">
        {t(`return.${figure.key}.formula`)}
        <br />
        {`${above} ÷ ${below} = ${shown}`}
      </p>
    </details>
  )
}

/** How the increment was come by; null where the answer says all of it already. */
function BaselineNote({ baseline }: { baseline: RevenueBaseline }) {
  const { t } = useTranslation('money')
  const { from, to, channels, actual, amount, missing } = baseline
  const place = { from, to, channels: channels.join('、'), actual: formatFen(actual) }
  return amount === null ? (
    <>{t('return.baseline.missing', { ...place, count: missing })}</>
  ) : (
    <>{t('return.baseline.known', { ...place, amount: formatFen(amount) })}</>
  )
}

/** ROAS, ROI, CPA and CAC of the plan; each opens to its formula. */
export function ReturnFigures({ planId }: { planId: string }) {
  const { t } = useTranslation('money')
  const [basis, setBasis] = useState<CostBasis>('consumption')
  const [revenue, setRevenue] = useState<RevenueKind>('attributed')
  const [aovText, setAovText] = useState('')
  const [marginText, setMarginText] = useState('')
  const typed = useDeferredValue(aovText)
  const aov = fenOfText(typed) ?? 0
  const margin = marginOf(useDeferredValue(marginText))
  const query = {
    basis,
    revenue,
    ...(revenue === 'estimated' && aov > 0 ? { aov } : {}),
    ...(margin === null ? {} : { margin }),
  }
  const figures = useQuery({
    queryKey: ['plan', planId, 'return', query],
    queryFn: ({ signal }) => call(getReturn, { params: { planId }, query, signal }),
    placeholderData: keepPreviousData,
  })
  const data = figures.data
  return (
    <section className="card" aria-labelledby="return-title">
      <div className="card-head">
        <h2 id="return-title">{t('return.title')}</h2>
        <small>{t('return.note')}</small>
      </div>
      <div className="inline-form">
        <Segmented<CostBasis>
          size="small"
          value={basis}
          onChange={setBasis}
          aria-label={t('return.basis')}
          options={COST_BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
        />
        <Segmented<RevenueKind>
          size="small"
          value={revenue}
          onChange={setRevenue}
          aria-label={t('return.revenueKind')}
          options={REVENUE_KINDS.map((value) => ({ value, label: t(`revenue.${value}`) }))}
        />
        {revenue === 'estimated' && (
          <Input
            className="money-filter"
            inputMode="decimal"
            aria-label={t('return.aov')}
            placeholder={t('return.aov')}
            value={aovText}
            onChange={(event) => setAovText(event.target.value)}
          />
        )}
        <Input
          className="money-filter"
          inputMode="decimal"
          aria-label={t('return.margin')}
          placeholder={t('return.margin')}
          value={marginText}
          onChange={(event) => setMarginText(event.target.value)}
          {...(marginText.trim() !== '' && margin === null
            ? { status: 'error' as const, 'aria-invalid': true }
            : {})}
        />
      </div>
      {figures.isError && <ProblemNote error={figures.error} />}
      {data !== undefined && (
        <>
          <div className="money-figures">
            {data.figures.map((figure) => (
              <FigureCard key={figure.key} figure={figure} />
            ))}
          </div>
          <p className="figure-note">
            {t(`return.cost.${data.basis}`, {
              onBasis: formatFen(data.costs.onBasis),
              cost: formatFen(data.costs.cost),
              rebate: formatFen(data.costs.rebate),
              bonus: formatFen(data.costs.bonusUsed),
            })}{' '}
            {t(`return.of.${data.revenueKind}`, { amount: formatFen(data.revenue.amount) })}{' '}
            {data.revenue.baseline !== null ? (
              <BaselineNote baseline={data.revenue.baseline} />
            ) : data.revenue.source === null ? (
              t(`return.missing.${data.revenueKind}`)
            ) : (
              t('return.from', { source: t(`return.source.${data.revenue.source}`) })
            )}
          </p>
        </>
      )}
    </section>
  )
}

/** "40", "40%" and "0.4" are 40 %; null: nothing entered, or no margin. */
function marginOf(text: string): number | null {
  // A share has no date: the day that others are read by does not matter.
  const reading = parseCell({ kind: 'ratio' }, text.trim(), { year: 2000, today: '2000-01-01' })
  if (!reading.ok || typeof reading.value !== 'number') return null
  return reading.value > 0 && reading.value <= 1 ? reading.value : null
}
