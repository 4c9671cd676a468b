import type { LocalDate } from '@yingce/domain/calendar/local-date'
import { DAILY_FIELDS, type FillInField, WEEKLY_FIELDS } from '@yingce/domain/my-day/stale-fields'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'

export type FieldChanges = Partial<Record<FillInField, LocalDate>>

/**
 * The day, in a time zone, on which each fill-in field of the tasks was last written. A value that came with
 * a template was never reported by anybody and does not count.
 */
export async function readFieldChanges(
  scope: Scope,
  planId: string,
  taskIds: readonly string[],
  timeZone: string,
): Promise<ReadonlyMap<string, FieldChanges>> {
  const changes = new Map<string, FieldChanges>()
  if (taskIds.length === 0) return changes
  const rows = await scope.rows<{ id: string; field: FillInField; day: LocalDate }>(
    `select c.entity_id as id, f.field, max((c.at at time zone $4)::date) as day
     from change_log c cross join unnest($5::text[]) as f (field)
     where c.workspace_id = $1 and c.plan_id = $2 and c.entity_id = any($3::uuid[])
       and c.source <> 'template' and c.changes ? f.field
     group by c.entity_id, f.field`,
    [
      scope.workspaceId,
      planId,
      arrayLiteral(taskIds),
      timeZone,
      arrayLiteral([...DAILY_FIELDS, ...WEEKLY_FIELDS]),
    ],
  )
  for (const { id, field, day } of rows) changes.set(id, { ...changes.get(id), [field]: day })
  return changes
}
