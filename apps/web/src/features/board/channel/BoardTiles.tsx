import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import { isAmount } from '@yingce/domain/board/board-metric'
import { useTranslation } from 'react-i18next'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { changeText, formatBoardValue } from '../board-format.ts'
import { quantityText } from '../../../ui/quantity-text.ts'

/** All channels together, each figure with its change against the period before and its target. */
export function BoardTiles({ board }: { board: ChannelBoard }) {
  const { t } = useTranslation('boards')
  const { values, previous, marks } = board.total
  return (
    <section className="board-tiles" aria-label={t('tiles')}>
      {board.metrics.map((metric) => {
        const change = changeText(values[metric], previous?.[metric])
        return (
          <div key={metric} className="card tile">
            <div className="figure-label">
              {t(`metric.${metric}`)}
              {isAmount(metric) ? ` (${board.currency})` : ''}
            </div>
            <div className="figure">{formatBoardValue(metric, values[metric])}</div>
            <div className="figure-note">{change === null ? t('noPrevious') : t('change', { change })}</div>
            {marks
              .filter((mark) => mark.metric === metric)
              .map((mark) => (
                <div key={mark.recordId} className="figure-note">
                  <StatusTag status={mark.status} />{' '}
                  {t('due', { text: quantityText(mark.text), due: formatBoardValue(metric, mark.due) })}
                </div>
              ))}
          </div>
        )
      })}
    </section>
  )
}
