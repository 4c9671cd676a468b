import { type RefusalCode, REFUSALS } from '@yingce/contracts/error'
import { Problem } from '@yingce/contracts/error'
import type { Route } from '@yingce/contracts/route'
import type { z } from 'zod'
import { type JsonSchema, SchemaWriter } from './openapi-schemas.ts'

const GENERAL: readonly RefusalCode[] = ['unavailable', 'internal']
const SIGNED_IN: readonly RefusalCode[] = ['unauthenticated', 'forbidden']

/**
 * The OpenAPI 3.1 document of the routes. Our own writer, because the routes
 * are data already: it knows uploads, files, event streams, the refusals of
 * each route and which of them take an idempotency key.
 */
export function openApiDocument(
  routes: readonly Route[],
  version: string,
  named: Readonly<Record<string, z.ZodType>> = {},
): JsonSchema {
  const writer = new SchemaWriter(named)
  writer.write(Problem, 'output')
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const route of routes) {
    paths[route.path] ??= {}
    paths[route.path]![route.method.toLowerCase()] = operation(writer, route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yingce 营策',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Plans, records and members of a workspace. Money is in whole minor units (fen), ratios are 0–1, dates are YYYY-MM-DD. ' +
        'Refusals are RFC 9457 problem documents with a closed `code`.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(writer.components).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'yingce_session',
          description: 'Session of a signed-in person; `__Host-yingce_session` over HTTPS',
        },
        token: { type: 'http', scheme: 'bearer', description: 'API token `yct_…`' },
      },
    },
  }
}

function operation(writer: SchemaWriter, route: Route): JsonSchema {
  const isPublic = route.permission === 'public'
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    'x-permission': route.permission,
    security: isPublic ? [] : [{ session: [] }, { token: [] }],
    ...some('parameters', [
      ...parameters(writer, route.params, 'path'),
      ...parameters(writer, route.query, 'query'),
      ...keyHeader(route),
    ]),
    ...requestBody(writer, route),
    responses: { ...success(writer, route), ...problems(route) },
  }
}

function parameters(
  writer: SchemaWriter,
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
): JsonSchema[] {
  if (schema === undefined) return []
  const json = writer.write(schema, 'input')
  const required = new Set((json['required'] as string[] | undefined) ?? [])
  return Object.entries(json['properties'] as Record<string, JsonSchema>).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: inner,
  }))
}

/** The key works where a workspace's transaction can keep it. */
function keyHeader(route: Route): JsonSchema[] {
  if (
    route.method !== 'POST' ||
    route.isIdempotencyOff === true ||
    route.permission === 'public' ||
    route.permission === 'signed-in'
  )
    return []
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
      description: 'The same key with the same body is done once and answered the same for 24 hours',
    },
  ]
}

function requestBody(writer: SchemaWriter, route: Route): JsonSchema {
  if (route.upload === undefined && route.body === undefined) return {}
  const json =
    route.body === undefined ? { type: 'object', properties: {} } : writer.write(route.body, 'input')
  if (route.upload === undefined)
    return { requestBody: { required: true, content: { 'application/json': { schema: json } } } }
  const properties = {
    ...(json['properties'] as JsonSchema),
    file: { type: 'string', format: 'binary', description: `At most ${route.upload.maxBytes} bytes` },
  }
  return {
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: { ...json, properties, required: [...((json['required'] as string[]) ?? []), 'file'] },
        },
      },
    },
  }
}

function success(writer: SchemaWriter, route: Route): JsonSchema {
  if (route.binary !== undefined) {
    return {
      [route.status ?? 200]: {
        description: route.binary.description,
        content: { [route.binary.contentType]: { schema: { type: 'string', format: 'binary' } } },
      },
    }
  }
  if (route.response === undefined) return { [route.status ?? 204]: { description: 'Done' } }
  return {
    [route.status ?? 200]: {
      description: 'Done',
      content: { 'application/json': { schema: writer.write(route.response, 'output') } },
    },
  }
}

/** Every status a refusal may bring, with the codes behind it. */
function problems(route: Route): JsonSchema {
  const codes = new Set<RefusalCode>([...GENERAL, ...(route.errors ?? [])])
  if (route.permission !== 'public') for (const code of SIGNED_IN) codes.add(code)
  if (route.method !== 'GET') codes.add('cross_site')
  if (route.params !== undefined) codes.add('not_found')
  if (route.params !== undefined || route.query !== undefined || route.body !== undefined)
    codes.add('invalid_request')
  if (route.body !== undefined || route.upload !== undefined)
    codes.add('unsupported_media_type').add('payload_too_large')
  if (keyHeader(route).length > 0) codes.add('idempotency_mismatch').add('idempotency_in_progress')
  const byStatus = Map.groupBy([...codes].toSorted(), (code) => REFUSALS[code])
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, each]) => [
        status,
        {
          description: each.join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  )
}

function some(key: string, list: readonly unknown[]): JsonSchema {
  return list.length === 0 ? {} : { [key]: list }
}
