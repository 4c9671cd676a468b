import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { FILL_IN_FIELDS, type TaskWrite } from '@yingce/domain/meeting/fill-ins'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'

/**
 * What people wrote into the fill-in fields of a plan's tasks from one day to another, both included, by the
 * workspace's clock, in the order of time. Found by the index of these writes by time: the days are constants of the
 * query, not of a join. What an import, a template or an undo wrote is nobody's report.
 */
export function readTaskWrites(
  scope: Scope,
  planId: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<TaskWrite[]> {
  return scope.rows<TaskWrite>(
    `select c.entity_id as "taskId", m.name as by, c.at, c.changes
     from change_log c left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
     where c.workspace_id = $1 and c.plan_id = $2 and c.entity = 'task' and c.action = 'update'
       and c.source in ('page', 'api') and c.changes ?| $5::text[]
       and c.at >= $3::date::timestamp at time zone (select time_zone from workspace where id = $1)
       and c.at < ($4::date + 1)::timestamp at time zone (select time_zone from workspace where id = $1)
     order by c.seq`,
    [scope.workspaceId, planId, from, to, arrayLiteral(FILL_IN_FIELDS)],
  )
}
