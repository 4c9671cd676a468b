import type { listStaleCells } from '@yingce/contracts/my-day/my-day'
import type { AnswerOf } from '@yingce/contracts/route'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { BOUND_FIELDS } from '@yingce/domain/assignment/bound-field'
import { type RunningTask, staleFields } from '@yingce/domain/my-day/stale-fields'
import { countWorkingDays } from '@yingce/domain/objective/target-pace'
import type { Scope } from '../../db/scope.ts'
import { requirePlan } from '../../records/read-records.ts'
import { readBoundRecords } from '../metrics/binding/bound-records.read.ts'
import { readFieldChanges } from './field-changes.read.ts'

/** Every cell of the plan's running tasks that is older than its rhythm (X1). */
export async function readStaleCells(
  scope: Scope,
  planId: string,
  today: LocalDate,
  timeZone: string,
): Promise<AnswerOf<typeof listStaleCells>> {
  const [tasks] = await Promise.all([
    scope.rows<RunningTask & { id: string }>(
      `select id, status, planned_start as "plannedStart", actual_start as "actualStart", budget, spent, kpi
       from task where workspace_id = $1 and plan_id = $2 and status = 'in_progress' order by position, id`,
      [scope.workspaceId, planId],
    ),
    requirePlan(scope, planId),
  ])
  const changes = await readFieldChanges(
    scope,
    planId,
    tasks.map(({ id }) => id),
    timeZone,
  )
  const bound = await readBoundRecords(scope, planId)
  return {
    items: tasks.flatMap((task) => {
      const fields = staleFields(task, changes.get(task.id) ?? {}, today, countWorkingDays).filter(
        ({ field }) => field !== BOUND_FIELDS.task || !bound.has(task.id),
      )
      return fields.length === 0 ? [] : [{ taskId: task.id, fields }]
    }),
  }
}
