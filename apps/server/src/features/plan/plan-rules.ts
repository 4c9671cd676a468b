import { ruleViolated } from '../../http/refusal.ts'
import type { PlanValues } from '../../records/plan-row.ts'

/**
 * @param path where the values stand in the request
 * @throws Refusal `rule_violated` when the period ends before it starts, or the reserve is more than the whole
 */
export function requirePlanRules(
  values: Pick<PlanValues, 'periodStart' | 'periodEnd' | 'totalBudget' | 'reserve'>,
  path: string,
): void {
  const { periodStart, periodEnd, totalBudget, reserve } = values
  if (periodStart !== null && periodEnd !== null && periodEnd < periodStart) {
    throw ruleViolated(`${path}.periodEnd`, 'end_before_start', 'The period ends before it starts')
  }
  if (totalBudget !== null && reserve !== null && reserve > totalBudget) {
    throw ruleViolated(`${path}.reserve`, 'reserve_over_total', 'The reserve is part of the total budget')
  }
}
