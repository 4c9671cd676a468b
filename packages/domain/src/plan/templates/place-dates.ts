import { addDays } from '../../calendar/date-arithmetic.ts'
import type { LocalDate, Weekday } from '../../calendar/local-date.ts'
import { dayOfPlanWeek } from '../../calendar/plan-week.ts'
import { workingDayAtOrAfter, workingDayAtOrBefore } from '../../calendar/work-calendar.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import type { RelativeDay, TemplateTask } from './template.ts'

/** What relative dates of a plan hang on. */
export interface DateFrame {
  readonly start: LocalDate
  /** The day D. */
  readonly event: LocalDate
  readonly calendar: WorkCalendar
}

/** "Week 5 Monday" of a plan; never before its start, although Monday of week 1 may be. */
export function weekDay(planStart: LocalDate, week: number, weekday: Weekday): LocalDate {
  return notBefore(planStart, dayOfPlanWeek(planStart, week, weekday))
}

/**
 * Start and end of a template's task.
 *
 * "N days before" counts calendar days; a working-day task that would then
 * begin on a day off moves to the working day before, never before the plan's
 * start (rule 12). A working-day task placed by its week moves forward instead,
 * so that it stays in its week where it can. Tasks of the calendar basis stay
 * where they fall: weekends are normal for publishing and events.
 */
export function placeTask(
  task: Pick<TemplateTask, 'start' | 'days' | 'basis'>,
  frame: DateFrame,
): { readonly start: LocalDate; readonly end: LocalDate } {
  const wanted = dateOf(task.start, frame)
  if (task.basis === 'calendar') return { start: wanted, end: addDays(wanted, task.days - 1) }
  const isLead = 'fromEvent' in task.start && task.start.fromEvent < 0
  const lead = isLead ? workingDayAtOrBefore(wanted, frame.calendar) : null
  const start = lead !== null && lead >= frame.start ? lead : workingDayAtOrAfter(wanted, frame.calendar)
  return { start, end: addWorkingDays(start, task.days - 1, frame.calendar) }
}

function dateOf(day: RelativeDay, { start, event }: DateFrame): LocalDate {
  return 'week' in day
    ? weekDay(start, day.week, day.weekday)
    : notBefore(start, addDays(event, day.fromEvent))
}

function notBefore(earliest: LocalDate, date: LocalDate): LocalDate {
  return date < earliest ? earliest : date
}
