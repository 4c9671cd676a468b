import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { Email, Password, PersonName, SessionView } from '../identity/session.ts'
import { defineRoute } from '../route.ts'
import { RoleName } from './member.ts'

/** Invitation by link: the link is shown once on creation, only its hash is kept. */
export const Invitation = z.object({
  id: Id,
  role: RoleName,
  note: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  usesLeft: z.number().int(),
  state: z.enum(['open', 'used', 'revoked', 'expired']),
})
export type Invitation = z.infer<typeof Invitation>

/** Of any form: one that was cut short on its way is void like any that is unknown. */
const Token = z.strictObject({ token: z.string().min(1).max(200) })

export const listInvitations = defineRoute({
  method: 'GET',
  path: '/api/invitations',
  operationId: 'listInvitations',
  tag: 'workspace',
  permission: 'member.invite',
  summary: 'Invitations of the workspace',
  response: z.object({ items: z.array(Invitation) }),
})

export const createInvitation = defineRoute({
  method: 'POST',
  path: '/api/invitations',
  operationId: 'createInvitation',
  tag: 'workspace',
  permission: 'member.invite',
  // Its answer holds a secret, which a stored answer would keep.
  summary: 'Create an invitation link',
  status: 201,
  isIdempotencyOff: true,
  body: z.strictObject({
    role: RoleName,
    note: z.string().trim().max(120).optional(),
    days: z.number().int().min(1).max(30).default(7),
    uses: z.number().int().min(1).max(200).default(1),
  }),
  response: z.object({ invitation: Invitation, url: z.string() }),
})

export const revokeInvitation = defineRoute({
  method: 'DELETE',
  path: '/api/invitations/{invitationId}',
  operationId: 'revokeInvitation',
  tag: 'workspace',
  permission: 'member.invite',
  summary: 'Make the link worthless',
  params: z.strictObject({ invitationId: Id }),
})

export const previewInvitation = defineRoute({
  method: 'GET',
  path: '/api/invitation-links/{token}',
  operationId: 'previewInvitation',
  tag: 'workspace',
  permission: 'public',
  summary: 'What a link invites to',
  params: Token,
  response: z.object({ workspaceName: z.string(), role: RoleName, invitedBy: z.string() }),
  errors: ['invitation_void'],
})

export const acceptInvitation = defineRoute({
  method: 'POST',
  path: '/api/invitation-links/{token}/accept',
  operationId: 'acceptInvitation',
  tag: 'workspace',
  permission: 'public',
  summary: 'Join: with a new account, or with the signed-in one when no account is given',
  status: 201,
  params: Token,
  body: z.strictObject({
    account: z.strictObject({ name: PersonName, email: Email, password: Password }).optional(),
  }),
  response: SessionView,
  errors: ['invitation_void', 'already_exists', 'rate_limited'],
})
