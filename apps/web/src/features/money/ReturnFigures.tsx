import { getReturn } from '@yingce/contracts/money/money-view'
import type { AnswerOf } from '@yingce/contracts/route'
import { COST_BASES, type CostBasis } from '@yingce/domain/money/cost-basis'
import { REVENUE_KINDS, type RevenueKind } from '@yingce/domain/review/return-figures'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Segmented } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { fenOfText } from '../../ui/fen-of-text.ts'
import { formatFen, formatFixed, formatNumber, MISSING } from '../../ui/format.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

type Figure = AnswerOf<typeof getReturn>['figures'][number]

function FigureCard({ figure }: { figure: Figure }) {
  const { t } = useTranslation('money')
  const isPerHead = figure.key === 'cpa' || figure.key === 'cac'
  const below = isPerHead ? formatNumber(figure.denominator) : formatFen(figure.denominator)
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
        {`${formatFen(figure.numerator)} ÷ ${below} = ${shown}`}
      </p>
    </details>
  )
}

/** ROAS, ROI, CPA and CAC of the plan; each opens to its formula. */
export function ReturnFigures({ planId }: { planId: string }) {
  const { t } = useTranslation('money')
  const [basis, setBasis] = useState<CostBasis>('consumption')
  const [revenue, setRevenue] = useState<RevenueKind>('attributed')
  const [aovText, setAovText] = useState('')
  const typed = useDeferredValue(aovText)
  const aov = fenOfText(typed) ?? 0
  const query = { basis, revenue, ...(revenue === 'estimated' && aov > 0 ? { aov } : {}) }
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
            {data.revenue.source === null
              ? t(`return.missing.${data.revenueKind}`)
              : t('return.from', { source: t(`return.source.${data.revenue.source}`) })}
          </p>
        </>
      )}
    </section>
  )
}
