import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { changeText, formatBoardValue } from './board-format.ts'

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
              {board.metrics.map((metric) => (
                <th key={metric} scope="col" className="number">
                  {t(`metric.${metric}`)}
                </th>
              ))}
              {hasMarks && <th scope="col">{t('status')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {board.metrics.map((metric) => (
                  <td key={metric} className="number">
                    {formatBoardValue(metric, row.values[metric])}
                    <span className="board-change">
                      {changeText(row.values[metric], row.previous?.[metric])}
                    </span>
                  </td>
                ))}
                {row.marks !== null && (
                  <td>
                    {row.marks.length === 0 && '—'}
                    {row.marks.map((mark) => (
                      <div key={`${mark.recordId} ${mark.metric}`} className="nowrap">
                        <StatusTag status={mark.status} /> {t(`metric.${mark.metric}`)} {mark.text}
                      </div>
                    ))}
                  </td>
                )}
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
              {hasMarks && <td />}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}
