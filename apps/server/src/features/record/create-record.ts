import type { RecordView } from '@yingce/contracts/record/record-schema'
import type { Entity } from '@yingce/domain/records/entities'
import type { Database } from '../../db/database.ts'
import type { Scope } from '../../db/scope.ts'
import { vacuumSoon } from '../../db/vacuum-soon.ts'
import { requireCan } from '../../http/permission.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { createRecords, type NewRecord } from '../../records/create-records.ts'
import type { AnyRecord } from '../../records/entity-table.ts'

/** From here on the planner's statistics and the visibility map are worth renewing at once. */
const BULK_ROWS = 1_000

export async function createOne<E extends Entity>(
  principal: MemberPrincipal,
  scope: Scope,
  planId: string,
  entity: E,
  item: NewRecord<E>,
): Promise<RecordView<E>> {
  requireCan(principal, 'record.create', { entity, fields: fieldsGiven([item]) })
  const [created] = await createRecords(scope, planId, entity, [item], () => 'body.values')
  return created as unknown as RecordView<E>
}

export async function createMany<E extends Entity>(
  db: Database,
  principal: MemberPrincipal,
  scope: Scope,
  planId: string,
  entity: E,
  items: readonly NewRecord<E>[],
): Promise<AnyRecord[]> {
  requireCan(principal, 'record.create', { entity, fields: fieldsGiven(items) })
  const created = await createRecords(scope, planId, entity, items)
  if (created.length >= BULK_ROWS) scope.afterCommit(() => vacuumSoon(db, entity))
  return created
}

/** A field that is sent empty sets nothing. */
function fieldsGiven(items: readonly { values: object }[]): string[] {
  const fields = new Set<string>()
  for (const { values } of items) {
    for (const [field, value] of Object.entries(values))
      if (value !== null && value !== undefined) fields.add(field)
  }
  return [...fields]
}
