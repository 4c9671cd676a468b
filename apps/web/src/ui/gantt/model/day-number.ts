/** A calendar date as the sheets give it, `YYYY-MM-DD`. */
export type LocalDate = string

/** Whole days since 1970-01-01; the arithmetic form of a {@link LocalDate}. */
export type DayNumber = number

export interface CivilDate {
  year: number
  /** 1–12 */
  month: number
  /** 1–31 */
  day: number
}

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Day number of a civil date; months and days outside their range roll over (month 13 is January). */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000)
}

/** Reads `YYYY-MM-DD`; null for null, for another form and for a day that does not exist (02-30). */
export function parseDay(date: LocalDate | null | undefined): DayNumber | null {
  if (!date) return null
  const match = PATTERN.exec(date)
  if (!match) return null
  const number = dayNumberOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return formatDay(number) === date ? number : null
}

/** Writes a day number as `YYYY-MM-DD`. */
export function formatDay(day: DayNumber): LocalDate {
  const { year, month, day: dayOfMonth } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/**
 * Year, month and day of a day number.
 *
 * Integer arithmetic instead of Date objects: headers and shading ask for
 * hundreds of days a frame. Algorithm: Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", civil_from_days.
 */
export function civilOf(day: DayNumber): CivilDate {
  const shifted = day + 719_468
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
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfMonth }
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Monday of the week that holds the day. */
export function weekStartOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day)
}

/** ISO 8601 week number: week 1 holds the first Thursday of the year. */
export function isoWeekOf(day: DayNumber): number {
  const thursday = weekStartOf(day) + 3
  return Math.floor((thursday - dayNumberOf(civilOf(thursday).year, 1, 1)) / 7) + 1
}

/** Week of the plan: week 1 is the Monday–Sunday week that holds its start; earlier weeks give 0 and below. */
export function planWeekOf(day: DayNumber, planStart: DayNumber): number {
  return (weekStartOf(day) - weekStartOf(planStart)) / 7 + 1
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
