import type { actOnAlert, AlertState } from '@yingce/contracts/alerting/alert'
import type { BodyOf } from '@yingce/contracts/route'
import { metricText } from '@yingce/domain/alerting/rule-sentence'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'
import { localToday } from '../../identity/local-today.ts'
import { createRecords } from '../../records/create-records.ts'
import { readDictionaryFor } from '../metrics/dictionary/metric-dictionary.read.ts'
import { updateRecords } from '../../records/update-records.ts'

interface StandingAlert {
  readonly id: string
  readonly planId: string
  readonly state: AlertState
  readonly title: { readonly zh: string }
  readonly metric: string | null
  readonly evidence: readonly { readonly date: string; readonly value: number | null }[]
  readonly rootCauseId: string | null
  readonly actionTaskId: string | null
}

/** @throws Refusal `not_found`; `wrong_state` when the alert is none of `states` */
async function lockAlert(
  scope: Scope,
  alertId: string,
  states: readonly AlertState[],
): Promise<StandingAlert> {
  const [alert] = await scope.rows<StandingAlert>(
    `select id, plan_id as "planId", state, title, metric, evidence, root_cause_id as "rootCauseId", action_task_id as "actionTaskId"
     from alert where workspace_id = $1 and id = $2 for update`,
    [scope.workspaceId, alertId],
  )
  if (alert === undefined) throw new Refusal('not_found')
  if (!states.includes(alert.state)) throw new Refusal('wrong_state', { params: { state: alert.state } })
  return alert
}

function tell(scope: Scope, { id, planId }: StandingAlert): void {
  scope.note({ planId, entity: 'alert', entityId: id, version: 2, action: 'update', changes: {} })
}

export async function acknowledgeAlert(scope: Scope, alertId: string): Promise<void> {
  const alert = await lockAlert(scope, alertId, ['open'])
  await scope.run(
    `update alert set state = 'acknowledged', acknowledged_by = $3, acknowledged_at = $4 where workspace_id = $1 and id = $2`,
    [scope.workspaceId, alertId, scope.memberId, scope.at],
  )
  tell(scope, alert)
}

/** The 5-Why chain of an alert (M10); it begins with the alert's title and figures. */
export async function analyseAlert(
  scope: Scope,
  alertId: string,
): Promise<{ rootCauseId: string; planId: string }> {
  const alert = await lockAlert(scope, alertId, ['open', 'acknowledged', 'acting', 'resolved'])
  const { planId } = alert
  if (alert.rootCauseId !== null) {
    const standing = await scope.rows(
      'select from root_cause where workspace_id = $1 and plan_id = $2 and id = $3',
      [scope.workspaceId, planId, alert.rootCauseId],
    )
    if (standing.length > 0) return { rootCauseId: alert.rootCauseId, planId }
  }
  const definition =
    alert.metric === null ? undefined : (await readDictionaryFor(scope, [alert.metric])).get(alert.metric)
  const evidence = alert.evidence
    .map(({ date, value }) => `${date} ${value === null ? '—' : metricText(value, definition).zh}`)
    .join('\n')
  const [chain] = await createRecords(scope, planId, 'root_cause', [
    { values: { name: alert.title.zh, evidence1: evidence === '' ? null : evidence, alertId } },
  ])
  await scope.run('update alert set root_cause_id = $3 where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    alertId,
    chain!.id,
  ])
  tell(scope, alert)
  return { rootCauseId: chain!.id, planId }
}

/**
 * A corrective action becomes a task; who acts has also seen the alert. What is measured began with the first
 * action: while its task is there it takes no second, and when another replaces a deleted one the moment stays.
 *
 * @throws Refusal `not_found`, `wrong_state`; `rule_violated` when the alert has its task
 */
export async function actOnAlertWith(
  scope: Scope,
  alertId: string,
  { name, owner, dueDate }: BodyOf<typeof actOnAlert>,
  timeZone: string,
): Promise<void> {
  const alert = await lockAlert(scope, alertId, ['open', 'acknowledged', 'acting'])
  await requireNoTask(scope, alert)
  const [task] = await createRecords(scope, alert.planId, 'task', [
    {
      values: {
        name,
        owner: owner === '' ? null : owner,
        plannedStart: localToday(new Date(scope.at), timeZone),
        plannedEnd: dueDate,
        remark: alert.title.zh,
      },
    },
  ])
  await scope.run(
    `update alert set state = 'acting', action_task_id = $3,
       acted_by = coalesce(acted_by, $4), acted_at = coalesce(acted_at, $5),
       acknowledged_by = coalesce(acknowledged_by, $4), acknowledged_at = coalesce(acknowledged_at, $5)
     where workspace_id = $1 and id = $2`,
    [scope.workspaceId, alertId, task!.id, scope.memberId, scope.at],
  )
  if (alert.rootCauseId !== null)
    await updateRecords(scope, alert.planId, 'root_cause', [
      { id: alert.rootCauseId, version: 1, values: { taskId: task!.id }, isOverwriting: true },
    ])
  tell(scope, alert)
}

async function requireNoTask(scope: Scope, { planId, actionTaskId }: StandingAlert): Promise<void> {
  if (actionTaskId === null) return
  const [task] = await scope.rows<{ name: string }>(
    'select name from task where workspace_id = $1 and plan_id = $2 and id = $3',
    [scope.workspaceId, planId, actionTaskId],
  )
  if (task !== undefined)
    throw ruleViolated('body.name', 'already_acted', `The alert has its task "${task.name}"`, {
      task: task.name,
    })
}

export async function resolveAlert(scope: Scope, alertId: string, resolution: string): Promise<void> {
  const alert = await lockAlert(scope, alertId, ['open', 'acknowledged', 'acting'])
  await scope.run(
    `update alert set state = 'resolved', resolved_by = $3, resolved_at = $4, resolution = $5 where workspace_id = $1 and id = $2`,
    [scope.workspaceId, alertId, scope.memberId, scope.at, resolution === '' ? null : resolution],
  )
  tell(scope, alert)
}
