import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import { areGroupsComplete } from '@yingce/domain/board/are-groups-complete'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../ui/format.ts'
import { FigureCells, MarksCell, MetricHeads } from '../FigureCells.tsx'

/** One row a channel (or what else the board is by), the totals as sums and ratios of sums. */
export function ChannelTable({ board, choices }: { board: ChannelBoard; choices: ReactNode }) {
  const { t } = useTranslation('boards')
  const hasLikes = board.channels.some(({ meanLikes }) => meanLikes !== null)
  const dimension = t(`by.${board.dimension}`)
  const title = t('channels', { dimension })
  return (
    <div className="card">
      <div className="card-head">
        <h2>{title}</h2>
        {choices}
      </div>
      <p className="figure-note">
        {t('channelsNote')}
        {board.omitted > 0 && ` ${t('omitted', { count: board.omitted })}`}
        {board.omitted === 0 && !areGroupsComplete(board) && ` ${t('partial', { dimension })}`}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{dimension}</th>
              <MetricHeads metrics={board.metrics} />
              {hasLikes && (
                <th scope="col" className="number">
                  {t('meanLikes')}
                </th>
              )}
              <th scope="col">{t('status')}</th>
            </tr>
          </thead>
          <tbody>
            {board.channels.map((row) => (
              <tr key={row.channel}>
                <th scope="row">{row.channel === '' ? t('noGroup') : row.channel}</th>
                <FigureCells metrics={board.metrics} values={row.values} previous={row.previous} />
                {hasLikes && <td className="number">{formatNumber(row.meanLikes)}</td>}
                <MarksCell marks={row.marks} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('total')}</td>
              <FigureCells metrics={board.metrics} values={board.total.values} />
              {hasLikes && <td />}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}
