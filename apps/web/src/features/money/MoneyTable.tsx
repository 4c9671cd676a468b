import type { getMoney } from '@yingce/contracts/money/money-view'
import type { AnswerOf } from '@yingce/contracts/route'
import { MONEY_LEVELS, type MoneyLevel } from '@yingce/domain/money/money-table'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatFen } from '../../ui/format.ts'
import { levelName } from './level-name.ts'

type Row = AnswerOf<typeof getMoney>['rows'][number]
const LEVELS = MONEY_LEVELS.filter((level) => level !== 'plan')
const COLUMNS = ['planned', 'committed', 'open', 'actual', 'remaining'] as const

function Cells({ row }: { row: Row }) {
  const { t } = useTranslation('money')
  const isOver = row.remaining !== null && row.remaining < 0
  return COLUMNS.map((column) => (
    <td key={column} className={isOver && column === 'remaining' ? 'number money-over' : 'number'}>
      {formatFen(row[column])}
      {isOver && column === 'remaining' && <span className="tag tag-bad money-mark">{t('over')}</span>}
    </td>
  ))
}

/** Planned, committed, actual and remaining, level by level; the last row is the plan. */
export function MoneyTable({
  rows,
  taskRowCount,
  currency,
}: {
  rows: readonly Row[]
  taskRowCount: number
  currency: string
}) {
  const { t } = useTranslation('money')
  const [level, setLevel] = useState<Exclude<MoneyLevel, 'plan'>>('budget_line')
  const own = rows.filter((row) => row.level === level)
  const plan = rows.find((row) => row.level === 'plan')
  return (
    <section className="card" aria-labelledby="money-table-title">
      <div className="card-head">
        <h2 id="money-table-title">{t('table.title', { currency })}</h2>
        <small>{t('table.note')}</small>
      </div>
      <Segmented
        size="small"
        value={level}
        onChange={setLevel}
        options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
        aria-label={t('table.level')}
      />
      <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="money-table-title">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t(`level.${level}`)}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {own.map((row) => (
              <tr key={row.id ?? ''}>
                <th scope="row" className="money-name">
                  {levelName(t, row)}
                  {row.isHardLimit && <span className="tag money-mark">{t('hardLimit')}</span>}
                </th>
                <Cells row={row} />
              </tr>
            ))}
          </tbody>
          {plan !== undefined && (
            <tfoot>
              <tr>
                <th scope="row" className="money-name">
                  {t('level.plan')}
                </th>
                <Cells row={plan} />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {level === 'task' && taskRowCount > own.length && (
        <p className="figure-note">{t('table.more', { shown: own.length, count: taskRowCount })}</p>
      )}
    </section>
  )
}
