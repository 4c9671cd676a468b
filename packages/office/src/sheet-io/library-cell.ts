import type { CellLook, DocumentCell, WritableValue } from '@yingce/domain/sheets/workbook-document'
import { libraryStyle } from './library-style.ts'
import type { Cell, LibraryValue } from './library-types.ts'
import { writableText } from './writable-text.ts'

const DAY_MS = 86_400_000
/** Day 0 of the serial numbers for all days after February 1900. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30)

/** One cell in the terms of the spreadsheet library. */
export function libraryCell(cell: DocumentCell, look: CellLook): Partial<Cell> {
  const value = libraryValue(cell.value)
  const format = cell.numberFormat ?? look.numberFormat ?? defaultFormat(cell.value)
  const written: Partial<Cell> = { value, style: libraryStyle(look, format) }
  // The library writes these words as errors; as a piece of formatted text they stay text.
  if (typeof value === 'string' && /^#[A-Z/0_]+[!?]?$/.test(value)) written.richText = [{ text: value }]
  if (cell.formula !== undefined) {
    written.formula = cell.formula
    written.formulaResult = value
  }
  if (cell.link !== undefined && /^https?:\/\//i.test(cell.link)) written.hyperlink = { target: cell.link }
  if (cell.note !== undefined) written.comment = { text: writableText(cell.note) }
  return written
}

/**
 * Dates and times become serial numbers here, from their digits: a Date would pass through the time
 * zone of this computer.
 */
function libraryValue(value: WritableValue): LibraryValue {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return writableText(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a cell cannot hold a number that is not finite')
    return value
  }
  return 'date' in value ? dateSerial(value.date) : timeSerial(value.time)
}

function dateSerial(date: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$/.exec(date)
  if (parts === null) throw new Error(`${date} is no date`)
  const [, year, month, day, time] = parts
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - SERIAL_ZERO_MS) / DAY_MS
  return days + (time === undefined ? 0 : timeSerial(time))
}

function timeSerial(time: string): number {
  const parts = /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(time)
  if (parts === null) throw new Error(`${time} is no time`)
  return (Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0)) / 86_400
}

function defaultFormat(value: WritableValue): string | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if ('time' in value) return value.time.length > 5 ? 'hh:mm:ss' : 'hh:mm'
  if (value.date.length > 16) return 'yyyy-mm-dd hh:mm:ss'
  return value.date.length > 10 ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd'
}
