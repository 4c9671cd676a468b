import type { EditConflict } from '@yingce/contracts/error'
import type { RecordView } from '@yingce/contracts/record/record-schema'
import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { requireCan } from '../../http/permission.ts'
import { Refusal } from '../../http/refusal.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { type RecordEdit, updateRecords } from '../../records/update-records.ts'

/** @throws Refusal `edit_conflict` with base, current and yours of each field */
export async function updateOne<E extends Entity>(
  principal: MemberPrincipal,
  scope: Scope,
  planId: string,
  entity: E,
  id: string,
  edit: Omit<RecordEdit<E>, 'id'>,
): Promise<RecordView<E>> {
  requireCan(principal, 'record.update', { entity, fields: Object.keys(edit.values) })
  const result = await updateRecords(scope, planId, entity, [{ ...edit, id }], () => 'body.values')
  const [conflict] = result.conflicts
  if (conflict !== undefined) throw new Refusal('edit_conflict', { conflict })
  const [record] = result.updated
  if (record === undefined) throw new Refusal('not_found')
  return record as unknown as RecordView<E>
}

/** What conflicts stays as it is and is reported; the rest is written. */
export async function updateMany<E extends Entity>(
  principal: MemberPrincipal,
  scope: Scope,
  planId: string,
  entity: E,
  edits: readonly RecordEdit<E>[],
): Promise<{ items: { id: string; version: number }[]; conflicts: EditConflict[]; missing: string[] }> {
  requireCan(principal, 'record.update', {
    entity,
    fields: [...new Set(edits.flatMap(({ values }) => Object.keys(values)))],
  })
  const { updated, conflicts, missing } = await updateRecords(scope, planId, entity, edits)
  return { items: updated.map(({ id, version }) => ({ id, version })), conflicts, missing }
}
