import type { CellErrorCode, CellReading } from '../parse-cell.ts'
import type { CellValue, GridColumn, GridRow } from '../grid-types.ts'
import { squared, type TextTable } from './clipboard-text.ts'
import type { PlacedColumn } from './column-layout.ts'
import type { DisplayRow } from './display-rows.ts'
import { whyLocked } from './locked-cell.ts'
import type { CellRange } from './selection.ts'

/** A value for a cell of an existing row. `unread` keeps a text that is no value. */
export interface CellWrite {
  readonly row: GridRow
  readonly column: GridColumn
  readonly value: CellValue
  readonly unread: string | null
}

/** A pasted cell that its column cannot read. `rowNumber` is what the row heading shows; null for a row to be added. */
export interface BadCell {
  readonly row: GridRow | null
  readonly rowNumber: number | null
  /** Index into `appended` when the cell belongs to a row to be added. */
  readonly appendedIndex: number | null
  readonly column: GridColumn
  readonly text: string
  readonly code: CellErrorCode
}

export interface AppendedRow {
  readonly values: Record<string, CellValue>
  readonly unread: Record<string, string>
}

/** What a paste would do. Nothing is left out without being counted here. */
export interface PastePlan {
  readonly writes: readonly CellWrite[]
  readonly appended: readonly AppendedRow[]
  readonly bad: readonly BadCell[]
  /** Cells skipped because they are read-only, by column title. */
  readonly locked: ReadonlyMap<string, number>
  /** Columns of the clipboard that lie past the last column of the grid. */
  readonly droppedColumns: number
  /** Rows that would have to be added where rows cannot be added. */
  readonly droppedRows: number
  /** The cells written to, for the selection afterwards. */
  readonly target: CellRange
}

export interface PasteInput {
  readonly table: TextTable
  readonly ranges: readonly CellRange[]
  readonly lines: readonly DisplayRow[]
  readonly columns: readonly PlacedColumn[]
  readonly read: (column: GridColumn, text: string, row: GridRow | null) => CellReading
  readonly canAppend: boolean
  /** Name given to an added row whose required text is not in the clipboard. */
  readonly untitled: string
}

/** The lines a paste goes to: data rows from `top` on (group rows are stepped over), null for rows to add. */
function targetLines(
  lines: readonly DisplayRow[],
  top: number,
  count: number,
): readonly ((DisplayRow & { kind: 'row' }) | null)[] {
  const targets: ((DisplayRow & { kind: 'row' }) | null)[] = []
  for (let line = top; targets.length < count && line < lines.length; line += 1) {
    const shown = lines[line]
    if (shown?.kind === 'row') targets.push(shown)
  }
  while (targets.length < count) targets.push(null)
  return targets
}

/** One value fills every selected cell; a block is repeated when the selection is a multiple of it. */
function repeated(table: TextTable, range: CellRange, dataLines: number): TextTable {
  const height = table.length
  const width = table[0]?.length ?? 0
  const right = range.right - range.left + 1
  const tileDown = dataLines % height === 0 ? dataLines / height : 1
  const tileRight = right % width === 0 ? right / width : 1
  return Array.from({ length: height * Math.max(1, tileDown) }, (_, line) => {
    const row = table[line % height] ?? []
    return Array.from({ length: width * Math.max(1, tileRight) }, (__, column) => row[column % width] ?? '')
  })
}

/** Work out what pasting `table` over the selected ranges does, without doing it. */
export function planPaste(input: PasteInput): PastePlan {
  const { lines, columns } = input
  const table = squared(input.table)
  const single = table.length === 1 && table[0]?.length === 1
  const ranges = single ? input.ranges : input.ranges.slice(-1)
  const writes: CellWrite[] = []
  const appended: AppendedRow[] = []
  const bad: BadCell[] = []
  const locked = new Map<string, number>()
  let droppedColumns = 0
  let droppedRows = 0
  let target: CellRange = ranges[0] ?? { top: 0, left: 0, bottom: 0, right: 0 }
  for (const range of ranges) {
    const dataLines = lines.slice(range.top, range.bottom + 1).filter((line) => line.kind === 'row').length
    const block = repeated(table, range, dataLines)
    const targets = targetLines(lines, range.top, block.length)
    const width = block[0]?.length ?? 0
    droppedColumns = Math.max(0, range.left + width - columns.length)
    for (const [index, shown] of targets.entries()) {
      if (shown === null && !input.canAppend) {
        droppedRows += 1
        continue
      }
      const fresh: AppendedRow | null = shown === null ? { values: {}, unread: {} } : null
      for (const [offset, text] of (block[index] ?? []).entries()) {
        const column = columns[range.left + offset]?.column
        if (column === undefined) continue
        if (whyLocked(column, shown?.row ?? null) !== null) {
          locked.set(column.title, (locked.get(column.title) ?? 0) + 1)
          continue
        }
        const reading = input.read(column, text, shown?.row ?? null)
        if (!reading.ok) {
          // An absent required cell of a new row gets the stand-in name below.
          if (fresh !== null && reading.code === 'required') continue
          bad.push({
            row: shown?.row ?? null,
            rowNumber: shown?.number ?? null,
            appendedIndex: fresh === null ? null : appended.length,
            column,
            text,
            code: reading.code,
          })
        } else if (fresh !== null) {
          if (reading.value !== null) fresh.values[column.field] = reading.value
        } else if (shown !== null) {
          writes.push({ row: shown.row, column, value: reading.value, unread: null })
        }
      }
      if (fresh === null) continue
      const isBlank =
        Object.keys(fresh.values).length === 0 && !bad.some((cell) => cell.appendedIndex === appended.length)
      if (isBlank) continue
      for (const { column } of columns) {
        if (column.required === true && column.kind === 'text' && fresh.values[column.field] === undefined)
          fresh.values[column.field] = input.untitled
      }
      appended.push(fresh)
    }
    target = {
      top: range.top,
      left: range.left,
      bottom: bottomOf(lines, range.top, block.length),
      right: Math.min(columns.length - 1, range.left + width - 1),
    }
  }
  return { writes, appended, bad, locked, droppedColumns, droppedRows, target }
}

function bottomOf(lines: readonly DisplayRow[], top: number, count: number): number {
  let left = count
  let bottom = top
  for (let line = top; line < lines.length && left > 0; line += 1) {
    if (lines[line]?.kind !== 'row') continue
    bottom = line
    left -= 1
  }
  return bottom
}

/**
 * The plan as accepted: bad cells stay as they were (`skip`), or are kept as
 * text with a flag (`keepText`) where the column may be empty.
 */
export function settlePaste(
  plan: PastePlan,
  bad: 'skip' | 'keepText',
): Pick<PastePlan, 'writes' | 'appended'> {
  if (bad === 'skip') return plan
  const writes = [...plan.writes]
  const appended = plan.appended.map((row) => ({ values: row.values, unread: { ...row.unread } }))
  for (const cell of plan.bad) {
    if (cell.column.required === true) continue
    if (cell.row !== null) writes.push({ row: cell.row, column: cell.column, value: null, unread: cell.text })
    else if (cell.appendedIndex !== null) {
      const fresh = appended[cell.appendedIndex]
      if (fresh !== undefined) fresh.unread[cell.column.field] = cell.text
    }
  }
  return { writes, appended }
}
