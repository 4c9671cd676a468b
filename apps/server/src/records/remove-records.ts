import { ENTITY_NAMES, type Entity, type RecordValues } from '@yingce/domain/records/entities'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'
import { type AnyRecord, decodeRow, type EntityTable, entityTable } from './entity-table.ts'
import { postSpends } from './ledger.ts'
import { updateRecords } from './update-records.ts'
import { removeLinksOfTasks } from './dependency-rows.ts'

/**
 * Removes records of one entity; ids that are not there are passed over. What
 * points at them lets go first (each with its entry in the log), links of tasks
 * go with them, and a task's spend is reversed in the ledger.
 *
 * @returns the records as they were
 */
export async function removeRecords(
  scope: Scope,
  planId: string,
  entity: Entity,
  ids: readonly string[],
): Promise<AnyRecord[]> {
  const table = entityTable(entity)
  // First the lock: whoever points at one of them meanwhile either was before, and lets go, or finds it gone.
  await scope.run(
    `select from ${table.name} where workspace_id = $1 and plan_id = $2 and id = any($3::uuid[]) order by id for update`,
    [scope.workspaceId, planId, arrayLiteral(ids)],
  )
  await letGo(scope, planId, entity, ids)
  if (entity === 'task') await removeLinksOfTasks(scope, planId, ids)
  // Joined, not `= any(…)`: with 10,000 ids that would compare every row with every id.
  const rows = await scope.arrays(
    `delete from ${table.name} t using unnest($3::uuid[]) as gone (gone_id) where t.workspace_id = $1 and t.plan_id = $2 and t.id = gone_id returning ${table.selectList}`,
    [scope.workspaceId, planId, arrayLiteral(ids)],
  )
  const removed = rows.map((row) => decodeRow(table, row))
  if (entity === 'task') {
    await postSpends(
      scope,
      planId,
      removed.map(({ id, values }) => ({ taskId: id, from: values['spent'] as number | null, to: null })),
      'remove',
    )
  }
  for (const record of removed) {
    scope.note({
      planId,
      entity,
      entityId: record.id,
      version: record.version + 1,
      action: 'delete',
      changes: () => lastValues(table, record),
    })
  }
  return removed
}

/** Who created each of the records; ids that are not there are absent. */
export async function readCreators(
  scope: Scope,
  planId: string,
  entity: Entity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await scope.rows<{ id: string; created_by: string | null }>(
    `select id, created_by from ${entityTable(entity).name} where workspace_id = $1 and plan_id = $2 and id = any($3::uuid[])`,
    [scope.workspaceId, planId, arrayLiteral(ids)],
  )
  return new Map(rows.map(({ id, created_by }) => [id, created_by]))
}

async function letGo(scope: Scope, planId: string, entity: Entity, ids: readonly string[]): Promise<void> {
  for (const other of ENTITY_NAMES) {
    const table = entityTable(other)
    for (const { field, column, spec } of table.columns) {
      if (spec.kind !== 'ref' || spec.to !== entity) continue
      const holders = await scope.rows<{ id: string; version: number }>(
        `select id, version from ${table.name} where workspace_id = $1 and plan_id = $2 and ${column} = any($3::uuid[])`,
        [scope.workspaceId, planId, arrayLiteral(ids)],
      )
      if (holders.length === 0) continue
      const values = { [field]: null } as Partial<RecordValues<Entity>>
      await updateRecords(
        scope,
        planId,
        other,
        holders.map(({ id, version }) => ({ id, version, values, isOverwriting: true })),
      )
    }
  }
}

function lastValues(table: EntityTable, record: AnyRecord): Record<string, [unknown, null]> {
  const changes: Record<string, [unknown, null]> = {}
  for (const { field } of table.columns)
    if (record.values[field] !== null) changes[field] = [record.values[field], null]
  return changes
}
