import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from './refusal.ts'
import { pagePolicy, WORKER_POLICY } from './security-headers.ts'
import type { PageAnswer } from './unknown-route.ts'

/** Written by the build wherever a nonce belongs; each answer puts its own there. */
const NONCE_PLACE = '__CSP_NONCE__'
const NONCE_BYTES = 16
/** Names of files under it carry a hash of what is in them. */
const HASHED_PREFIX = '/assets/'
/** It fetches what it keeps for pages without a line, and nothing else; its address stays over all builds. */
const SERVICE_WORKER = 'service-worker.js'

/**
 * Serves the built page: hashed files for good, compressed where the build left
 * a `.br` or `.gz` beside them, and index.html with a fresh nonce for every
 * address that is not a file.
 */
export async function mountWebPage(http: FastifyInstance, folder: string): Promise<PageAnswer> {
  await http.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    index: false,
  })
  return async (request, reply) => {
    const path = decodeURI(request.url.split('?', 1)[0]!)
    const name = path.slice(1)
    if (/\.[a-z0-9]{2,11}$/i.test(name) && name !== 'index.html') {
      reply.header(
        'cache-control',
        path.startsWith(HASHED_PREFIX) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
      if (name === SERVICE_WORKER) reply.header('content-security-policy', WORKER_POLICY)
      return reply.sendFile(name)
    }
    if (path.startsWith(HASHED_PREFIX)) throw new Refusal('not_found')
    const nonce = randomBytes(NONCE_BYTES).toString('base64')
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(html.replaceAll(NONCE_PLACE, nonce))
  }
}
