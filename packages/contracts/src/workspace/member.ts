import { ROLES } from '@yingce/domain/access/roles'
import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { defineRoute } from '../route.ts'

export const RoleName = z.enum(ROLES)
export type RoleName = z.infer<typeof RoleName>

export const Member = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: RoleName,
  joinedAt: Instant,
  isMe: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const listMembers = defineRoute({
  method: 'GET',
  path: '/api/members',
  operationId: 'listMembers',
  tag: 'workspace',
  permission: 'member.read',
  summary: 'Everybody in the workspace',
  response: z.object({ items: z.array(Member) }),
})

export const updateMember = defineRoute({
  method: 'PATCH',
  path: '/api/members/{memberId}',
  operationId: 'updateMember',
  tag: 'workspace',
  permission: 'member.update',
  summary: 'Change the role or the shown name of a member',
  params: z.strictObject({ memberId: Id }),
  body: z.strictObject({ role: RoleName.optional(), name: z.string().trim().min(1).max(80).optional() }),
  response: Member,
  errors: ['last_owner'],
})

export const removeMember = defineRoute({
  method: 'DELETE',
  path: '/api/members/{memberId}',
  operationId: 'removeMember',
  tag: 'workspace',
  permission: 'member.remove',
  summary: 'Remove a member; sessions in this workspace end, records stay',
  params: z.strictObject({ memberId: Id }),
  errors: ['last_owner'],
})
