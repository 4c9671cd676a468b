import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import { type BoardMetric, isRatioMetric } from '@yingce/domain/board/board-metric'
import { trendDays } from '@yingce/domain/board/trend-days'
import { Select } from 'antd'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TrendChart } from '../../../ui/charts/TrendChart.tsx'
import { formatBoardValue } from '../board-format.ts'
import { EventList } from '../EventList.tsx'
import { quantityText } from '../../../ui/quantity-text.ts'
import { useTrendEvents } from '../use-event-text.ts'

const ALL = '\u0000'

interface MetricTrendProps {
  board: ChannelBoard
  metric: BoardMetric
  choices: ReactNode
}

/** One metric by day, of all channels or one, with the target of a ratio and what happened meanwhile. */
export function MetricTrend({ board, metric, choices }: MetricTrendProps) {
  const { t } = useTranslation('boards')
  const id = useId()
  const dimension = t(`by.${board.dimension}`)
  const [channel, setChannel] = useState(ALL)
  const days = useMemo(
    () => (channel === ALL ? board.daily : board.channelDaily.filter((row) => row.channel === channel)),
    [board, channel],
  )
  const marks =
    channel === ALL ? board.total.marks : board.channels.find((row) => row.channel === channel)?.marks
  const mark = isRatioMetric(metric) ? marks?.find((one) => one.metric === metric) : undefined
  const target = useMemo(
    () =>
      mark === undefined
        ? null
        : { value: mark.due, label: t('targetLine', { text: quantityText(mark.text) }) },
    [mark, t],
  )
  const format = useMemo(() => (value: number | null) => formatBoardValue(metric, value), [metric])
  const events = useMemo(
    () =>
      board.events.filter((event) => channel === ALL || event.channel === null || event.channel === channel),
    [board, channel],
  )
  const points = useMemo(() => {
    const values = new Map(days.map((row) => [row.day, row.values[metric] ?? null]))
    return trendDays(board).map((day) => ({ day, value: values.get(day) ?? null }))
  }, [board, days, metric])
  const marked = useTrendEvents(events)
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{t('trend')}</h2>
        <span className="block-choices">
          <Select
            size="small"
            className="board-select"
            value={channel}
            onChange={setChannel}
            aria-label={t('trendChannel', { dimension })}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: ALL, label: t('allChannels', { dimension }) },
              ...board.channels.map((row) => ({ value: row.channel, label: row.channel || t('noGroup') })),
            ]}
          />
          {choices}
        </span>
      </div>
      <TrendChart
        title={t(`metric.${metric}`)}
        points={points}
        format={format}
        target={target}
        events={marked}
      />
      <EventList events={events} />
    </section>
  )
}
