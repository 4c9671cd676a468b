import type { CellValue, GridColumn, GridRow } from '../grid-types.ts'
import { cellValue } from './filter-rows.ts'

/**
 * The total of a column over rows. Missing cells are left out, never counted as
 * 0; a column in which every cell is missing has no total (null).
 */
export function columnTotal(column: GridColumn, rows: readonly GridRow[]): CellValue {
  const { total } = column
  if (total === undefined) return null
  if (typeof total === 'function') return total(rows)
  let result: string | number | null = null
  for (const row of rows) {
    const value = cellValue(column, row)
    if (value === null || value === '' || typeof value === 'boolean') continue
    if (result === null) result = value
    else if (total === 'sum')
      result = typeof value === 'number' && typeof result === 'number' ? result + value : result
    else if (total === 'min' ? value < result : value > result) result = value
  }
  return result
}

/**
 * Progress weighted by another column (rules 7: by budget 78.26 %). Rows without
 * progress count as 0 % done, rows without a weight do not count; null when no
 * weight is left.
 */
export function weightedMean(
  field: string,
  weightField: string,
): (rows: readonly GridRow[]) => number | null {
  return (rows) => {
    let sum = 0
    let weights = 0
    for (const { values } of rows) {
      const weight = values[weightField]
      if (typeof weight !== 'number' || weight <= 0) continue
      const value = values[field]
      sum += (typeof value === 'number' ? value : 0) * weight
      weights += weight
    }
    return weights === 0 ? null : sum / weights
  }
}

export interface SelectionSummary {
  /** Cells that hold something. */
  readonly filled: number
  /** Sum of the numeric cells when they are all of one kind, else null. */
  readonly sum: number | null
  readonly average: number | null
  readonly kind: GridColumn['kind'] | null
}

/** 求和, 平均, 计数 over chosen cells; money is not added to percentages. */
export function summarise(
  cells: Iterable<{ readonly column: GridColumn; readonly row: GridRow }>,
): SelectionSummary {
  let filled = 0
  let numbers = 0
  let sum = 0
  let kind: GridColumn['kind'] | null = null
  let mixed = false
  for (const { column, row } of cells) {
    const value = cellValue(column, row)
    if (value === null || value === '') continue
    filled += 1
    if (typeof value !== 'number') continue
    if (kind !== null && kind !== column.kind) mixed = true
    kind = column.kind
    numbers += 1
    sum += value
  }
  if (mixed || numbers === 0) return { filled, sum: null, average: null, kind: null }
  return { filled, sum, average: sum / numbers, kind }
}
