import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { BoardMetric } from '@yingce/domain/board/board-metric'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TrendChart } from '../../ui/charts/TrendChart.tsx'
import { formatBoardValue } from './board-format.ts'

/** The metric of all together by day, without anything to press. */
export function TvTrend({ board, metric }: { board: ChannelBoard; metric: BoardMetric }) {
  const { t } = useTranslation('boards')
  const points = useMemo(
    () => board.daily.map(({ day, values }) => ({ day, value: values[metric] ?? null })),
    [board, metric],
  )
  const format = useMemo(() => (value: number | null) => formatBoardValue(metric, value), [metric])
  return (
    <TrendChart
      title={t(`metric.${metric}`)}
      points={points}
      format={format}
      height={560}
      isBare
      fontSize={20}
    />
  )
}
