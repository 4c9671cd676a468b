import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { BoardMetric } from '@yingce/domain/board/board-metric'
import { trendDays } from '@yingce/domain/board/trend-days'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TrendChart } from '../../../ui/charts/TrendChart.tsx'
import { formatBoardValue } from '../board-format.ts'
import { useTrendEvents } from '../use-event-text.ts'

/** The metric of all together by day, without anything to press. */
export function TvTrend({ board, metric }: { board: ChannelBoard; metric: BoardMetric }) {
  const { t } = useTranslation('boards')
  const points = useMemo(() => {
    const values = new Map(board.daily.map((row) => [row.day, row.values[metric] ?? null]))
    return trendDays(board).map((day) => ({ day, value: values.get(day) ?? null }))
  }, [board, metric])
  const events = useTrendEvents(board.events)
  const format = useMemo(() => (value: number | null) => formatBoardValue(metric, value), [metric])
  return (
    <TrendChart
      title={t(`metric.${metric}`)}
      points={points}
      format={format}
      events={events}
      height={560}
      isBare
      fontSize={20}
    />
  )
}
