import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { BoardMetric } from '@yingce/domain/board/board-metric'
import { useTranslation } from 'react-i18next'
import { quantityText } from '../../../ui/quantity-text.ts'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { changeText, formatBoardValue } from '../board-format.ts'

interface TvFiguresProps {
  metrics: readonly BoardMetric[]
  values: ChannelBoard['total']['values']
  previous: ChannelBoard['total']['previous']
  marks: ChannelBoard['total']['marks']
}

/** Figures to be read from across a room; those that are missing are left out. */
export function TvFigures({ metrics, values, previous, marks }: TvFiguresProps) {
  const { t } = useTranslation('boards')
  return (
    <dl className="tv-figures">
      {metrics
        .filter((metric) => (values[metric] ?? null) !== null)
        .map((metric) => {
          const change = changeText(values[metric], previous?.[metric])
          return (
            <div key={metric} className="card">
              <dt>{t(`metric.${metric}`)}</dt>
              <dd className="tv-figure">{formatBoardValue(metric, values[metric])}</dd>
              {change !== null && <dd>{t('change', { change })}</dd>}
              {marks
                .filter((mark) => mark.metric === metric)
                .map((mark) => (
                  <dd key={mark.recordId}>
                    <StatusTag status={mark.status} /> {quantityText(mark.text)}
                  </dd>
                ))}
            </div>
          )
        })}
    </dl>
  )
}
