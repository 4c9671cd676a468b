import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { defineRoute } from '../route.ts'

/** What a token may do at most; it never may more than the member who made it. */
export const TOKEN_SCOPES = ['read', 'write', 'import', 'export'] as const

export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

export const listApiTokens = defineRoute({
  method: 'GET',
  path: '/api/tokens',
  operationId: 'listApiTokens',
  tag: 'workspace',
  permission: 'token.manage',
  summary: 'My API tokens',
  response: z.object({ items: z.array(ApiToken) }),
})

export const createApiToken = defineRoute({
  method: 'POST',
  path: '/api/tokens',
  operationId: 'createApiToken',
  tag: 'workspace',
  permission: 'token.manage',
  // Its answer holds a secret, which a stored answer would keep.
  summary: 'Create a token; the secret is shown this once',
  status: 201,
  isIdempotencyOff: true,
  body: z.strictObject({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(z.enum(TOKEN_SCOPES)).min(1),
    days: z.number().int().min(1).max(365).default(90),
  }),
  response: z.object({ token: ApiToken, secret: z.string() }),
})

export const revokeApiToken = defineRoute({
  method: 'DELETE',
  path: '/api/tokens/{tokenId}',
  operationId: 'revokeApiToken',
  tag: 'workspace',
  permission: 'token.manage',
  summary: 'Make a token worthless',
  params: z.strictObject({ tokenId: Id }),
})
