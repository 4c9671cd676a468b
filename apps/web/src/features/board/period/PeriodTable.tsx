import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FigureCells, MarksCell, MetricHeads } from '../FigureCells.tsx'

interface PeriodTableProps {
  board: PeriodBoard
  title: string
  /** Over the names. */
  head: string
  rows: readonly {
    key: string
    name: ReactNode
    values: PeriodBoard['total']['values']
    previous: PeriodBoard['total']['previous']
    /** Null: no targets are held against these. */
    marks: PeriodBoard['plans'][number]['marks'] | null
  }[]
}

/** One row a plan or channel with its change, the total as sums and ratios of sums. */
export function PeriodTable({ board, title, head, rows }: PeriodTableProps) {
  const { t } = useTranslation('boards')
  const hasMarks = rows.some(({ marks }) => marks !== null)
  return (
    <div className="card">
      <div className="card-head">
        <h2>{title}</h2>
      </div>
      <p className="figure-note">{t('channelsNote')}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <MetricHeads metrics={board.metrics} />
              {hasMarks && <th scope="col">{t('status')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <FigureCells metrics={board.metrics} values={row.values} previous={row.previous} />
                {row.marks !== null && <MarksCell marks={row.marks} />}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('total')}</td>
              <FigureCells metrics={board.metrics} values={board.total.values} />
              {hasMarks && <td />}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}
