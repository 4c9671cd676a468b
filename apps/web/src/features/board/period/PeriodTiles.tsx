import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { useTranslation } from 'react-i18next'
import { changeText, formatBoardValue } from '../board-format.ts'

/** All plans together, each figure with its change against the quarter or year before. */
export function PeriodTiles({ board }: { board: PeriodBoard }) {
  const { t } = useTranslation('boards')
  const { values, previous } = board.total
  return (
    <section className="board-tiles" aria-label={t('span.total')}>
      {board.metrics.map((metric) => {
        const change = changeText(values[metric], previous?.[metric])
        return (
          <div key={metric} className="card tile">
            <div className="figure-label">{t(`metric.${metric}`)}</div>
            <div className="figure">{formatBoardValue(metric, values[metric])}</div>
            <div className="figure-note">
              {change === null ? t('noPrevious') : t('span.change', { change, before: board.previous })}
            </div>
          </div>
        )
      })}
    </section>
  )
}
