import { recordRoutes, RECORD_NAMES } from '@yingce/contracts/record/record-routes'
import { ENTITY_NAMES } from '@yingce/domain/records/entities'
import type { Route } from '@yingce/contracts/route'
import type { z } from 'zod'
import type { AppContext } from '../app-context.ts'
import { openApiDocument } from './openapi.ts'

/** Serves the document; written on the first request, because few ask for it. */
export function mountOpenApi(app: AppContext): void {
  let text: string | undefined
  app.http.get('/api/openapi.json', async (_request, reply) => {
    text ??= openApiText(app.routes, app.config.version)
    return reply.type('application/json; charset=utf-8').send(text)
  })
}

/** The document as it is served and as it is committed. */
export function openApiText(routes: readonly Route[], version: string): string {
  return `${JSON.stringify(openApiDocument(routes, version, recordSchemas(routes)), null, 1)}\n`
}

/** The view of each entity under its name, taken from the mounted route itself. */
function recordSchemas(routes: readonly Route[]): Record<string, z.ZodType> {
  const named: Record<string, z.ZodType> = {}
  for (const entity of ENTITY_NAMES) {
    const { operationId } = recordRoutes(entity).get
    const response = routes.find((route) => route.operationId === operationId)?.response
    if (response !== undefined) named[RECORD_NAMES[entity].one] = response
  }
  return named
}
