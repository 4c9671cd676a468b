import type { RecordView } from '@yingce/contracts/record/record-schema'
import type { Entity } from '@yingce/domain/records/entities'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'
import { Refusal } from '../http/refusal.ts'
import { decodeRow, entityTable } from './entity-table.ts'

/** All records of an entity in a plan, in their order; `ids` narrows them. */
export async function readRecords<E extends Entity>(
  scope: Scope,
  planId: string,
  entity: E,
  ids?: readonly string[],
): Promise<RecordView<E>[]> {
  const table = entityTable(entity)
  const wanted =
    ids === undefined
      ? ''
      : ' join (select distinct unnest($3::uuid[]) as wanted_id) as wanted on t.id = wanted_id'
  const text = `select ${table.selectList} from ${table.name} t${wanted} where t.workspace_id = $1 and t.plan_id = $2 order by t.position, t.id`
  const rows = await scope.arrays(text, [
    scope.workspaceId,
    planId,
    ...(ids === undefined ? [] : [arrayLiteral(ids)]),
  ])
  return rows.map((row) => decodeRow(table, row) as unknown as RecordView<E>)
}

/** @throws Refusal `not_found` */
export async function readRecord<E extends Entity>(
  scope: Scope,
  planId: string,
  entity: E,
  id: string,
): Promise<RecordView<E>> {
  const [record] = await readRecords(scope, planId, entity, [id])
  if (record === undefined) throw new Refusal('not_found')
  return record
}

/** @throws Refusal `not_found` when the workspace has no such plan */
export async function requirePlan(scope: Scope, planId: string): Promise<void> {
  if (!(await hasPlan(scope, planId))) throw new Refusal('not_found')
}

export async function hasPlan(scope: Scope, planId: string): Promise<boolean> {
  const rows = await scope.rows('select from plan where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    planId,
  ])
  return rows.length > 0
}
