import type { PlanBoard } from '@yingce/contracts/plan/board'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TrendChart } from '../../ui/charts/TrendChart.tsx'
import { formatCompact, formatFen, formatFixed, formatRatio } from '../../ui/format.ts'

const METRICS = {
  ctr: (value: number | null) => formatRatio(value, 2),
  cost: (value: number | null) => formatFen(value),
  roas: (value: number | null) => formatFixed(value),
  impressions: (value: number | null) => formatCompact(value),
  conversions: (value: number | null) => formatCompact(value),
} as const
type Metric = keyof typeof METRICS

/** Daily totals over all channels, one metric at a time. */
export function Trends({ daily }: { daily: PlanBoard['daily'] }) {
  const { t } = useTranslation('board')
  const [metric, setMetric] = useState<Metric>('ctr')
  const points = useMemo(() => daily.map((row) => ({ day: row.day, value: row[metric] })), [daily, metric])
  return (
    <section className="card" aria-labelledby="trend-title">
      <div className="card-head">
        <h2 id="trend-title">{t('trend.title')}</h2>
        <Segmented<Metric>
          size="small"
          value={metric}
          onChange={setMetric}
          aria-label={t('trend.metric')}
          options={(Object.keys(METRICS) as Metric[]).map((value) => ({ value, label: t(`trend.${value}`) }))}
        />
      </div>
      <TrendChart title={t(`trend.${metric}`)} points={points} format={METRICS[metric]} />
    </section>
  )
}
