import { daysInMonth } from '@yingce/domain/calendar/local-date'
import { readDateCell } from '@yingce/domain/calendar/read-date-cell'
import { numberInCell } from '@yingce/domain/sheets/number-cell'

/** Everything behind the seconds: a fraction and a zone. */
const BEHIND_SECONDS = /^(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/
const SECONDS_SINCE_1970 = /^\d{9,10}(?:\.\d+)?$/
const MILLISECONDS_SINCE_1970 = /^\d{12,13}$/
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * Wall-clock milliseconds since 1970-01-01T00:00 of a cell; a zone behind the time is not added, because
 * the rhythm of a day is that of the clock on the wall. Dates of other shapes as `readDateCell` reads
 * them, and seconds or milliseconds since 1970.
 *
 * @returns null for anything else: days that do not exist, dates with two readings, no date at all
 */
export function readTime(text: string): number | null {
  const usual = readUsualTime(text)
  if (usual !== undefined) return usual
  if (SECONDS_SINCE_1970.test(text)) return Number(text) * 1000
  if (MILLISECONDS_SINCE_1970.test(text)) return Number(text)
  const reading = readDateCell(text)
  switch (reading.kind) {
    case 'date':
      return reading.doubt === null ? Date.parse(`${reading.date}T00:00Z`) : null
    case 'dateTime':
      return Date.parse(`${reading.at}Z`)
    case 'instant':
      return Date.parse(`${reading.utc}Z`)
    default:
      return null
  }
}

/**
 * `YYYY-MM-DD HH:mm:ss`, with T, a fraction or a zone too: nearly every file, so it is read by its places.
 *
 * @returns undefined for another shape, null for a time of this shape that does not exist
 */
function readUsualTime(text: string): number | null | undefined {
  if (text.length < 19 || text[4] !== '-' || text[7] !== '-') return undefined
  if ((text[10] !== ' ' && text[10] !== 'T') || text[13] !== ':' || text[16] !== ':') return undefined
  if (text.length > 19 && !BEHIND_SECONDS.test(text.slice(19))) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  const hour = digits(text, 11, 13)
  const minute = digits(text, 14, 16)
  const second = digits(text, 17, 19)
  // NaN, of a place without a digit, fails each of these.
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isReal && hour <= 23 && minute <= 59 && second <= 59
    ? Date.UTC(year, month - 1, day, hour, minute, second)
    : null
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Number of a cell ("0.082", "1,234.5", "¥3.2", "2.1%", "1.5万"); NaN for an empty one, null for anything else. */
export function readValue(text: string): number | null {
  if (text === '') return Number.NaN
  if (PLAIN_NUMBER.test(text)) return finite(Number(text))
  const number = numberInCell(text)
  if (number === null) return Number.NaN
  if (number === undefined) return null
  return finite(Number(number.hasPercent ? `${number.decimal}e-2` : number.decimal))
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
