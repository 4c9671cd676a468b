import type { LocalDate } from '../calendar/local-date.ts'
import type { AlertCondition } from './alert-rule.ts'
import { behindPlan, overspend } from './plan-deviation.ts'
import { NOT_ENOUGH_DATA } from './rule-context.ts'
import type { RuleContext, RuleOutcome } from './rule-context.ts'
import { missingData, stalledTask } from './silence.ts'
import { suddenChange } from './sudden-change.ts'
import { thresholdBreach } from './threshold-breach.ts'

/**
 * What a rule says of one day (M4), from that day and the days before it only. Asking again when a late
 * import arrives gives the answer that the day deserves.
 *
 * @param on the day in question, usually the last complete data day
 * @returns `not_enough_data` for a day outside the series, or a context that lacks the plan or task
 */
export function evaluateRule(condition: AlertCondition, context: RuleContext, on: LocalDate): RuleOutcome {
  if (condition.type === 'stalled_task') return stalledTask(context.task, on, context.calendar, condition)
  const first = context.days[0]?.date
  if (first === undefined || on < first) return NOT_ENOUGH_DATA
  return evaluateAt(condition, context, indexOfDay(context, on))
}

/**
 * The same for the day at an index of the series, which saves looking it up.
 *
 * @param at index into `context.days`; one beyond them is `not_enough_data`
 */
export function evaluateAt(
  condition: Exclude<AlertCondition, { type: 'stalled_task' }>,
  { days, plan, isFestival }: RuleContext,
  at: number,
): RuleOutcome {
  switch (condition.type) {
    case 'threshold':
      return thresholdBreach(days, at, condition)
    case 'change':
      return suddenChange(days, at, condition, isFestival)
    case 'pacing':
      return behindPlan(days, at, plan, condition)
    case 'overspend':
      return overspend(days, at, plan, condition)
    case 'missing_data':
      return missingData(days, at, condition)
  }
}

/** Days stand one per calendar day, so the index is a difference of dates. */
function indexOfDay({ days }: RuleContext, on: LocalDate): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle]?.date ?? on) < on) low = middle + 1
    else high = middle
  }
  return days[low]?.date === on ? low : days.length
}
