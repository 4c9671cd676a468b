import type { CellLook, DocumentSheet } from '@yingce/domain/sheets/workbook-document'
import { BODY_FONT_SIZE } from './library-style.ts'

const LINE_HEIGHT = 1.45
const DEFAULT_COLUMN_WIDTH = 10

/**
 * Height for a row whose wrapped text stands in a cell merged across columns; `null` for all other
 * rows. Programs fit rows to wrapped text when they open a file, but never to merged cells.
 */
export function mergedRowHeight(sheet: DocumentSheet, rowIndex: number, looks: Readonly<Record<string, CellLook>>): number | null {
  let tallest: number | null = null
  for (const merge of sheet.merges ?? []) {
    if (merge.top !== rowIndex + 1 || merge.bottom !== merge.top) continue
    const cell = sheet.rows[rowIndex]?.cells[merge.left - 1] ?? null
    const look = cell?.look === undefined ? undefined : looks[cell.look]
    if (cell === null || typeof cell.value !== 'string' || look?.wrap !== true) continue
    let width = 0
    for (let column = merge.left; column <= merge.right; column++) width += sheet.columns[column - 1]?.width ?? DEFAULT_COLUMN_WIDTH
    const fontSize = look.fontSize ?? BODY_FONT_SIZE
    const lines = wrappedLines(cell.value, (width * BODY_FONT_SIZE) / fontSize)
    tallest = Math.max(tallest ?? 0, Math.ceil(lines * fontSize * LINE_HEIGHT + 4))
  }
  return tallest
}

/** Lines that a text takes in a width of so many Latin characters; wide characters count double. */
function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => {
    let units = 0
    for (const character of line) units += character > '\u2e7f' ? 2 : 1
    return lines + Math.max(1, Math.ceil(units / Math.max(1, width - 1)))
  }, 0)
}
