import { z } from 'zod'
import { CurrencyCode, Id } from '../common.ts'
import { defineRoute } from '../route.ts'
import { StatusPolicy } from '../workspace/status-policy.ts'
import { RoleName } from '../workspace/member.ts'

export const Email = z.email().max(254)
/** 10 to 128 characters; length is what counts (NIST SP 800-63B). */
export const Password = z.string().min(10).max(128)
export const PersonName = z.string().trim().min(1).max(80)

export const Membership = z.object({ workspaceId: Id, workspaceName: z.string(), role: RoleName })

/** Who is signed in and where. `workspace` is the active one; null for a person without any. */
export const SessionView = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  memberId: Id.nullable(),
  role: RoleName.nullable(),
  workspace: z
    .object({
      id: Id,
      name: z.string(),
      currency: z.string(),
      timeZone: z.string(),
      today: z.string(),
      statusPolicy: StatusPolicy,
    })
    .nullable(),
  memberships: z.array(Membership),
  /** What this person may do in the active workspace; the web never derives it. */
  abilities: z.record(z.string(), z.boolean()),
})
export type SessionView = z.infer<typeof SessionView>

export const getSetup = defineRoute({
  method: 'GET',
  path: '/api/setup',
  operationId: 'getSetup',
  tag: 'identity',
  permission: 'public',
  summary: 'Whether the first owner account has still to be created',
  response: z.object({ isSetupNeeded: z.boolean(), version: z.string() }),
})

export const createSetup = defineRoute({
  method: 'POST',
  path: '/api/setup',
  operationId: 'createSetup',
  tag: 'identity',
  permission: 'public',
  summary: 'Create the owner account and the first workspace; signs in',
  status: 201,
  body: z.strictObject({
    name: PersonName,
    email: Email,
    password: Password,
    workspaceName: z.string().trim().min(1).max(120),
    currency: CurrencyCode.default('CNY'),
    timeZone: z.string().max(64).default('Asia/Shanghai'),
  }),
  response: SessionView,
  errors: ['setup_done', 'rule_violated'],
})

export const getSession = defineRoute({
  method: 'GET',
  path: '/api/session',
  operationId: 'getSession',
  tag: 'identity',
  permission: 'signed-in',
  summary: 'Who is signed in, and what they may do',
  response: SessionView,
})

export const createSession = defineRoute({
  method: 'POST',
  path: '/api/session',
  operationId: 'createSession',
  tag: 'identity',
  permission: 'public',
  summary: 'Sign in by e-mail and password',
  status: 201,
  isIdempotencyOff: true,
  body: z.strictObject({ email: Email, password: z.string().min(1).max(128) }),
  response: SessionView,
  errors: ['sign_in_failed', 'rate_limited', 'setup_needed'],
})

export const deleteSession = defineRoute({
  method: 'DELETE',
  path: '/api/session',
  operationId: 'deleteSession',
  tag: 'identity',
  permission: 'signed-in',
  summary: 'Sign out; the cookie is worthless afterwards',
})

export const switchWorkspace = defineRoute({
  method: 'PUT',
  path: '/api/session/workspace',
  operationId: 'switchWorkspace',
  tag: 'identity',
  permission: 'signed-in',
  summary: 'Make another of my workspaces the active one',
  body: z.strictObject({ workspaceId: Id }),
  response: SessionView,
})

export const changePassword = defineRoute({
  method: 'PUT',
  path: '/api/session/password',
  operationId: 'changePassword',
  tag: 'identity',
  permission: 'signed-in',
  summary: 'Change my password; all my other sessions end',
  body: z.strictObject({ currentPassword: z.string().min(1).max(128), newPassword: Password }),
  errors: ['sign_in_failed', 'rate_limited'],
})
