import { addDays, endOfMonth, weekdayOf } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts'

export const RHYTHM_KINDS = ['stand_up', 'weekly', 'monthly'] as const

/** Days on which a plan meets: of the week, 1 = Monday, or of the month for the monthly review. */
export interface Rhythm {
  readonly kind: (typeof RHYTHM_KINDS)[number]
  readonly days: readonly number[]
}

/**
 * Does a meeting of the rhythm take place on the day (X5)? Nobody meets on a day off: a
 * stand-up then falls out, a weekly or monthly review is held on the working day before.
 * The 31st is the last day of a shorter month.
 */
export function meetsOn(rhythm: Rhythm, day: LocalDate, calendar: WorkCalendar): boolean {
  if (!isWorkingDay(day, calendar)) return false
  if (isNamed(rhythm, day)) return true
  if (rhythm.kind === 'stand_up') return false
  for (let next = addDays(day, 1); !isWorkingDay(next, calendar); next = addDays(next, 1))
    if (isNamed(rhythm, next)) return true
  return false
}

function isNamed({ kind, days }: Rhythm, day: LocalDate): boolean {
  if (kind !== 'monthly') return days.includes(weekdayOf(day))
  const dayOfMonth = Number(day.slice(8))
  return days.some((wanted) => wanted === dayOfMonth || (wanted > dayOfMonth && day === endOfMonth(day)))
}
