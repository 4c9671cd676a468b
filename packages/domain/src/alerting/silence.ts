import { workingDaysBetween } from '../calendar/working-days.ts'
import { addDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { MissingDataCondition, StalledTaskCondition } from './alert-rule.ts'
import { CLEAR, firedWith, NOT_ENOUGH_DATA } from './rule-context.ts'
import type { DailyValue, Evidence, RuleOutcome, TaskMovements } from './rule-context.ts'

/**
 * Do the last N days say nothing of the metric? (数据缺失) A day that says zero of it is data.
 * Fires from the N-th day on; a series shorter than N days says nothing.
 */
export function missingData(
  days: readonly DailyValue[],
  at: number,
  condition: MissingDataCondition,
): RuleOutcome {
  const day = days[at]
  if (day === undefined) return NOT_ENOUGH_DATA
  if (day.isImported) return CLEAR
  const evidence: Evidence[] = []
  for (let index = at; index >= 0; index--) {
    const before = days[index]
    if (before === undefined || before.isImported) break
    evidence.push({ date: before.date, value: null, limit: null })
  }
  return evidence.length < condition.days ? CLEAR : firedWith(evidence.toReversed())
}

/**
 * Has nobody moved the task for N working days? (任务停滞) The day of the last movement does not count,
 * the day in question does; before the task's start nothing is expected. Days off never count: a task
 * moved on the Friday before a week of holidays is not stalled on the first day back.
 *
 * @param task null: the rule has no task, `not_enough_data`
 */
export function stalledTask(
  task: TaskMovements | null,
  on: LocalDate,
  calendar: WorkCalendar,
  condition: StalledTaskCondition,
): RuleOutcome {
  if (task === null) return NOT_ENOUGH_DATA
  if (on < task.start || (task.doneOn !== null && task.doneOn <= on)) return CLEAR
  const last = task.movedOn.findLast((date) => date <= on) ?? null
  const from = last === null || last < task.start ? task.start : addDays(last, 1)
  const idle = workingDaysBetween(from, on, calendar)
  if (idle < condition.workingDays) return CLEAR
  return firedWith([{ date: from, value: idle, limit: condition.workingDays }])
}
