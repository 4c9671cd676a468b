import type { GridRow } from '../grid-types.ts'
import type { GridStore } from '../grid-store.ts'
import type { ReadContext } from '../parse-cell.ts'

/** What the reader of a cell may borrow: the plan's year, start and period, and the day of the row. */
export function readContext(store: GridStore, row: GridRow | null, field: string): ReadContext {
  const { year, today, planStart, period } = store.props
  const own = row?.values[field]
  const dated = store.props.columns.find(
    ({ kind, field: other }) => kind === 'date' && typeof row?.values[other] === 'string',
  )
  const rowDate =
    typeof own === 'string' && /^\d{4}-\d\d-\d\d/u.test(own)
      ? own.slice(0, 10)
      : dated === undefined
        ? null
        : String(row?.values[dated.field])
  return {
    year,
    today,
    rowDate,
    ...(planStart === undefined ? {} : { planStart }),
    ...(period === undefined ? {} : { period }),
  }
}
