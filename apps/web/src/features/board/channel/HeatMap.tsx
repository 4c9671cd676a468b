import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import type { BoardMetric } from '@yingce/domain/board/board-metric'
import { trendDays } from '@yingce/domain/board/trend-days'
import { useId, useMemo, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBoardValue } from '../board-format.ts'

/** The darkest shade still leaves the figure readable in both themes. */
const DARKEST = 35

interface HeatMapProps {
  board: ChannelBoard
  metric: BoardMetric
  choices: ReactNode
}

/** Channel × day of one metric: a table whose cells are the darker the larger the figure. */
export function HeatMap({ board, metric, choices }: HeatMapProps) {
  const { t } = useTranslation('boards')
  const id = useId()
  const dimension = t(`by.${board.dimension}`)
  const { cells, largest } = useMemo(() => {
    const values = board.channelDaily.map((row) => ({ ...row, value: row.values[metric] ?? null }))
    return {
      cells: new Map(values.map(({ channel, day, value }) => [`${day} ${channel}`, value])),
      largest: values.reduce((most, { value }) => Math.max(most, value ?? 0), 0),
    }
  }, [board, metric])
  const days = useMemo(() => trendDays(board), [board])
  const label = t('heatOf', { dimension, metric: t(`metric.${metric}`) })
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{t('heat', { dimension })}</h2>
        {choices}
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
        <table className="table heat-map">
          <thead>
            <tr>
              <th scope="col">{dimension}</th>
              {days.map((day) => (
                <th key={day} scope="col" className="number">
                  {day.slice(5)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.channels.map(({ channel }) => (
              <tr key={channel}>
                <th scope="row">{channel === '' ? t('noGroup') : channel}</th>
                {days.map((day) => {
                  const value = cells.get(`${day} ${channel}`) ?? null
                  const shade = value === null || largest <= 0 ? 0 : (Math.max(value, 0) / largest) * DARKEST
                  return (
                    <td key={day} className="number" style={{ '--shade': `${shade}%` } as CSSProperties}>
                      {formatBoardValue(metric, value)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
