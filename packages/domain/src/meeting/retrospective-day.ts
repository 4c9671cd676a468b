import { addDays, maxDate } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { workingDayAtOrAfter, type WorkCalendar } from '../calendar/work-calendar.ts'

/** Calendar days between the end of the work and the retrospective (R3). */
const DAYS_AFTER_END = 3

/** The phase that the retrospective itself lies in. */
const REVIEW_PHASE = /复盘|retrospective|review/i

/**
 * The day of a plan's retrospective 复盘会 (R3): three calendar days after the last phase
 * before 复盘 ends, moved to the next working day. Without a phase that has an end it
 * counts from the end of the plan.
 *
 * @returns null while no end is known
 */
export function retrospectiveDay(
  phases: readonly { readonly name: string; readonly endDate: LocalDate | null }[],
  planEnd: LocalDate | null,
  calendar: WorkCalendar,
): LocalDate | null {
  const worked = phases.filter(({ name }) => !REVIEW_PHASE.test(name))
  const end = maxDate(worked.map(({ endDate }) => endDate)) ?? planEnd
  return end === null ? null : workingDayAtOrAfter(addDays(end, DAYS_AFTER_END), calendar)
}
