import type { FieldValue } from '../history/field-value.ts'
import { ENTITIES } from '../records/entities.ts'
import type { FieldSpec } from '../records/field.ts'
import { isInRange, rangeText } from '../records/field-range.ts'
import { cellText } from './cell-text.ts'
import { hasChoiceWords, readChoiceWord } from './choice-words.ts'
import type { ImportRecord } from './import-table.ts'
import type { SheetLayout } from './layout.ts'
import { readDate, readMoment, readPeriod } from './read-row-dates.ts'
import {
  readCount,
  readExpression,
  readFlag,
  readMoney,
  readNumber,
  readRatio,
  readText,
  type ValueReading,
} from './read-value.ts'
import { cellFor, type ReadColumn, type RowReader, type RowState, tell } from './row-reader.ts'
import { isLateWord, readStatus } from './status-words.ts'
import type { CellValue } from './workbook.ts'

function specOf(layout: SheetLayout, field: string): FieldSpec | null {
  return (ENTITIES[layout.entity] as Readonly<Record<string, FieldSpec>>)[field] ?? null
}

function put(
  reader: RowReader,
  state: RowState,
  field: string,
  address: string,
  reading: ValueReading,
  written: string | null,
): void {
  // A field that is never null keeps what it has (or its initial value) when the cell is empty.
  const isEmpty = reading.value === null && reading.unread === null
  const spec = specOf(reader.layout, field)
  if (isEmpty && spec?.initial !== undefined) return
  state.cells[field] = address
  if (
    spec?.range !== undefined &&
    typeof reading.value === 'number' &&
    !isInRange(reading.value, spec.range)
  ) {
    const text = written ?? String(reading.value)
    state.values[field] = null
    state.unread[field] = text
    tell(reader, 'out_of_range', address, 'warning', { text, field, range: rangeText(spec.kind, spec.range) })
    return
  }
  state.values[field] = reading.value
  if (reading.unread !== null) state.unread[field] = reading.unread
  if (reading.problem === null) return
  const severity = reading.problem === 'money_rounded' ? 'info' : 'warning'
  tell(reader, reading.problem, address, severity, { text: reading.unread ?? written ?? '', field })
}

/** Is the cell merged with the one above it? An amount over several rows is one amount and counts in the first. */
function isShared({ grid }: RowReader, row: number, { index }: ReadColumn): boolean {
  const merge = grid.mergeAt(row, index)
  return merge !== null && merge.top < row && cellText(grid.merged(row, index)) !== null
}

function readPlain(reader: RowReader, state: RowState, column: ReadColumn): void {
  const { field } = column.column
  const spec = specOf(reader.layout, field)
  if (spec === null) return
  const { cell, address } = cellFor(reader, state.row, column.index)
  const written = cellText(cell)
  if (cell !== null && typeof cell === 'object' && 'error' in cell) {
    state.values[field] = null
    state.cells[field] = address
    state.unread[field] = cell.error
    tell(reader, 'cell_error', address, 'warning', { text: cell.error, field })
    return
  }
  const formula = cell === null ? reader.sheet.formulas[address] : undefined
  if (formula !== undefined) {
    // Programs that write workbooks may leave the computed value out: not missing, but unknown.
    state.values[field] = null
    state.cells[field] = address
    state.unread[field] = `=${formula}`
    tell(reader, 'cell_error', address, 'warning', { text: `=${formula}`, field })
    return
  }
  if ((spec.kind === 'money' || spec.kind === 'count') && isShared(reader, state.row, column)) {
    state.values[field] = null
    state.cells[field] = address
    tell(reader, 'shared_amount', address, 'info', { text: written ?? '', header: column.header.written })
    return
  }
  const format = reader.sheet.numberFormats[address] ?? null
  const { unit } = column.header
  switch (spec.kind) {
    case 'text':
    case 'person':
      return put(
        reader,
        state,
        field,
        address,
        spec.required ? { value: written, unread: null, problem: null } : readText(cell, false),
        written,
      )
    case 'longText':
      return put(reader, state, field, address, readText(cell, true), written)
    case 'money':
      return put(reader, state, field, address, readMoney(cell, unit), written)
    case 'count':
      return put(reader, state, field, address, readCount(cell, unit), written)
    case 'number':
      return put(reader, state, field, address, readNumber(cell), written)
    case 'ratio':
      return put(reader, state, field, address, readRatio(cell, column.bareRatio, format), written)
    case 'flag':
      return put(reader, state, field, address, readFlag(cell), written)
    case 'targets':
    case 'quantity':
      return put(reader, state, field, address, readExpression(cell, spec.kind, unit, format), written)
    case 'choice':
      return readChoice(reader, state, field, address, cell)
    case 'date':
      return readDate(reader, state, column)
    case 'dateTime':
    case 'ref':
      return
  }
}

