import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { requireCan } from '../../http/permission.ts'
import { Refusal } from '../../http/refusal.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { readCreators, removeRecords } from '../../records/remove-records.ts'

export async function deleteOne(
  principal: MemberPrincipal,
  scope: Scope,
  planId: string,
  entity: Entity,
  id: string,
): Promise<void> {
  if ((await deleteMany(principal, scope, planId, entity, [id])) === 0) throw new Refusal('not_found')
}

/** All or none; ids that are gone already count as nothing. @returns how many were there */
export async function deleteMany(
  principal: MemberPrincipal,
  scope: Scope,
  planId: string,
  entity: Entity,
  ids: readonly string[],
): Promise<number> {
  const creators = await readCreators(scope, planId, entity, ids)
  for (const ownerMemberId of new Set(creators.values()))
    requireCan(principal, 'record.delete', { entity, ownerMemberId })
  return (await removeRecords(scope, planId, entity, ids)).length
}
