import { cellText } from './cell-text.ts'
import { sumDecimals } from './decimal-sum.ts'
import type { HeaderText } from './header-text.ts'
import { figureInColumn, numberInCell } from './number-cell.ts'
import type { SheetGrid } from './sheet-grid.ts'

export interface ColumnFigures {
  /** Exact sum in the file's own unit; null when the column is not one of numbers. */
  readonly sum: string | null
  /** Rows whose cell says something. */
  readonly filled: number
}

/** Whole numbers as long as this are ids, not quantities. */
const LONG_ID = /^\d{16,}$/
const ID_HEADER = /(?:id|编号|编码|单号|手机号|电话号码|序号|no\.)$/u

/** Sum and fill of one column over the rows that are records; merged cells count once. */
export function columnFigures(
  grid: SheetGrid,
  index: number,
  header: HeaderText | null,
  rows: readonly number[],
): ColumnFigures {
  const decimals: string[] = []
  let filled = 0
  let other = 0
  for (const row of rows) {
    const cell = grid.cell(row, index)
    if (cellText(cell) === null) continue
    filled++
    const number = numberInCell(cell)
    if (number === null) continue
    if (number === undefined || number.hasPercent || LONG_ID.test(number.decimal)) other++
    else decimals.push(figureInColumn(cell, header?.unit ?? null) ?? number.decimal)
  }
  const isNumbers =
    decimals.length > 0 &&
    other <= 0.05 * decimals.length &&
    !(header !== null && ID_HEADER.test(header.bare))
  return { sum: isNumbers ? sumDecimals(decimals) : null, filled }
}
