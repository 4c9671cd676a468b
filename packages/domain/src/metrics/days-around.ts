import { addDays, diffDays, minDate } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'

/** Days that the effect of something is measured on, at most. */
const MEASURED_DAYS = 7

/** Both ends included. */
export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * The days after something was done, up to a week, as far as they are over: the day
 * itself is half before and half after, and today's figures are not in.
 *
 * @returns null while there is no such day
 */
function daysAfter(day: LocalDate, today: LocalDate): Days | null {
  const last = minDate([addDays(day, MEASURED_DAYS), addDays(today, -1)])
  return last === null || last <= day ? null : { from: addDays(day, 1), to: last }
}

/**
 * As many days before as after (X10), so that sums of the two can be compared: the days
 * after that are over, and the same number up to the day before. While none is over, the
 * week before stands alone.
 */
export function daysAround(
  day: LocalDate,
  today: LocalDate,
): { readonly before: Days; readonly after: Days | null } {
  const after = daysAfter(day, today)
  const length = after === null ? MEASURED_DAYS : diffDays(after.from, after.to) + 1
  return { before: { from: addDays(day, -length), to: addDays(day, -1) }, after }
}
