import type { PlanBoard } from '@yingce/contracts/plan/board'
import { eachDay } from '@yingce/domain/calendar/date-arithmetic'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TrendChart } from '../../../ui/charts/TrendChart.tsx'
import { formatCompact, formatFen, formatFixed, formatRatio } from '../../../ui/format.ts'
import { EventList } from '../EventList.tsx'
import { useTrendEvents } from '../use-event-text.ts'

const METRICS = {
  ctr: (value: number | null) => formatRatio(value, 2),
  cost: (value: number | null) => formatFen(value),
  roas: (value: number | null) => formatFixed(value),
  impressions: (value: number | null) => formatCompact(value),
  conversions: (value: number | null) => formatCompact(value),
} as const
type Metric = keyof typeof METRICS

/** Daily totals over all channels, one metric at a time, with what happened meanwhile. */
export function Trends({ daily, events }: Pick<PlanBoard, 'daily' | 'events'>) {
  const { t } = useTranslation('board')
  const [metric, setMetric] = useState<Metric>('ctr')
  const points = useMemo(() => {
    const values = new Map(daily.map((row) => [row.day, row[metric]]))
    const [first, last] = [daily[0]?.day, daily.at(-1)?.day]
    if (first === undefined || last === undefined) return []
    return eachDay(first, last).map((day) => ({ day, value: values.get(day) ?? null }))
  }, [daily, metric])
  const marked = useTrendEvents(events)
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
      <TrendChart title={t(`trend.${metric}`)} points={points} format={METRICS[metric]} events={marked} />
      <EventList events={events} />
    </section>
  )
}
