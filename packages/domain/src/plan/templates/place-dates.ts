import { addDays, weekdayOf } from '../../calendar/date-arithmetic.ts'
import type { LocalDate, Weekday } from '../../calendar/local-date.ts'
import { dayOfPlanWeek } from '../../calendar/plan-week.ts'
import type { RelativeDay, TemplateTask } from './template.ts'

/** Is this a working day for tasks counted in 工作日? */
export type WorkingDayTest = (date: LocalDate) => boolean

/** Monday to Friday, where no calendar with public holidays is at hand. */
export function isWeekday(date: LocalDate): boolean {
  return weekdayOf(date) <= 5
}

/** "Week 5 Monday" of a plan; never before its start, although Monday of week 1 may be. */
export function weekDay(planStart: LocalDate, week: number, weekday: Weekday): LocalDate {
  const date = dayOfPlanWeek(planStart, week, weekday)
  return date < planStart ? planStart : date
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
  plan: { readonly start: LocalDate; readonly event: LocalDate; readonly isWorkingDay: WorkingDayTest },
): { readonly start: LocalDate; readonly end: LocalDate } {
  const wanted = startOf(task.start, plan)
  if (task.basis === 'calendar') return { start: wanted, end: addDays(wanted, task.days - 1) }
  const goesBack = 'fromEvent' in task.start && task.start.fromEvent < 0
  const back = goesBack ? nearestWorkingDay(wanted, -1, plan) : null
  const start = back ?? nearestWorkingDay(wanted, 1, plan) ?? wanted
  return { start, end: workingEnd(start, task.days, plan.isWorkingDay) }
}

function startOf(day: RelativeDay, plan: { readonly start: LocalDate; readonly event: LocalDate }): LocalDate {
  if ('week' in day) return weekDay(plan.start, day.week, day.weekday)
  const date = addDays(plan.event, day.fromEvent)
  return date < plan.start ? plan.start : date
}

/** Looks at most a month far: no calendar closes for longer. */
function nearestWorkingDay(from: LocalDate, step: 1 | -1, plan: { readonly start: LocalDate; readonly isWorkingDay: WorkingDayTest }): LocalDate | null {
  for (let away = 0; away <= 31; away += 1) {
    const date = addDays(from, away * step)
    if (date < plan.start) return null
    if (plan.isWorkingDay(date)) return date
  }
  return null
}

/** The last of `days` working days, the first of which is `start`. */
function workingEnd(start: LocalDate, days: number, isWorkingDay: WorkingDayTest): LocalDate {
  let end = start
  for (let counted = 1, away = 0; counted < days && away < days * 7 + 31; ) {
    away += 1
    const date = addDays(start, away)
    if (!isWorkingDay(date)) continue
    counted += 1
    end = date
  }
  return end
}
