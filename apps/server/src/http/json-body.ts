import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** JSON is the only body that routes take (an upload aside); its hash is kept where a request may be repeated. */
export function readJsonBody(http: FastifyInstance): void {
  http.removeAllContentTypeParsers()
  const parse = http.getDefaultJsonParser('error', 'error')
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (request.headers['idempotency-key'] !== undefined)
      request.bodyHash = createHash('sha256').update(body).digest()
    void parse(request, body as string, done)
  })
}
