import type { Dependency } from '@yingce/contracts/record/dependency'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'

export interface DependencyRow {
  id: string
  from_task_id: string
  to_task_id: string
  type: Dependency['type']
  lag_days: number
}

export const DEPENDENCY_COLUMNS = 'id, from_task_id, to_task_id, type, lag_days'

export function dependencyOf(row: DependencyRow): Dependency {
  return {
    id: row.id,
    fromTaskId: row.from_task_id,
    toTaskId: row.to_task_id,
    type: row.type,
    lagDays: row.lag_days,
  }
}

export async function removeLinksOfTasks(
  scope: Scope,
  planId: string,
  taskIds: readonly string[],
): Promise<void> {
  const rows = await scope.rows<DependencyRow>(
    `with gone as materialized (select unnest($3::uuid[]) as task_id)
     delete from dependency where workspace_id = $1 and plan_id = $2 and (from_task_id in (select task_id from gone) or to_task_id in (select task_id from gone)) returning ${DEPENDENCY_COLUMNS}`,
    [scope.workspaceId, planId, arrayLiteral(taskIds)],
  )
  for (const row of rows) noteRemovedLink(scope, planId, row)
}

export function noteRemovedLink(scope: Scope, planId: string, row: DependencyRow): void {
  const { id, ...values } = dependencyOf(row)
  scope.note({
    planId,
    entity: 'dependency',
    entityId: id,
    version: 2,
    action: 'delete',
    changes: Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, [value, null] as const]),
    ),
  })
}
