import { dayNumber, daysInMonth, fromDayNumber, localDate, partsOf } from './local-date.ts'
import type { LocalDate, Weekday } from './local-date.ts'

/** `days` calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** `months` later; a day that the month does not have becomes its last (31 January + 1 = 28 or 29 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index - targetYear * 12 + 1
  const target = localDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
  if (target === null)
    throw new RangeError(`${date} plus ${months} months lies outside the years 0001 to 9999`)
  return target
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function diffDays(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** For sorting: negative, zero or positive. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The earliest of the dates; nulls are skipped, null when nothing is left. */
export function minDate(dates: readonly (LocalDate | null)[]): LocalDate | null {
  return dates.reduce(
    (least, date) => (date !== null && (least === null || date < least) ? date : least),
    null,
  )
}

/** The latest of the dates; nulls are skipped, null when nothing is left. */
export function maxDate(dates: readonly (LocalDate | null)[]): LocalDate | null {
  return dates.reduce((most, date) => (date !== null && (most === null || date > most) ? date : most), null)
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function eachDay(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) =>
    fromDayNumber(first + index),
  )
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(date: LocalDate): Weekday {
  const weekday = ((dayNumber(date) + 3) % 7) + 1
  return (weekday <= 0 ? weekday + 7 : weekday) as Weekday
}

/** The Monday of the Monday–Sunday week that holds the date. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** The Sunday of the Monday–Sunday week that holds the date. */
export function endOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 7 - weekdayOf(date))
}

/** ISO 8601 week: the week belongs to the year that holds its Thursday (2024-12-30 is week 1 of 2025). */
export function isoWeekOf(date: LocalDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const { year } = partsOf(thursday)
  const firstOfYear = localDate(year, 1, 1) as LocalDate
  return { year, week: Math.floor(diffDays(firstOfYear, thursday) / 7) + 1 }
}

export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`
}

export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date)
  return localDate(year, month, daysInMonth(year, month)) as LocalDate
}
