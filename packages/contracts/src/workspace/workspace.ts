import { z } from 'zod'
import { CurrencyCode, Id, Instant } from '../common.ts'
import { StatusPolicy } from './status-policy.ts'
import { SessionView } from '../identity/session.ts'
import { defineRoute } from '../route.ts'

export const Workspace = z.object({
  id: Id,
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  createdAt: Instant,
  ...StatusPolicy.shape,
})
export type Workspace = z.infer<typeof Workspace>

export const getWorkspace = defineRoute({
  method: 'GET',
  path: '/api/workspace',
  operationId: 'getWorkspace',
  tag: 'workspace',
  permission: 'member.read',
  summary: 'The active workspace',
  response: Workspace,
})

export const updateWorkspace = defineRoute({
  method: 'PATCH',
  path: '/api/workspace',
  operationId: 'updateWorkspace',
  tag: 'workspace',
  permission: 'workspace.update',
  summary: 'Rename, change currency and time zone for new plans, or settle how targets are judged',
  body: z.strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    currency: CurrencyCode.optional(),
    timeZone: z.string().max(64).optional(),
    ...StatusPolicy.partial().shape,
  }),
  response: Workspace,
})

export const createWorkspace = defineRoute({
  method: 'POST',
  path: '/api/workspaces',
  operationId: 'createWorkspace',
  tag: 'workspace',
  permission: 'signed-in',
  summary: 'Create a further workspace and make it the active one (owners and admins of one only)',
  status: 201,
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    currency: CurrencyCode.default('CNY'),
    timeZone: z.string().max(64).default('Asia/Shanghai'),
  }),
  response: SessionView,
})
