import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import { areGroupsComplete } from '@yingce/domain/board/are-groups-complete'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../ui/format.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { changeText, formatBoardValue } from './board-format.ts'

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
              {board.metrics.map((metric) => (
                <th key={metric} scope="col" className="number">
                  {t(`metric.${metric}`)}
                </th>
              ))}
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
                {board.metrics.map((metric) => (
                  <td key={metric} className="number">
                    {formatBoardValue(metric, row.values[metric])}
                    <span className="board-change">
                      {changeText(row.values[metric], row.previous?.[metric])}
                    </span>
                  </td>
                ))}
                {hasLikes && <td className="number">{formatNumber(row.meanLikes)}</td>}
                <td>
                  {row.marks.length === 0 && '—'}
                  {row.marks.map((mark) => (
                    <div key={`${mark.recordId} ${mark.metric}`} className="nowrap">
                      <StatusTag status={mark.status} /> {t(`metric.${mark.metric}`)} {mark.text}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('total')}</td>
              {board.metrics.map((metric) => (
                <td key={metric} className="number">
                  {formatBoardValue(metric, board.total.values[metric])}
                </td>
              ))}
              {hasLikes && <td />}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}
