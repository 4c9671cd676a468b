/**
 * A day of the civil (Gregorian) calendar, `YYYY-MM-DD`. A plain string: it
 * sorts and compares as text, and no time zone can move it.
 */
export type LocalDate = string

/** Monday 1 … Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface DateParts {
  readonly year: number
  /** 1–12 */
  readonly month: number
  /** 1–31 */
  readonly day: number
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAYS_BEFORE_1970 = 719_468

/** Days of a month, 28–31; the Gregorian leap rule holds for every year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Is 29 February a day of this year? */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The day with these parts, or null when no such day exists (30 February, year 0 or beyond 9999). */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Strict: exactly `YYYY-MM-DD` and a day that exists, else null. For cells as people write them see `readDateCell`. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = SHAPE.exec(text)
  return match === null ? null : localDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && parseLocalDate(value) !== null
}

/** @throws RangeError for text that is no LocalDate: that is a bug of the caller. */
export function partsOf(date: LocalDate): DateParts {
  const match = SHAPE.exec(date)
  if (match === null || parseLocalDate(date) === null)
    throw new RangeError(`not a date: ${JSON.stringify(date)}`)
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

export function yearOf(date: LocalDate): number {
  return partsOf(date).year
}

/**
 * Days since 1970-01-01, negative before. The arithmetic counts years from
 * March, so that the leap day is the last of its year
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - DAYS_BEFORE_1970
}

/**
 * Year, month and day of a day number, of any year. Whole numbers instead of Date objects, for those
 * who ask for hundreds of days in a frame (Howard Hinnant, as above: civil_from_days).
 */
export function civilOf(days: number): DateParts {
  const shifted = days + DAYS_BEFORE_1970
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/**
 * The inverse of `dayNumber`.
 *
 * @throws RangeError outside the years 0001–9999
 */
export function fromDayNumber(days: number): LocalDate {
  const { year, month, day } = civilOf(days)
  const date = localDate(year, month, day)
  if (date === null) throw new RangeError(`day ${days} lies outside the years 0001 to 9999`)
  return date
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
