import type { CellLook, CellRange, DocumentSheet } from '@yingce/domain/sheets/workbook-document'
import { BODY_FONT_SIZE } from './library-style.ts'

const DEFAULT_COLUMN_WIDTH = 10
/** Points per point of font size, as 微软雅黑 needs them. */
const LINE_HEIGHT = 1.4
const PADDING_POINTS = 5
/** Programs show no taller row. */
const MAX_POINTS = 409

/**
 * Height in points that a row's wrapped text needs; `null` when one line is enough.
 *
 * It is written into the file because Excel alone fits rows when opening a file; LibreOffice and
 * previews on phones cut the text, and no program fits rows to merged cells.
 */
export function wrappedRowHeight(
  sheet: DocumentSheet,
  rowIndex: number,
  looks: Readonly<Record<string, CellLook>>,
): number | null {
  let tallest = 0
  let hasMany = false
  for (const [column, cell] of (sheet.rows[rowIndex]?.cells ?? []).entries()) {
    const look = cell?.look === undefined ? undefined : looks[cell.look]
    if (cell === null || typeof cell.value !== 'string' || look?.wrap !== true) continue
    const fontSize = look.fontSize ?? BODY_FONT_SIZE
    const width = widthOf(sheet, rowIndex, column) - (look.indent ?? 0) * 2
    const lines =
      wrappedLines(cell.value, (width * BODY_FONT_SIZE) / fontSize) / rowsOf(sheet, rowIndex, column)
    if (lines > 1) hasMany = true
    tallest = Math.max(tallest, lines * fontSize * LINE_HEIGHT + PADDING_POINTS)
  }
  return hasMany ? Math.min(MAX_POINTS, Math.ceil(tallest)) : null
}

const mergesByStart = new WeakMap<DocumentSheet, ReadonlyMap<string, CellRange>>()

/** A tracker of 10,000 tasks has thousands of merges and asks for each wrapped cell: they are indexed once. */
function mergeAt(sheet: DocumentSheet, rowIndex: number, column: number): CellRange | undefined {
  let index = mergesByStart.get(sheet)
  if (index === undefined) {
    index = new Map((sheet.merges ?? []).map((merge) => [`${merge.top}:${merge.left}`, merge]))
    mergesByStart.set(sheet, index)
  }
  return index.get(`${rowIndex + 1}:${column + 1}`)
}

function rowsOf(sheet: DocumentSheet, rowIndex: number, column: number): number {
  const merge = mergeAt(sheet, rowIndex, column)
  return merge === undefined ? 1 : merge.bottom - merge.top + 1
}

/** Width of a cell, or of the merge it begins, in Latin characters of the body font. */
function widthOf(sheet: DocumentSheet, rowIndex: number, column: number): number {
  const last = mergeAt(sheet, rowIndex, column)?.right ?? column + 1
  let width = 0
  for (let index = column; index < last; index++) width += sheet.columns[index]?.width ?? DEFAULT_COLUMN_WIDTH
  return width
}

/** Lines that a text takes in a width of so many Latin characters; wide characters count double. */
export function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => {
    let units = 0
    for (const character of line) units += character > '\u2e7f' ? 2 : 1
    return lines + Math.max(1, Math.ceil(units / Math.max(2, width - 1)))
  }, 0)
}