/** A state; what it says beyond the bare word goes to the status note, or to the remark where the record has no such field. */
function readChoice(
  reader: RowReader,
  state: RowState,
  field: string,
  address: string,
  cell: CellValue,
): void {
  const written = readText(cell, false).value
  if (typeof written !== 'string') return
  if (hasChoiceWords(field)) {
    const choice = readChoiceWord(field, written)
    state.cells[field] = address
    if (choice !== null) state.values[field] = choice
    else {
      state.unread[field] = written
      tell(reader, 'unreadable_choice', address, 'warning', { text: written, field })
    }
    return
  }
  const reading = readStatus(written)
  if (reading === null) {
    state.unread[field] = written
    tell(reader, 'unreadable_choice', address, 'warning', { text: written, field })
    return
  }
  state.values[field] = reading.status
  state.cells[field] = address
  if (specOf(reader.layout, 'statusNote') !== null) {
    state.values['statusNote'] = reading.note
    state.cells['statusNote'] = address
  } else if (reading.note !== null && isLateWord(reading.note))
    tell(reader, 'late_is_derived', address, 'info', { text: written })
  else if (reading.note !== null) {
    state.values['remark'] = [state.values['remark'], reading.note]
      .filter((text) => typeof text === 'string')
      .join('\n')
    tell(reader, 'status_note', address, 'info', { text: written, status: reading.status })
  }
}

/** Read one row of a table into a record; what cannot be read is kept as text and reported with its cell. */
export function readRow(reader: RowReader, row: number, phaseAbove: string | null): ImportRecord {
  const state: RowState = { row, values: {}, unread: {}, cells: {} }
  let phaseName: string | null = null
  let sourceId: string | null = null
  let recordId: string | null = null
  let recordVersion: number | null = null
  for (const column of reader.columns) {
    const as = column.column.reads?.as
    if (as === undefined && specOf(reader.layout, column.column.field)?.kind !== 'choice')
      readPlain(reader, state, column)
    else if (as === 'period') readPeriod(reader, state, column)
    else if (as === 'phase')
      phaseName = stringOrNull(readText(cellFor(reader, row, column.index).cell, false).value)
    else if (as === 'sourceId') sourceId = cellText(reader.grid.cell(row, column.index))
    else if (as === 'recordId') recordId = cellText(reader.grid.cell(row, column.index))
    else if (as === 'recordVersion')
      recordVersion = Number(cellText(reader.grid.cell(row, column.index)) ?? Number.NaN) || null
  }
  // These build on what the other cells of the row said.
  for (const column of reader.columns) {
    const kind = specOf(reader.layout, column.column.field)?.kind
    if (kind === 'dateTime') readMoment(reader, state, column)
    else if (kind === 'choice') readPlain(reader, state, column)
  }
  return {
    row,
    entity: reader.layout.entity,
    values: state.values,
    unread: state.unread,
    cells: state.cells,
    derived: [],
    phaseName: phaseName ?? phaseAbove,
    sourceId,
    recordId,
    recordVersion,
  }
}

function stringOrNull(value: FieldValue): string | null {
  return typeof value === 'string' ? value : null
}
