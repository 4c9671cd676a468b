import type { Route } from '@yingce/contracts/route'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppContext } from '../app-context.ts'
import { authenticate } from '../identity/authenticate.ts'
import type { Principal } from '../identity/principal.ts'
import { sessionCookie } from '../identity/session-cookie.ts'
import { requirePermission } from './permission.ts'
import { Refusal } from './refusal.ts'
import { isSafeMethod, isSameOrigin } from './same-origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null
    /** SHA-256 of the JSON body as it came, where the request has an idempotency key. */
    bodyHash: Buffer | null
  }
}

/**
 * Before the body is read: who calls, may they use this route, and did our own
 * page send it. A cookie travels with requests of foreign pages too, hence a
 * write by cookie has to prove its origin; a bearer token does not travel.
 */
export async function guardRequest(
  app: AppContext,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const isWrite = !isSafeMethod(request.method)
  const sameOrigin = isWrite ? isSameOrigin(request, app.config) : true
  if (sameOrigin === false) throw new Refusal('cross_site')
  // Health must not depend on anything, least of all on a cookie.
  if (route.permission === 'public' && !route.path.startsWith('/api/')) return
  const found = await authenticate(app.db, app.config, request.headers, app.clock())
  request.principal = found?.principal ?? null
  if (found?.prolonged != null) reply.header('set-cookie', sessionCookie(app.config, found.prolonged))
  requirePermission(request.principal, route.permission, !isWrite)
  if (sameOrigin === null && request.principal?.sessionHash != null) throw new Refusal('cross_site')
}
