import type { Permission } from '@yingce/contracts/permission'
import type { Action } from '@yingce/domain/access/actions'
import { can, type Resource } from '@yingce/domain/access/can'
import type { MemberPrincipal, Principal, TokenScope } from '../identity/principal.ts'
import { isMember } from '../identity/principal.ts'
import { Refusal } from './refusal.ts'

/** The scope that a token needs for an action; null: no token may, whatever its scopes. */
const SCOPE_OF: Readonly<Record<Action, TokenScope | null>> = {
  'plan.read': 'read',
  'record.read': 'read',
  'history.read': 'read',
  'event.read': 'read',
  'member.read': 'read',
  'budget.read': 'read',
  'budget.update': 'write',
  'plan.create': 'write',
  'plan.update': 'write',
  'plan.delete': 'write',
  'record.create': 'write',
  'record.update': 'write',
  'record.delete': 'write',
  'import.run': 'import',
  'import.undo': 'import',
  'export.run': 'export',
  'workspace.update': null,
  'member.invite': null,
  'member.update': null,
  'member.remove': null,
  'token.manage': null,
  // One's own inbox and wishes, and the secrets of channels: of people, not of programs.
  'notice.read': null,
  'notice.manage': null,
}

/**
 * May this caller use the route at all? What depends on the record or its
 * fields is asked again by the use case, through `requireCan`.
 *
 * @throws Refusal `unauthenticated` or `forbidden`
 */
export function requirePermission(
  principal: Principal | null,
  permission: Permission,
  isReading: boolean,
): void {
  if (permission === 'public') return
  if (principal === null) throw new Refusal('unauthenticated')
  if (permission === 'signed-in') {
    if (principal.scopes !== null && !isReading) throw forbidden(permission, 'token')
    return
  }
  if (!isMember(principal)) throw forbidden(permission, 'no_workspace')
  if (principal.scopes !== null) {
    const scope = SCOPE_OF[permission]
    if (scope === null || !principal.scopes.includes(scope)) throw forbidden(permission, 'token_scope')
  }
  // "Own" is taken as given here: the record is not known yet.
  requireCan(principal, permission, { ownerMemberId: principal.member.id })
}

/** @throws Refusal `forbidden` with the reason, and the fields that are the reason */
export function requireCan(principal: MemberPrincipal, action: Action, resource: Resource): void {
  const verdict = can({ role: principal.member.role, memberId: principal.member.id }, action, resource)
  if (!verdict.allowed) throw forbidden(action, verdict.reason, verdict.fields)
}

function forbidden(action: Permission, reason: string, fields: readonly string[] = []): Refusal {
  return new Refusal('forbidden', { params: { action, reason, ...(fields.length > 0 ? { fields } : {}) } })
}
