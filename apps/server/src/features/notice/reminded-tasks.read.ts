import type { RemindedPlan, RemindedTask } from '@yingce/domain/notice/reminders'
import type { NamedMember } from '@yingce/domain/notice/owner-members'
import type { Scope } from '../../db/scope.ts'
import { localToday } from '../../identity/local-today.ts'

export interface RemindedWork {
  readonly tasks: readonly RemindedTask[]
  readonly plans: readonly RemindedPlan[]
  readonly members: readonly NamedMember[]
}

interface TaskRow {
  id: string
  plan_id: string
  name: string
  owner: string | null
  status: RemindedTask['status']
  planned_start: string | null
  planned_end: string | null
  actual_start: string | null
  actual_end: string | null
  is_milestone: boolean
  updated_at: string
}

/** Open tasks of the running plans, and everybody who may be told. */
export async function readRemindedWork(scope: Scope, timeZone: string): Promise<RemindedWork> {
  const plans = await scope.rows<{ id: string; name: string; created_by: string | null }>(
    "select id, name, created_by from plan where workspace_id = $1 and state = 'running'",
    [scope.workspaceId],
  )
  const tasks = await scope.rows<TaskRow>(
    `select id, plan_id, name, owner, status, planned_start, planned_end, actual_start, actual_end, is_milestone, updated_at
     from task where workspace_id = $1 and plan_id = any($2) and status not in ('done', 'cancelled')
     order by plan_id, planned_end, position, id`,
    [scope.workspaceId, plans.map(({ id }) => id)],
  )
  const members = await scope.rows<{ id: string; name: string }>(
    'select id, name from member where workspace_id = $1 order by id',
    [scope.workspaceId],
  )
  return {
    plans: plans.map(({ id, name, created_by }) => ({ id, name, createdBy: created_by })),
    tasks: tasks.map((row) => ({
      id: row.id,
      planId: row.plan_id,
      name: row.name,
      owner: row.owner,
      status: row.status,
      plannedStart: row.planned_start,
      plannedEnd: row.planned_end,
      actualStart: row.actual_start,
      actualEnd: row.actual_end,
      isMilestone: row.is_milestone,
      touchedOn: localToday(new Date(row.updated_at), timeZone),
    })),
    members,
  }
}
