import type { ChannelBoard } from '@yingce/contracts/board/channel-board'
import { BOARD_METRICS, type BoardMetric } from '@yingce/domain/board/board-metric'
import { useTranslation } from 'react-i18next'
import { formatBoardValue } from '../board-format.ts'

/** What fits on a screen in letters that can be read across a room. */
const MOST_ROWS = 8
const MOST_COLUMNS = 6

interface TvTableProps {
  head: string
  rows: readonly { name: string; values: ChannelBoard['total']['values'] }[]
}

/** The rows with the most conversions, and of the metrics those that have figures. */
export function TvTable({ head, rows }: TvTableProps) {
  const { t } = useTranslation('boards')
  const of = (row: TvTableProps['rows'][number], metric: BoardMetric) => row.values[metric] ?? -1
  const shown = rows
    .toSorted(
      (a, b) => of(b, 'conversions') - of(a, 'conversions') || of(b, 'impressions') - of(a, 'impressions'),
    )
    .slice(0, MOST_ROWS)
  const left = rows.length - shown.length
  const metrics = BOARD_METRICS.filter((metric) =>
    shown.some(({ values }) => (values[metric] ?? null) !== null),
  ).slice(0, MOST_COLUMNS)
  return (
    <>
      <table className="tv-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {metrics.map((metric) => (
              <th key={metric} scope="col" className="number">
                {t(`metric.${metric}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, values }, place) => (
            // Two plans may have one name.
            <tr key={`${place} ${name}`}>
              <th scope="row">{name}</th>
              {metrics.map((metric) => (
                <td key={metric} className="number">
                  {formatBoardValue(metric, values[metric])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="tv-more">{t('tv.more', { count: left })}</p>}
    </>
  )
}
