import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { NamedMember, RemindedPlan, RemindedTask } from '@yingce/domain/notice/reminders'
import type { Scope } from '../../db/scope.ts'
import { readFieldChanges } from '../my-day/field-changes.read.ts'

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
}

/** Open tasks of the plans that my day is made of, and everybody who may be told. */
export async function readRemindedWork(scope: Scope, timeZone: string): Promise<RemindedWork> {
  const plans = await scope.rows<{ id: string; name: string; created_by: string | null }>(
    "select id, name, created_by from plan where workspace_id = $1 and state in ('draft', 'running')",
    [scope.workspaceId],
  )
  const tasks = await scope.rows<TaskRow>(
    `select id, plan_id, name, owner, status, planned_start, planned_end, actual_start, actual_end, is_milestone
     from task where workspace_id = $1 and plan_id = any($2) and status not in ('done', 'cancelled')
     order by plan_id, planned_end, position, id`,
    [scope.workspaceId, plans.map(({ id }) => id)],
  )
  const members = await scope.rows<{ id: string; name: string }>(
    'select id, name from member where workspace_id = $1 order by id',
    [scope.workspaceId],
  )
  const filledIn = new Map<string, LocalDate>()
  for (const [planId, own] of Map.groupBy(tasks, (task) => task.plan_id)) {
    const changes = await readFieldChanges(
      scope,
      planId,
      own.map(({ id }) => id),
      timeZone,
    )
    for (const [taskId, days] of changes) {
      const last = Object.values(days).toSorted(compareText).at(-1)
      if (last !== undefined) filledIn.set(taskId, last)
    }
  }
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
      filledInOn: filledIn.get(row.id) ?? null,
    })),
    members,
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
