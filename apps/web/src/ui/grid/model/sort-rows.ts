import type { GridColumn, GridRow } from '../grid-types.ts'
import { cellValue } from './filter-rows.ts'
import type { GridSort } from './grid-view.ts'

type SortKey = string | number | null

function keyOf(column: GridColumn): (row: GridRow) => SortKey {
  if (column.sortKey !== undefined) {
    const { sortKey } = column
    return (row) => sortKey(cellValue(column, row), row)
  }
  if (column.choices !== undefined) {
    const rank = new Map(column.choices.map((choice, index) => [choice.value, index]))
    return (row) => {
      const value = cellValue(column, row)
      return typeof value === 'string' ? (rank.get(value) ?? value) : null
    }
  }
  return (row) => {
    const value = cellValue(column, row)
    if (typeof value === 'boolean') return value ? 1 : 0
    return value === '' ? null : value
  }
}

/**
 * Stable sort by several columns. Chinese text sorts by pinyin (the collation
 * of `locale`), numbers inside text as numbers, choices in their given order;
 * empty cells come last in both directions, because an empty cell is no value.
 */
export function sortRows(
  rows: readonly GridRow[],
  sort: readonly GridSort[],
  columns: ReadonlyMap<string, GridColumn>,
  locale: string,
): readonly GridRow[] {
  const criteria = sort.flatMap(({ field, direction }) => {
    const column = columns.get(field)
    return column === undefined ? [] : [{ key: keyOf(column), sign: direction === 'asc' ? 1 : -1 }]
  })
  if (criteria.length === 0) return rows
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const keyed = rows.map((row, index) => ({ row, index, keys: criteria.map(({ key }) => key(row)) }))
  keyed.sort((a, b) => {
    for (const [level, { sign }] of criteria.entries()) {
      const left = a.keys[level] ?? null
      const right = b.keys[level] ?? null
      if (left === right) continue
      if (left === null) return 1
      if (right === null) return -1
      const order =
        typeof left === 'number' && typeof right === 'number'
          ? left - right
          : compare(String(left), String(right))
      if (order !== 0) return order * sign
    }
    return a.index - b.index
  })
  return keyed.map(({ row }) => row)
}
