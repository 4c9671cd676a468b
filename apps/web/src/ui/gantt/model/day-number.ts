import { civilOf, type LocalDate } from '@yingce/domain/calendar/local-date'

/** Whole days since 1970-01-01; the arithmetic form of a {@link LocalDate}. */
export type DayNumber = number

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
