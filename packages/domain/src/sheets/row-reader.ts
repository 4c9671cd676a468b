import type { DateContext } from '../calendar/date-reading.ts'
import type { FieldValue } from '../history/field-value.ts'
import { cellAddress } from './cell-address.ts'
import { cellText } from './cell-text.ts'
import type { HeaderText } from './header-text.ts'
import type { LayoutColumn, SheetLayout } from './layout.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { ProblemCode, ProblemSeverity, SheetProblem } from './sheet-problem.ts'
import type { CellValue, SheetTable } from './workbook.ts'

/** A column of the sheet with what it means. */
export interface ReadColumn {
  /** From 1. */
  readonly index: number
  readonly header: HeaderText
  readonly column: LayoutColumn
  /** Of a ratio column: power of ten of its bare numbers. */
  readonly bareRatio: 0 | -2
}

/** All that reading a row of one table needs. */
export interface RowReader {
  readonly sheet: SheetTable
  readonly grid: SheetGrid
  readonly layout: SheetLayout
  readonly columns: readonly ReadColumn[]
  /** Last header row: nothing is borrowed from above it. */
  readonly headerRow: number
  readonly dates: DateContext
  /** Columns whose blank cells take the cell above (formats without merges). */
  readonly fillDown: readonly number[]
  readonly report: (problem: SheetProblem) => void
  /** A date cannot be read before a question is answered. */
  readonly askFor: (question: OpenDate, cell: string) => void
}

/** What a date without a year, a week of the plan or a day before the event waits for. */
export type OpenDate = 'year' | 'plan_start' | 'event_date'

/** A row while it is read. */
export interface RowState {
  readonly row: number
  readonly values: Record<string, FieldValue>
  readonly unread: Record<string, string>
  readonly cells: Record<string, string>
}

/** The cell a column has for a row, with its address: its own, the merged one, or the last one above in files without merges. */
export function cellFor(
  reader: RowReader,
  row: number,
  index: number,
): { readonly cell: CellValue; readonly address: string } {
  const { grid } = reader
  const merge = grid.mergeAt(row, index)
  const cell = grid.merged(row, index)
  if (cellText(cell) !== null || !reader.fillDown.includes(index)) {
    const isOwn = merge === null || grid.cell(row, index) !== null
    return { cell, address: isOwn ? cellAddress(row, index) : cellAddress(merge.top, merge.left) }
  }
  for (let above = row - 1; above > reader.headerRow; above--) {
    if (cellText(grid.cell(above, index)) !== null)
      return { cell: grid.cell(above, index), address: cellAddress(above, index) }
  }
  return { cell: null, address: cellAddress(row, index) }
}

/** Report a finding about one cell. */
export function tell(
  reader: RowReader,
  code: ProblemCode,
  cell: string,
  severity: ProblemSeverity,
  params: SheetProblem['params'],
): void {
  reader.report({ sheet: reader.sheet.name, cell, code, severity, params })
}
