import type { CellValue } from '@yingce/domain/sheets/workbook'
import type { Cell, CellValue as LibraryValue } from 'hucre'

/** 1904 files count days from here, all others from the last day of 1899 (with a leap day 1900 that never was). */
export type DateSystem = '1900' | '1904'

const DAY_MS = 86_400_000
const EPOCH_MS: Record<DateSystem, number> = { '1900': Date.UTC(1899, 11, 31), '1904': Date.UTC(1904, 0, 1) }
const MARCH_1900_MS = Date.UTC(1900, 2, 1)

/** How the library tells an error from the same word typed: by its detail record, or not at all. */
export type ErrorMarks = 'byRecord' | 'byWord'

/** A cell of the spreadsheet library as a plain value. `cell` is the library's detail record, when it has one. */
export function plainCell(
  value: LibraryValue | undefined,
  cell: Cell | undefined,
  system: DateSystem,
  errors: ErrorMarks,
): CellValue {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return plainMoment(value, cell?.style?.numFmt, system)
  if (typeof value === 'string') {
    if (value === '') return null
    return cell?.type === 'error' || (errors === 'byWord' && ERROR_WORDS.has(value))
      ? { error: value }
      : value
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return { error: '#NUM!' }
  return value
}

const ERROR_WORDS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
])

/**
 * The library gives every date, time and elapsed time as a Date whose UTC parts are the wall clock.
 * Seconds are rounded: 20:00 is stored as 0.8333… of a day.
 */
function plainMoment(date: Date, numberFormat: string | undefined, system: DateSystem): CellValue {
  const ms = Math.round(date.getTime() / 1000) * 1000
  if (Number.isNaN(ms)) return { error: '#NUM!' }
  const dayMs = Math.floor(ms / DAY_MS) * DAY_MS
  const clockMs = ms - dayMs
  const code = numberFormat === undefined ? '' : bareFormat(numberFormat)
  if (/\[(h+|m+|s+)\]/i.test(code)) return elapsedDays(date, system)
  if (ms < EPOCH_MS[system] + DAY_MS && !(system === '1904' && namesDay(code))) {
    return clockMs === 0 && namesDay(code) ? 0 : { time: clock(clockMs) }
  }
  // No promotion happened in January 1900: a day that early with a clock is an elapsed time.
  if (system === '1900' && clockMs !== 0 && ms < MARCH_1900_MS) return elapsedDays(date, system)
  const day = new Date(dayMs).toISOString().slice(0, 10)
  return { date: clockMs === 0 ? day : `${day}T${clock(clockMs)}` }
}

/** The stored number of days, to the millisecond. */
function elapsedDays(date: Date, system: DateSystem): number {
  const beforePhantomLeapDay = system === '1904' || date.getTime() < MARCH_1900_MS
  const days = (date.getTime() - EPOCH_MS[system]) / DAY_MS + (beforePhantomLeapDay ? 0 : 1)
  return Math.round(days * DAY_MS) / DAY_MS
}

function clock(ms: number): string {
  const text = new Date(ms).toISOString()
  return text.slice(17, 19) === '00' ? text.slice(11, 16) : text.slice(11, 19)
}

/** A number format without its quoted words and escaped characters. */
function bareFormat(numberFormat: string): string {
  return numberFormat.replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
}

function namesDay(code: string): boolean {
  return /[yd]/i.test(code.replaceAll(/\[[^\]]*\]/g, ''))
}
