import type { AlertView, listAlerts } from '@yingce/contracts/alerting/alert'
import type { AnswerOf, QueryOf } from '@yingce/contracts/route'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { daysAround } from '@yingce/domain/metrics/days-around'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { localToday } from '../../identity/local-today.ts'
import { readDictionaryFor } from '../metrics/dictionary/metric-dictionary.read.ts'
import { readBeforeAfter } from '../metrics/query/before-after.read.ts'
import { readPlanCurrency } from '../metrics/query/plan-currency.read.ts'

interface Row extends Omit<AlertView, 'acknowledged' | 'acted' | 'resolved' | 'effect'> {
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  actedAt: string | null
  actedBy: string | null
  resolvedAt: string | null
  resolvedBy: string | null
}

const SELECT = `select a.id, a.plan_id as "planId", p.name as "planName", r.id as "ruleId", a.title, a.severity, a.state, a.day, a.since,
    a.metric, a.channel, a.task_id as "taskId", t.name as "taskName", a.evidence, a.fired_at as "firedAt",
    mf.name as "firedBy", k.id as "riskId", k.name as "riskName",
    a.root_cause_id as "rootCauseId", a.action_task_id as "actionTaskId", w.name as "actionTaskName", a.resolution,
    a.acknowledged_at as "acknowledgedAt", ma.name as "acknowledgedBy", a.acted_at as "actedAt", mb.name as "actedBy",
    a.resolved_at as "resolvedAt", mc.name as "resolvedBy"
  from alert a join plan p on p.workspace_id = a.workspace_id and p.id = a.plan_id
  left join alert_rule r on r.workspace_id = a.workspace_id and r.plan_id = a.plan_id and r.id = a.rule_id
  left join task t on t.workspace_id = a.workspace_id and t.plan_id = a.plan_id and t.id = a.task_id
  left join task w on w.workspace_id = a.workspace_id and w.plan_id = a.plan_id and w.id = a.action_task_id
  left join risk k on k.workspace_id = a.workspace_id and k.plan_id = a.plan_id and k.id = a.risk_id
  left join member mf on mf.workspace_id = a.workspace_id and mf.id = a.fired_by
  left join member ma on ma.workspace_id = a.workspace_id and ma.id = a.acknowledged_by
  left join member mb on mb.workspace_id = a.workspace_id and mb.id = a.acted_by
  left join member mc on mc.workspace_id = a.workspace_id and mc.id = a.resolved_by
  where a.workspace_id = $1`

/** Alerts without their effect, which takes a question to the facts each. */
export async function readAlerts(
  scope: Scope,
  query: QueryOf<typeof listAlerts>,
): Promise<AnswerOf<typeof listAlerts>> {
  const values: unknown[] = [scope.workspaceId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const inPlan = query.planId === undefined ? '' : ` and a.plan_id = ${bind(query.planId)}`
  const [count] = await scope.rows<{ count: number }>(
    `select count(*)::integer as count from alert a where a.workspace_id = $1${inPlan} and a.state <> 'resolved'`,
    [...values],
  )
  const state =
    query.state === undefined
      ? ''
      : query.state === 'unresolved'
        ? " and a.state <> 'resolved'"
        : ` and a.state = ${bind(query.state)}`
  const rows = await scope.rows<Row>(
    `${SELECT}${inPlan}${state} order by a.fired_at desc, a.id desc limit ${bind(query.limit)}`,
    values,
  )
  return { items: rows.map((row) => viewOf(row, null)), unresolvedCount: count?.count ?? 0 }
}

/** @throws Refusal `not_found` */
export async function readAlert(scope: Scope, alertId: string, timeZone: string): Promise<AlertView> {
  const [row] = await scope.rows<Row>(`${SELECT} and a.id = $2`, [scope.workspaceId, alertId])
  if (row === undefined) throw new Refusal('not_found')
  const today = localToday(new Date(scope.at), timeZone)
  return viewOf(row, await effectOf(scope, row, today, timeZone))
}

/**
 * The metric of the alert in its channel and task before the action and after it, over equally many days;
 * until somebody acts, over the days of the alert.
 */
async function effectOf(
  scope: Scope,
  { planId, metric, channel, taskId, since, day, actedAt }: Row,
  today: LocalDate,
  timeZone: string,
): Promise<AlertView['effect']> {
  if (metric === null) return null
  const acted = actedAt === null ? null : localToday(new Date(actedAt), timeZone)
  const { before, after } =
    acted === null ? { before: { from: since, to: day }, after: null } : daysAround(acted, today)
  const currency = await readPlanCurrency(scope, planId)
  const dictionary = await readDictionaryFor(scope, [metric])
  return readBeforeAfter(scope, { planId, metric, channel, taskId, currency }, before, after, dictionary)
}

function viewOf(row: Row, effect: AlertView['effect']): AlertView {
  const { acknowledgedAt, acknowledgedBy, actedAt, actedBy, resolvedAt, resolvedBy, ...alert } = row
  const step = (at: string | null, by: string | null) => (at === null ? null : { at, by })
  return {
    ...alert,
    acknowledged: step(acknowledgedAt, acknowledgedBy),
    acted: step(actedAt, actedBy),
    resolved: step(resolvedAt, resolvedBy),
    effect,
  }
}
