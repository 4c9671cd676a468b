import type { Route } from '@yingce/contracts/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

/** Answers with the page for every address of the page. */
export type PageAnswer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** What no route takes: another method of a known address, the page's own addresses, else nothing. */
export function mountUnknown(http: FastifyInstance, routes: readonly Route[], page: PageAnswer | null): void {
  const patterns = routes.map((route) => ({
    method: route.method,
    pattern: new RegExp(
      `^${route.path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+')}$`,
    ),
  }))
  http.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0]!
    const allowed = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    if (allowed.length > 0) {
      reply.header('allow', [...new Set(allowed)].join(', '))
      throw new Refusal('method_not_allowed')
    }
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && path !== '/api' && !path.startsWith('/api/')
    if (page === null || !isPage) throw new Refusal('not_found')
    return page(request, reply)
  })
}
