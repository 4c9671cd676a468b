import type { AlertRuleInput, AlertRuleView } from '@yingce/contracts/alerting/alert-rule'
import { ruleSentence } from '@yingce/domain/alerting/rule-sentence'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readDictionary } from '../metrics/dictionary/metric-dictionary.read.ts'

type Row = Omit<AlertRuleView, 'sentence'>

const SELECT = `select r.id, r.plan_id as "planId", r.name, r.condition, r.policy, r.scope, r.recipients, r.is_on as "isOn",
  r.risk_id as "riskId", r.version, r.evaluated_on as "evaluatedOn", r.updated_at as "updatedAt",
  (select count(*)::integer from alert a where a.workspace_id = r.workspace_id and a.plan_id = r.plan_id and a.rule_id = r.id) as "alertCount"
  from alert_rule r where r.workspace_id = $1 and r.plan_id = $2`

/** Rules of a plan in the order in which they were made; `ruleId` narrows them. */
export async function readAlertRules(
  scope: Scope,
  planId: string,
  ruleId?: string,
): Promise<AlertRuleView[]> {
  const rows = await scope.rows<Row>(
    `${SELECT}${ruleId === undefined ? '' : ' and r.id = $3'} order by r.id`,
    [scope.workspaceId, planId, ...(ruleId === undefined ? [] : [ruleId])],
  )
  if (rows.length === 0) return []
  const dictionary = await readDictionary(scope)
  return rows.map((row) => ({ ...row, sentence: ruleSentence(row.condition, dictionary) }))
}

/** @throws Refusal `not_found` */
export async function readAlertRule(scope: Scope, planId: string, ruleId: string): Promise<AlertRuleView> {
  const [rule] = await readAlertRules(scope, planId, ruleId)
  if (rule === undefined) throw new Refusal('not_found')
  return rule
}

export async function insertAlertRule(
  scope: Scope,
  planId: string,
  id: string,
  rule: AlertRuleInput,
): Promise<void> {
  await scope.run(
    `insert into alert_rule (workspace_id, plan_id, id, name, condition, policy, scope, recipients, is_on, risk_id, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      scope.workspaceId,
      planId,
      id,
      rule.name,
      rule.condition,
      rule.policy,
      rule.scope,
      arrayLiteral(rule.recipients),
      rule.isOn,
      rule.riskId,
      scope.memberId,
      scope.at,
    ],
  )
}

/** @returns whether the rule stood at this version */
export async function replaceAlertRule(
  scope: Scope,
  planId: string,
  id: string,
  version: number,
  rule: AlertRuleInput,
): Promise<boolean> {
  const changed = await scope.run(
    `update alert_rule set name = $5, condition = $6, policy = $7, scope = $8, recipients = $9, is_on = $10, risk_id = $11,
       version = version + 1, evaluated_on = null, updated_at = $12
     where workspace_id = $1 and plan_id = $2 and id = $3 and version = $4`,
    [
      scope.workspaceId,
      planId,
      id,
      version,
      rule.name,
      rule.condition,
      rule.policy,
      rule.scope,
      arrayLiteral(rule.recipients),
      rule.isOn,
      rule.riskId,
      scope.at,
    ],
  )
  return changed > 0
}

/** @throws Refusal `not_found` */
export async function deleteAlertRuleRow(scope: Scope, planId: string, id: string): Promise<void> {
  const gone = await scope.run(
    'delete from alert_rule where workspace_id = $1 and plan_id = $2 and id = $3',
    [scope.workspaceId, planId, id],
  )
  if (gone === 0) throw new Refusal('not_found')
}
