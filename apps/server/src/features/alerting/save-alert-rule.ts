import type { AlertRuleInput, AlertRuleView } from '@yingce/contracts/alerting/alert-rule'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'
import { requirePlan } from '../../records/read-records.ts'
import { readDictionaryFor } from '../metrics/dictionary/metric-dictionary.read.ts'
import { insertAlertRule, readAlertRule, replaceAlertRule } from './alert-rule.store.ts'

/** @throws Refusal `not_found`, `rule_violated` */
export async function createAlertRule(
  scope: Scope,
  planId: string,
  id: string,
  rule: AlertRuleInput,
): Promise<AlertRuleView> {
  await requirePlan(scope, planId)
  await requireSense(scope, planId, rule)
  await insertAlertRule(scope, planId, id, rule)
  return readAlertRule(scope, planId, id)
}

/** @throws Refusal `not_found`, `rule_violated`; `wrong_state` when somebody changed it since */
export async function updateAlertRule(
  scope: Scope,
  planId: string,
  id: string,
  { version, ...rule }: AlertRuleInput & { readonly version: number },
): Promise<AlertRuleView> {
  const standing = await readAlertRule(scope, planId, id)
  await requireSense(scope, planId, rule)
  if (!(await replaceAlertRule(scope, planId, id, version, rule)))
    throw new Refusal('wrong_state', { params: { state: `version ${standing.version}` } })
  return readAlertRule(scope, planId, id)
}

/** What the types of a rule cannot say: the metric exists, N of M, and what it points at is of this plan. */
export async function requireSense(
  scope: Scope,
  planId: string,
  {
    condition,
    scope: facts,
    riskId = null,
  }: Pick<AlertRuleInput, 'condition' | 'scope'> & { riskId?: string | null },
): Promise<void> {
  if (
    condition.type !== 'stalled_task' &&
    !(await readDictionaryFor(scope, [condition.metric])).has(condition.metric)
  )
    throw ruleViolated('body.condition.metric', 'unknown_metric', `No metric "${condition.metric}"`, {
      metric: condition.metric,
    })
  if (
    (condition.type === 'pacing' || condition.type === 'overspend') &&
    (await readDictionaryFor(scope, [condition.metric])).get(condition.metric)?.kind !== 'flow'
  )
    throw ruleViolated(
      'body.condition.metric',
      'not_additive',
      'Only what adds up over days is behind or over a plan; hold a rate or a level against a threshold',
      { metric: condition.metric },
    )
  if (condition.type === 'threshold' && condition.breaches > condition.days)
    throw ruleViolated(
      'body.condition.breaches',
      'out_of_range',
      `Of ${condition.days} days at most ${condition.days}`,
    )
  for (const [path, table, id] of [
    ['body.scope.taskId', 'task', facts.taskId],
    ['body.riskId', 'risk', riskId],
  ] as const) {
    if (id === null) continue
    const found = await scope.rows(
      `select from ${table} where workspace_id = $1 and plan_id = $2 and id = $3`,
      [scope.workspaceId, planId, id],
    )
    if (found.length === 0)
      throw ruleViolated(path, 'ref_missing', 'No such record in this plan', { entity: table })
  }
}
