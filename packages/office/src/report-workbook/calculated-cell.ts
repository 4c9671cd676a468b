import type { CalculatedColumn } from '@yingce/domain/review/report-document'
import { cellAddress } from '@yingce/domain/sheets/cell-address'

/** Stands where there is no figure; never a zero. */
const NOTHING = '"—"'

/** Where a table's numbers stand: rows and columns counted from 1, `left` its first column. */
export interface TablePlace {
  readonly left: number
  readonly firstRow: number
  readonly lastRow: number
}

/** Formula of a calculated cell in a row of the table; null where the column is only added up at its end. */
export function rowFormula(column: CalculatedColumn, row: number, { left }: TablePlace): string | null {
  const at = (index: number): string => cellAddress(row, left + index)
  switch (column.kind) {
    case 'sum':
      return null
    case 'ratio':
    case 'quotient': {
      const [a, b] = [at(column.of), at(column.by)]
      const above = column.kind === 'ratio' && column.minusOne === true ? `(${a}-${b})` : a
      return `IF(COUNT(${a},${b})=2,IFERROR(${above}/${b},${NOTHING}),${NOTHING})`
    }
    case 'difference': {
      const [a, b] = [at(column.of), at(column.minus)]
      return `IF(COUNT(${a},${b})=0,${NOTHING},N(${a})-N(${b}))`
    }
  }
}

/**
 * Formula of a calculated column in the total row (rules 6): a ratio is sums divided by sums, over the
 * rows that have both parts, never a mean of the ratios.
 */
export function totalFormula(
  column: CalculatedColumn,
  index: number,
  row: number,
  place: TablePlace,
): string {
  const range = (of: number): string =>
    `${cellAddress(place.firstRow, place.left + of)}:${cellAddress(place.lastRow, place.left + of)}`
  switch (column.kind) {
    case 'sum':
      return `SUM(${range(index)})`
    case 'ratio': {
      const [a, b] = [range(column.of), range(column.by)]
      const sum = (cells: string): string => `SUMPRODUCT(ISNUMBER(${a})*ISNUMBER(${b}),${cells})`
      const above = column.minusOne === true ? `(${sum(a)}-${sum(b)})` : sum(a)
      return `IFERROR(${above}/${sum(b)},${NOTHING})`
    }
    case 'quotient':
      return rowFormula(column, row, place) ?? NOTHING
    case 'difference': {
      const at = (of: number): string => cellAddress(row, place.left + of)
      return `N(${at(column.of)})-N(${at(column.minus)})`
    }
  }
}
