import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { Scope } from '../../db/scope.ts'
import { createRecords } from '../../records/create-records.ts'
import { updateRecords } from '../../records/update-records.ts'

export interface FiredRisk {
  readonly id: string
  readonly name: string
  readonly trigger: string | null
  readonly response: string | null
  readonly owner: string | null
  readonly version: number
}

/** The risk, locked: of two that fire it at once the second sees what the first opened. null: deleted since. */
export async function lockRisk(scope: Scope, planId: string, riskId: string): Promise<FiredRisk | null> {
  const [risk] = await scope.rows<FiredRisk>(
    `select id, name, trigger, response, owner, version from risk
     where workspace_id = $1 and plan_id = $2 and id = $3 for no key update`,
    [scope.workspaceId, planId, riskId],
  )
  return risk ?? null
}

/** Tasks of the risk's response, whatever opened them, that are not done. */
async function readOpenSteps(scope: Scope, planId: string, riskId: string): Promise<string[]> {
  const rows = await scope.rows<{ id: string }>(
    `select t.id from task t where t.workspace_id = $1 and t.plan_id = $2 and t.status not in ('done', 'cancelled')
     and t.id in (select unnest(response_task_ids) from alert where workspace_id = $1 and plan_id = $2 and risk_id = $3)
     order by t.position, t.id`,
    [scope.workspaceId, planId, riskId],
  )
  return rows.map(({ id }) => id)
}

/** While a step is not done; of a response without steps, while its alert is not resolved. */
export async function isResponseOpen(scope: Scope, planId: string, riskId: string): Promise<boolean> {
  if ((await readOpenSteps(scope, planId, riskId)).length > 0) return true
  const unresolved = await scope.rows(
    `select from alert where workspace_id = $1 and plan_id = $2 and risk_id = $3 and state <> 'resolved'
     and response_task_ids = '{}' limit 1`,
    [scope.workspaceId, planId, riskId],
  )
  return unresolved.length > 0
}

/**
 * B5: the steps of a risk's response become tasks, each line one, and the risk says that it is fired.
 *
 * @param today by the clock of the workspace
 * @returns the tasks of the response: where it is open already, those that stand
 */
export async function openResponse(
  scope: Scope,
  planId: string,
  risk: FiredRisk,
  why: string,
  today: LocalDate,
): Promise<string[]> {
  const standing = await readOpenSteps(scope, planId, risk.id)
  if (standing.length > 0) return standing
  const steps = (risk.response ?? '')
    .split(/[\n；;]/)
    .map((step) => step.trim())
    .filter((step) => step !== '')
  const tasks = await createRecords(
    scope,
    planId,
    'task',
    steps.map((name) => ({
      values: {
        name: name.slice(0, 500),
        owner: risk.owner,
        plannedStart: today,
        remark: `${risk.name} · ${why}`,
      },
    })),
  )
  await updateRecords(scope, planId, 'risk', [
    { id: risk.id, version: risk.version, values: { state: firedState(risk) } },
  ])
  return tasks.map(({ id }) => id)
}

/** The state of a risk is free text, as the sheet has it: in the language that the risk is written in. */
function firedState({ name }: FiredRisk): string {
  return /\p{Script=Han}/u.test(name) ? '已触发' : 'Triggered'
}
