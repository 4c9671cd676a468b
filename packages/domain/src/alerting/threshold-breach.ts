import type { ThresholdCondition } from './alert-rule.ts'
import { CLEAR, firedWith, NOT_ENOUGH_DATA } from './rule-context.ts'
import type { DailyValue, Evidence, RuleOutcome } from './rule-context.ts'

/** Days without data that a streak may step over before it ends (rule 5). */
const MAX_GAP_DAYS = 3

/**
 * Did the value cross the line often enough on the days up to `at`? (预警规则: 连续 N 天越线, N 天中 M 天)
 *
 * The boundary is as written: a CTR of exactly 1.5 % is not below 1.5 %. Days without delivery, without
 * an import or under the minimum sample are stepped over, at most three in a row: silence is neither a
 * breach nor a recovery. A day without data at `at` itself says nothing new, so the rule is then
 * `not_enough_data` even when the days before it would fire; they did so on their own day.
 *
 * @param days ascending, one entry per calendar day
 * @param at index of the day in question; later ones are not looked at
 */
export function thresholdBreach(
  days: readonly DailyValue[],
  at: number,
  condition: ThresholdCondition,
): RuleOutcome {
  const last = days[at]
  if (last === undefined || !counts(last, condition)) return NOT_ENOUGH_DATA
  const evidence: Evidence[] = []
  let seen = 0
  let gap = 0
  for (let index = at; index >= 0 && seen < condition.days; index--) {
    const day = days[index]
    if (day === undefined) break
    if (!counts(day, condition)) {
      if (++gap > MAX_GAP_DAYS) break
      continue
    }
    gap = 0
    seen++
    if (breaches(day.value, condition))
      evidence.push({ date: day.date, value: day.value, limit: condition.value })
    if (evidence.length >= condition.breaches) return firedWith(evidence.toReversed())
    if (condition.breaches - evidence.length > condition.days - seen) return CLEAR
  }
  return CLEAR
}

function counts(
  day: DailyValue,
  { minimumSample }: ThresholdCondition,
): day is DailyValue & { readonly value: number } {
  if (day.value === null) return false
  return minimumSample === null || day.sample === null || day.sample >= minimumSample
}

function breaches(value: number | null, { comparator, value: line }: ThresholdCondition): boolean {
  if (value === null) return false
  switch (comparator) {
    case 'lt':
      return value < line
    case 'lte':
      return value <= line
    case 'gt':
      return value > line
    case 'gte':
      return value >= line
  }
}
