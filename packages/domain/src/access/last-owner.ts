import type { Role } from './roles.ts'

export interface Membership {
  readonly memberId: string
  readonly role: Role
}

/**
 * Does the workspace still have an owner once this member has another role, or
 * is gone (`newRole` null)? A workspace without an owner could never be handed
 * over again, so the last owner can be neither demoted nor removed, by anybody.
 *
 * @param members everybody who belongs to the workspace now
 */
export function keepsAnOwner(
  members: readonly Membership[],
  memberId: string,
  newRole: Role | null,
): boolean {
  return (
    newRole === 'owner' || members.some((member) => member.role === 'owner' && member.memberId !== memberId)
  )
}
