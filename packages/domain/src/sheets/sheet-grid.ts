import { cellText } from './cell-text.ts'
import type { CellValue, MergedRange, SheetTable } from './workbook.ts'

/** A sheet that can be asked by address; rows and columns count from 1. */
export interface SheetGrid {
  readonly name: string
  readonly lastRow: number
  readonly lastColumn: number
  /** The cell itself; cells inside a merge other than the top left are empty. */
  cell(row: number, column: number): CellValue
  /** The cell, or the value its merged block carries. */
  merged(row: number, column: number): CellValue
  /** The block a cell is merged into, or null. */
  mergeAt(row: number, column: number): MergedRange | null
  /** Columns of the row's filled cells, ascending. */
  filled(row: number): readonly number[]
}

/** Wrap a sheet for reading. Merges beyond the filled rows cost nothing, however large they claim to be. */
export function sheetGrid(sheet: SheetTable): SheetGrid {
  const { rows } = sheet
  const mergesByRow = new Map<number, MergedRange[]>()
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, rows.length); row++) {
      const list = mergesByRow.get(row)
      if (list === undefined) mergesByRow.set(row, [merge])
      else list.push(merge)
    }
  }
  const cell = (row: number, column: number): CellValue => rows[row - 1]?.[column - 1] ?? null
  const mergeAt = (row: number, column: number): MergedRange | null =>
    mergesByRow.get(row)?.find((merge) => merge.left <= column && column <= merge.right) ?? null
  return {
    name: sheet.name,
    lastRow: rows.length,
    lastColumn: rows.reduce((widest, row) => Math.max(widest, row.length), 0),
    cell,
    mergeAt,
    merged(row, column) {
      const own = cell(row, column)
      if (own !== null) return own
      const merge = mergeAt(row, column)
      return merge === null ? null : cell(merge.top, merge.left)
    },
    filled(row) {
      const cells = rows[row - 1] ?? []
      return cells.flatMap((value, index) => (cellText(value) === null ? [] : [index + 1]))
    },
  }
}
