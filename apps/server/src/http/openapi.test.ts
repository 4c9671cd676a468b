import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

/** Renewed by `UPDATE_GOLDEN=1 npm test -- openapi`; the difference is to be read before it is committed. */
const GOLDEN = join(import.meta.dirname, '../../openapi.json')

let server: TestServer
let text: string

beforeAll(async () => {
  server = await startTestServer({ config: { version: '0.1.0' } })
  text = await (await fetch(`${server.origin}/api/openapi.json`)).text()
})

afterAll(() => server.close())

test('the document is the committed one', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, text)
  expect(existsSync(GOLDEN) ? readFileSync(GOLDEN, 'utf8') : '').toBe(text)
})

interface Operation {
  operationId: string
  security: unknown[]
  parameters?: { name: string; in: string; required: boolean; schema: unknown }[]
  requestBody?: {
    content: Record<
      string,
      { schema: { required?: string[]; properties: Record<string, { format?: string }> } }
    >
  }
  responses: Record<string, { content?: Record<string, unknown> }>
}

function operations(): Operation[] {
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> }
  return Object.values(paths).flatMap((methods) => Object.values(methods))
}

test('operation ids are distinct, and every operation has problem answers and says who may', () => {
  const all = operations()
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length)
  for (const { operationId, responses, security } of all) {
    expect([operationId, Object.keys(responses['500']?.content ?? {})]).toEqual([
      operationId,
      ['application/problem+json'],
    ])
    expect(Array.isArray(security)).toBe(true)
  }
})

test('every reference leads somewhere', () => {
  const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } }
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!)
  expect(names.length).toBeGreaterThan(100)
  for (const name of names) expect(Object.keys(components.schemas)).toContain(name)
})

test('a field with a default may be left out of a request', () => {
  const create = operations().find(
    ({ operationId }) => operationId === recordRoutes('task').create.operationId,
  )!
  const { schema } = create.requestBody!.content['application/json']!
  expect(schema.required).toEqual(['values'])
})

test('paging has a number with its bounds', () => {
  const list = operations().find(({ operationId }) => operationId === 'listTasks')!
  expect(list.parameters!.find(({ name }) => name === 'limit')!.schema).toMatchObject({
    type: 'integer',
    minimum: 1,
    maximum: 5000,
    default: 100,
  })
})
