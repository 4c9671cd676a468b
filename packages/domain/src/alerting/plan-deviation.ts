import type { OverspendCondition, PacingCondition } from './alert-rule.ts'
import { CLEAR, firedWith, NOT_ENOUGH_DATA } from './rule-context.ts'
import type { DailyPlan, DailyValue, RuleOutcome } from './rule-context.ts'

/** Slack for sums of binary fractions. */
const EPSILON = 1e-9

/**
 * Does the value so far lag behind what the plan has due by the evening of the day? (进度落后)
 *
 * Fired when actual < (1 − band) × due. Days without data count with neither their value nor their plan:
 * they are missing data, which has a rule of its own. Nothing is due before the plan begins.
 */
export function behindPlan(
  days: readonly DailyValue[],
  at: number,
  plan: DailyPlan | null,
  condition: PacingCondition,
): RuleOutcome {
  const sums = sumsUntil(days, at, plan)
  const date = days[at]?.date
  if (sums === null || date === undefined) return NOT_ENOUGH_DATA
  const limit = (1 - condition.band) * sums.planned
  if (sums.actual >= limit - EPSILON * Math.abs(limit)) return CLEAR
  return firedWith([{ date, value: sums.actual, limit }])
}

/**
 * Was more spent than planned? (超支) By the day: 16,000 yesterday of planned 15,000. Cumulative: since
 * the plan began. What is spent on a day outside the plan is over it whatever the tolerance is.
 */
export function overspend(
  days: readonly DailyValue[],
  at: number,
  plan: DailyPlan | null,
  condition: OverspendCondition,
): RuleOutcome {
  const day = days[at]
  if (day === undefined || plan === null) return NOT_ENOUGH_DATA
  const isDay = condition.basis === 'day'
  const sums = isDay
    ? day.value === null
      ? null
      : { actual: day.value, planned: plan.plannedOn(day.date) ?? 0 }
    : sumsUntil(days, at, plan)
  if (sums === null) return NOT_ENOUGH_DATA
  const limit = sums.planned * (1 + condition.tolerance)
  if (sums.actual <= limit + EPSILON * Math.abs(limit)) return CLEAR
  return firedWith([{ date: day.date, value: sums.actual, limit }])
}

/** Actual and planned over the days of the plan that have data; null when there is none on the day itself. */
function sumsUntil(
  days: readonly DailyValue[],
  at: number,
  plan: DailyPlan | null,
): { readonly actual: number; readonly planned: number } | null {
  const last = days[at]
  if (plan === null || last === undefined || last.value === null || last.date < plan.start) return null
  let actual = 0
  let planned = 0
  for (let index = at; index >= 0; index--) {
    const day = days[index]
    if (day === undefined || day.date < plan.start) break
    if (day.value === null) continue
    actual += day.value
    planned += plan.plannedOn(day.date) ?? 0
  }
  return { actual, planned }
}
