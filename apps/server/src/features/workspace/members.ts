import type { BodyOf } from '@yingce/contracts/route'
import type { Member, RoleName, updateMember } from '@yingce/contracts/workspace/member'
import { keepsAnOwner } from '@yingce/domain/access/last-owner'
import type { Scope } from '../../db/scope.ts'
import { requireCan } from '../../http/permission.ts'
import { Refusal } from '../../http/refusal.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'

interface Row {
  id: string
  name: string
  email: string
  role: RoleName
  joined_at: string
}

const SELECT = `select m.id, m.name, a.email, m.role, m.joined_at from member m join account a on a.id = m.account_id
  where m.workspace_id = $1 order by m.joined_at, m.id`

export async function readMembers(scope: Scope, principal: MemberPrincipal): Promise<Member[]> {
  const rows = await scope.rows<Row>(SELECT, [scope.workspaceId])
  return rows.map((row) => viewOf(row, principal))
}

/** @throws Refusal `last_owner` when nobody would own the workspace any more */
export async function update(
  scope: Scope,
  principal: MemberPrincipal,
  memberId: string,
  body: BodyOf<typeof updateMember>,
): Promise<Member> {
  const member = await lockMember(scope, memberId)
  requireCan(principal, 'member.update', {
    memberRole: member.role,
    ...(body.role === undefined ? {} : { newRole: body.role }),
  })
  if (body.role !== undefined) await requireOwnerLeft(scope, memberId, body.role)
  const after = { ...member, role: body.role ?? member.role, name: body.name ?? member.name }
  await scope.run('update member set role = $3, name = $4 where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    memberId,
    after.role,
    after.name,
  ])
  const changed = (['role', 'name'] as const).filter((field) => member[field] !== after[field])
  if (changed.length > 0) {
    scope.note({
      planId: null,
      entity: 'member',
      entityId: memberId,
      version: 1,
      action: 'update',
      changes: Object.fromEntries(changed.map((field) => [field, [member[field], after[field]] as const])),
    })
  }
  return viewOf(after, principal)
}

/** The account stays, without this workspace; its tokens for it go. What the member did keeps standing. */
export async function remove(scope: Scope, principal: MemberPrincipal, memberId: string): Promise<void> {
  const member = await lockMember(scope, memberId)
  requireCan(principal, 'member.remove', { memberRole: member.role })
  await requireOwnerLeft(scope, memberId, null)
  await scope.run('delete from member where workspace_id = $1 and id = $2', [scope.workspaceId, memberId])
  scope.note({
    planId: null,
    entity: 'member',
    entityId: memberId,
    version: 2,
    action: 'delete',
    changes: { role: [member.role, null], name: [member.name, null] },
  })
}

/** Locks all members: two owners who demote each other at once must not both succeed. */
async function lockMember(scope: Scope, memberId: string): Promise<Row> {
  await scope.rows('select from member where workspace_id = $1 order by id for update', [scope.workspaceId])
  const rows = await scope.rows<Row>(SELECT, [scope.workspaceId])
  const member = rows.find(({ id }) => id === memberId.toLowerCase())
  if (member === undefined) throw new Refusal('not_found')
  return member
}

async function requireOwnerLeft(scope: Scope, memberId: string, newRole: RoleName | null): Promise<void> {
  const members = await scope.rows<{ memberId: string; role: RoleName }>(
    'select id as "memberId", role from member where workspace_id = $1',
    [scope.workspaceId],
  )
  if (!keepsAnOwner(members, memberId.toLowerCase(), newRole)) throw new Refusal('last_owner')
}

function viewOf(row: Row, principal: MemberPrincipal): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    joinedAt: row.joined_at,
    isMe: row.id === principal.member.id,
  }
}
