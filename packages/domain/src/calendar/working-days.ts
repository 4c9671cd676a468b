import { addDays, eachDay } from './date-arithmetic.ts'
import type { LocalDate } from './local-date.ts'
import { isWorkingDay, workingDayAtOrAfter, workingDayAtOrBefore } from './work-calendar.ts'
import type { WorkCalendar } from './work-calendar.ts'

/**
 * The `days`-th working day after the date (before it when negative); the date
 * itself is not counted, whether it is worked or not. 0 gives the date back.
 */
export function addWorkingDays(date: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  const step = days < 0 ? -1 : 1
  let current = date
  for (let left = Math.abs(days); left > 0; left--) {
    const next = addDays(current, step)
    current = step > 0 ? workingDayAtOrAfter(next, calendar) : workingDayAtOrBefore(next, calendar)
  }
  return current
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  return eachDay(from, to).filter((date) => isWorkingDay(date, calendar)).length
}

export interface LeadDate {
  readonly date: LocalDate
  /** The calendar day `days` before, when it was a day off and the date moved; else null. */
  readonly movedFrom: LocalDate | null
}

/**
 * "提前15天": `days` calendar days before the date; landing on a day off it moves
 * to the previous working day, never closer to the date (docs/domain/calendar.md).
 */
export function leadDate(date: LocalDate, days: number, calendar: WorkCalendar): LeadDate {
  const landed = addDays(date, -days)
  const moved = workingDayAtOrBefore(landed, calendar)
  return { date: moved, movedFrom: moved === landed ? null : landed }
}
