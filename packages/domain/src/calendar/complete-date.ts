import { diffDays } from './date-arithmetic.ts'
import type { DateContext } from './date-reading.ts'
import { daysInMonth, localDate } from './local-date.ts'
import type { LocalDate } from './local-date.ts'

/** Why a day without a year could not be completed. */
export type Incomplete = 'needs-year' | 'no-such-day'

/**
 * Gives a month and day the year that the context knows: the one that puts it
 * inside the period or nearest to it, else the context's year. 29 February does not
 * move to another year for want of a leap day.
 */
export function completeDate(month: number, day: number, context: DateContext): LocalDate | Incomplete {
  const { period, year } = context
  if (period === null) {
    if (year === null) return localDate(2024, month, day) === null ? 'no-such-day' : 'needs-year'
    return localDate(year, month, day) ?? 'no-such-day'
  }
  if (month < 1 || month > 12) return 'no-such-day'
  const firstYear = Number(period.from.slice(0, 4)) - 1
  const lastYear = Number(period.to.slice(0, 4)) + 1
  let best = { year: firstYear, distance: Number.POSITIVE_INFINITY }
  for (let candidate = firstYear; candidate <= lastYear; candidate++) {
    const date = localDate(candidate, month, Math.min(day, daysInMonth(candidate, month)))
    const away = date === null ? Number.POSITIVE_INFINITY : distance(date, period)
    if (away < best.distance) best = { year: candidate, distance: away }
  }
  return localDate(best.year, month, day) ?? 'no-such-day'
}

function distance(date: LocalDate, period: { readonly from: LocalDate; readonly to: LocalDate }): number {
  if (date < period.from) return diffDays(date, period.from)
  return date > period.to ? diffDays(period.to, date) : 0
}
