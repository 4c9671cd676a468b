import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import { useTranslation } from 'react-i18next'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { quantityText } from '../../ui/quantity-text.ts'
import { changeText, formatBoardValue } from './board-format.ts'

type Metrics = ChannelBoard['metrics']
type Values = ChannelBoard['total']['values']

/** Heads over the figures of a board's table. */
export function MetricHeads({ metrics }: { metrics: Metrics }) {
  const { t } = useTranslation('boards')
  return metrics.map((metric) => (
    <th key={metric} scope="col" className="number">
      {t(`metric.${metric}`)}
    </th>
  ))
}

/** The figures of a row, each with its change where there is a time before; a total has none. */
export function FigureCells({
  metrics,
  values,
  previous,
}: {
  metrics: Metrics
  values: Values
  previous?: Values | null
}) {
  return metrics.map((metric) => (
    <td key={metric} className="number">
      {formatBoardValue(metric, values[metric])}
      {previous !== undefined && (
        <span className="board-change">{changeText(values[metric], previous?.[metric])}</span>
      )}
    </td>
  ))
}

/** How a row stands against its targets. */
export function MarksCell({ marks }: { marks: ChannelBoard['channels'][number]['marks'] }) {
  const { t } = useTranslation('boards')
  return (
    <td>
      {marks.length === 0 && '—'}
      {marks.map((mark) => (
        <div key={`${mark.recordId} ${mark.metric}`} className="nowrap">
          <StatusTag status={mark.status} /> {t(`metric.${mark.metric}`)} {quantityText(mark.text)}
        </div>
      ))}
    </td>
  )
}
