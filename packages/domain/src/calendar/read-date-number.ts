import type { DateContext, DateReading } from './date-reading.ts'
import { dateOfSerial, isPlausibleSerial, timeOfSerial } from './excel-serial.ts'
import { parseLocalDate } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import type { LocalDateTime } from './local-date-time.ts'

/**
 * A number in a date column: an Excel serial where the cell says so or the size
 * does, 20250501, or month.day as people type it (7.1). Null where it is month.day,
 * which the text reader completes.
 */
export function readDateNumber(value: number, context: DateContext): DateReading | null {
  const text = String(value)
  if (context.isDateFormatted) return readSerial(value, text, context)
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_001_231) {
    const date = parseLocalDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
    return date === null ? { kind: 'unread', text } : { kind: 'date', date, doubt: null, text }
  }
  if (isPlausibleSerial(value)) return readSerial(value, text, context)
  if (/^\d{1,2}\.\d{1,2}$/.test(text)) return null
  // 0.75 is 18:00 in a cell without format as well; a whole small number says nothing.
  if (value > 0 && value < 1 && context.rowDate !== null) return readSerial(value, text, context)
  return { kind: 'unread', text }
}

function readSerial(value: number, text: string, context: DateContext): DateReading {
  if (value >= 0 && value < 1) {
    const time = timeOfSerial(value)
    if (time === null) return { kind: 'unread', text }
    if (context.rowDate !== null) return { kind: 'dateTime', at: `${context.rowDate}T${time}`, text }
    return { kind: 'time', time, to: null, text }
  }
  // The first years of the system: 7.1 in a date-formatted cell is a typed month.day that Excel took for 1900-01-07.
  if (value < 3660) return { kind: 'unread', text }
  const found: LocalDate | LocalDateTime | null = dateOfSerial(value, context.dateSystem)
  if (found === null) return { kind: 'unread', text }
  return found.length === 10
    ? { kind: 'date', date: found, doubt: null, text }
    : { kind: 'dateTime', at: found, text }
}

/**
 * Excel shows a typed 7.10 as the number 7.1. The day stays 1 July, as written; when
 * the neighbours suggest 10 July (the row's start is later than the 1st, or the
 * column ascends past it) that day is returned as the doubt.
 */
export function droppedZeroDoubt(date: LocalDate, text: string, context: DateContext): LocalDate | null {
  const tenth = /^\d{1,2}\.[123]$/.test(text) ? parseLocalDate(`${date.slice(0, 8)}${date.slice(9)}0`) : null
  if (tenth === null) return null
  const { notBefore, previous, next } = context
  if (notBefore !== null && date < notBefore && tenth >= notBefore) return tenth
  const fitsAsWritten = (previous === null || previous <= date) && (next === null || date <= next)
  const fitsAsTenth = (previous === null || previous <= tenth) && (next === null || tenth <= next)
  return previous !== null && !fitsAsWritten && fitsAsTenth ? tenth : null
}
