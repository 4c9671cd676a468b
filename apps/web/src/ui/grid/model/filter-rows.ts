import type { CellValue, GridColumn, GridRow } from '../grid-types.ts'
import type { GridFilter } from './grid-view.ts'

/** The value a column shows for a row: derived or stored, null when absent. */
export function cellValue(column: GridColumn, row: GridRow): CellValue {
  return column.derive === undefined ? (row.values[column.field] ?? null) : column.derive(row)
}

/** A cell is empty when it holds neither a value nor a text that could not be read. */
export function isEmptyCell(column: GridColumn, row: GridRow): boolean {
  const value = cellValue(column, row)
  return (value === null || value === '') && row.unread?.[column.field] === undefined
}

/** Full-width and upper-case forms compare as their plain ones. */
const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase()

function test(filter: GridFilter, column: GridColumn): (row: GridRow) => boolean {
  const { field } = filter
  switch (filter.op) {
    case 'empty':
      return (row) => isEmptyCell(column, row)
    case 'notEmpty':
      return (row) => !isEmptyCell(column, row)
    case 'unread':
      return (row) => row.unread?.[field] !== undefined
    case 'marked':
      return (row) => row.marks?.[field] !== undefined
    case 'contains': {
      const needle = folded(filter.text)
      const labels = new Map(column.choices?.map((choice) => [choice.value, choice.label]))
      return (row) => {
        const value = cellValue(column, row)
        const text =
          typeof value === 'string' ? (labels.get(value) ?? value) : value === null ? '' : String(value)
        return folded(text).includes(needle) || folded(row.unread?.[field] ?? '').includes(needle)
      }
    }
    case 'oneOf': {
      const wanted = new Set<string | null>(filter.values)
      return (row) => {
        const value = cellValue(column, row)
        return wanted.has(value === '' || value === null ? null : String(value))
      }
    }
    case 'between': {
      const { from, to } = filter
      return (row) => {
        const value = cellValue(column, row)
        if (value === null || typeof value === 'boolean') return false
        // A moment of a day lies inside a range that ends on that day.
        const upper = typeof value === 'string' && typeof to === 'string' ? value.slice(0, to.length) : value
        return (from === null || value >= from) && (to === null || upper <= to)
      }
    }
  }
}

/**
 * Rows that pass every filter. A filter on an unknown column is ignored (a saved
 * view may outlive a column). Rows in `kept` stay: what somebody has just edited
 * must not vanish under the cursor.
 */
export function filterRows(
  rows: readonly GridRow[],
  filters: readonly GridFilter[],
  columns: ReadonlyMap<string, GridColumn>,
  kept: ReadonlySet<string>,
): readonly GridRow[] {
  const tests = filters.flatMap((filter) => {
    const column = columns.get(filter.field)
    return column === undefined ? [] : [test(filter, column)]
  })
  if (tests.length === 0) return rows
  return rows.filter((row) => kept.has(row.id) || tests.every((passes) => passes(row)))
}
