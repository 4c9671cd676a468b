import { type DateContext, type DateReading, endDateOf, startDateOf } from '../calendar/date-reading.ts'
import { cellText } from './cell-text.ts'
import { cellFor, type ReadColumn, type RowReader, type RowState, tell } from './row-reader.ts'
import { readDateValue } from './sheet-date.ts'
import type { CellValue } from './workbook.ts'

/** Fields of a start whose end stands in the same row: the end is not before it. */
const START_OF: Readonly<Record<string, string>> = {
  plannedEnd: 'plannedStart',
  actualEnd: 'actualStart',
  endDate: 'startDate',
}

function dateIn(state: RowState, field: string | undefined): string | null {
  const value = field === undefined ? null : state.values[field]
  return typeof value === 'string' ? value : null
}

interface Found {
  readonly cell: CellValue
  readonly address: string
  readonly reading: DateReading
}

function readingOf(
  reader: RowReader,
  state: RowState,
  column: ReadColumn,
  known: Partial<DateContext>,
): Found {
  const { cell, address } = cellFor(reader, state.row, column.index)
  const reading = readDateValue(cell, reader.sheet.numberFormats[address] ?? null, {
    ...reader.dates,
    ...known,
  })
  if (reading.kind === 'needs-year') reader.askFor('year', address)
  if (reading.kind === 'needs-anchor')
    reader.askFor(reading.anchor === 'event' ? 'event_date' : 'plan_start', address)
  return { cell, address, reading }
}

/** Keep the text of a date that gave no value, and say why, unless a question will be asked about it. */
function keepText(
  reader: RowReader,
  state: RowState,
  field: string,
  { cell, address, reading }: Found,
): void {
  const text = cellText(cell) ?? ''
  state.unread[field] = text
  if (reading.kind === 'needs-year' || reading.kind === 'needs-anchor') return
  if (reading.kind === 'ambiguous')
    tell(reader, 'ambiguous_date', address, 'warning', { text, candidates: reading.candidates.join(', ') })
  else tell(reader, 'unreadable_date', address, 'warning', { text, field })
}

/** Say that a number was taken for month and day: 7.1 may have been typed as 7.10. */
function tellNumber(reader: RowReader, { cell, address, reading }: Found): void {
  if (typeof cell !== 'number' || reading.kind !== 'date') return
  const text = cellText(cell) ?? ''
  if (reading.doubt !== null)
    tell(reader, 'doubtful_date', address, 'warning', { text, date: reading.date, doubt: reading.doubt })
  else if (cell < 13) tell(reader, 'number_as_date', address, 'info', { text, date: reading.date })
}

const END_OF = Object.fromEntries(Object.entries(START_OF).map(([end, start]) => [start, end]))

/** Does the row say an end in a cell of its own? */
function hasOwnEnd(reader: RowReader, state: RowState, end: string): boolean {
  const column = reader.columns.find((candidate) => candidate.column.field === end)
  return column !== undefined && cellText(cellFor(reader, state.row, column.index).cell) !== null
}

/**
 * A field of one day. A range in it is not one day and stays text, but for a start
 * whose end is left blank: "11.1-11.11" then says both.
 */
export function readDate(reader: RowReader, state: RowState, column: ReadColumn): void {
  const { field } = column.column
  const found = readingOf(reader, state, column, { notBefore: dateIn(state, START_OF[field]) })
  const from = startDateOf(found.reading)
  const end = END_OF[field]
  if (found.reading.kind === 'range' && end !== undefined && !hasOwnEnd(reader, state, end)) {
    for (const [part, day] of [
      [field, found.reading.from],
      [end, found.reading.to],
    ] as const) {
      state.values[part] = day
      state.cells[part] = found.address
    }
    return
  }
  if (found.reading.kind === 'empty' && dateIn(state, field) !== null) return
  const isOneDay = from !== null && from === endDateOf(found.reading)
  state.cells[field] = found.address
  state.values[field] = isOneDay ? from : null
  if (isOneDay) tellNumber(reader, found)
  else if (found.reading.kind !== 'empty') keepText(reader, state, field, found)
}

/** One cell for a start and an end: "6.2-6.5", or one day for both. */
export function readPeriod(reader: RowReader, state: RowState, column: ReadColumn): void {
  const reads = column.column.reads
  if (reads?.as !== 'period') return
  const found = readingOf(reader, state, column, {})
  const from = startDateOf(found.reading)
  state.values[reads.start] = from
  state.values[reads.end] = endDateOf(found.reading)
  state.cells[reads.start] = found.address
  state.cells[reads.end] = found.address
  if (from !== null) tellNumber(reader, found)
  else if (found.reading.kind !== 'empty') keepText(reader, state, reads.start, found)
}

/** A date alone means "by the end of that day". */
const END_OF_DAY = 'T23:59'

/** A moment: "6.5 18:00" has its own day, "17:00" borrows the row's last one. */
export function readMoment(reader: RowReader, state: RowState, column: ReadColumn): void {
  const { field } = column.column
  const found = readingOf(reader, state, column, {
    rowDate: dateIn(state, 'endDate') ?? dateIn(state, 'startDate'),
  })
  const { reading } = found
  state.cells[field] = found.address
  state.values[field] = null
  if (reading.kind === 'dateTime') state.values[field] = reading.at
  else if (reading.kind === 'date') state.values[field] = `${reading.date}${END_OF_DAY}`
  else if (reading.kind !== 'empty') keepText(reader, state, field, found)
}
