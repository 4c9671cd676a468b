import type { Entity } from '../records/entities.ts'
import type { Action } from './actions.ts'
import { isDecidedMoney, isMoneyField } from './money-fields.ts'
import { ROLE_RIGHTS } from './role-rights.ts'
import type { Role } from './roles.ts'

export interface Actor {
  readonly role: Role
  readonly memberId: string
}

/** What the action is done to; give what is known, an absent part restricts nothing but "own". */
export interface Resource {
  /** Member who created the record or holds the token. */
  readonly ownerMemberId?: string | null
  /** Kind of record; needed for the money rule on `record.create` and `record.update`. */
  readonly entity?: Entity
  /** Fields the action sets. */
  readonly fields?: readonly string[]
  /** Of `member.*`: the role the member has now. */
  readonly memberRole?: Role
  /** Of `member.invite` and `member.update`: the role to be given. */
  readonly newRole?: Role
}

/**
 * Why an action was refused.
 * - `role`: this role never may
 * - `not_own`: only on what one created oneself
 * - `money_field`: the named fields are decided money
 * - `not_money_field`: the named fields are no money, and this role keeps money only
 * - `owner_only`: only an owner makes, changes or removes an owner
 */
export type RefusalReason = 'role' | 'not_own' | 'money_field' | 'not_money_field' | 'owner_only'

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: RefusalReason; readonly fields: readonly string[] }

/**
 * May this person do this? The whole of the permission rules; the matrix is in
 * docs/domain/access.md and, per role and action, in `role-matrix.golden.txt`.
 *
 * A record field counts as money by its entity, so `record.update` without
 * `entity` is refused to `member` and `finance` as soon as it names fields.
 * The last owner is a question of its own: `keepsAnOwner`.
 */
export function can(actor: Actor, action: Action, resource: Resource = {}): Verdict {
  const right = ROLE_RIGHTS[actor.role][action]
  if (right === undefined) return refuse('role')
  switch (right) {
    case 'all':
      break
    case 'own':
      if (resource.ownerMemberId !== actor.memberId) return refuse('not_own')
      break
    case 'not_decided_money': {
      const money = fieldsWhere(resource, isDecidedMoney)
      if (money.length > 0) return refuse('money_field', money)
      break
    }
    case 'money': {
      const other = fieldsWhere(resource, (entity, field) => !isMoneyField(entity, field))
      if (other.length > 0) return refuse('not_money_field', other)
      break
    }
    default:
      right satisfies never
  }
  if (touchesOwner(action, resource) && actor.role !== 'owner') return refuse('owner_only')
  return { allowed: true }
}

function touchesOwner(action: Action, resource: Resource): boolean {
  return action.startsWith('member.') && (resource.memberRole === 'owner' || resource.newRole === 'owner')
}

function fieldsWhere(
  resource: Resource,
  holds: (entity: Entity, field: string) => boolean,
): readonly string[] {
  const { entity, fields = [] } = resource
  return entity === undefined ? fields : fields.filter((field) => holds(entity, field))
}

function refuse(reason: RefusalReason, fields: readonly string[] = []): Verdict {
  return { allowed: false, reason, fields }
}
