import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPlans } from '@yingce/contracts/plan/plan'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type Person, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let owner: Person
let folder: string
const lines: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingce-web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/app-1a2b.js"></script>',
  )
  await writeFile(join(folder, 'service-worker.js'), 'plain')
  await writeFile(join(folder, 'assets/app-1a2b.js'), 'plain')
  await writeFile(join(folder, 'assets/app-1a2b.js.br'), 'brotli')
  server = await startTestServer({
    webFolder: folder,
    config: { logLevel: 'info' },
    logStream: { write: (line) => lines.push(line) },
  })
  owner = await server.setUp()
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

describe('what is refused is a problem document with its request id', () => {
  test.each([
    ['GET', '/api/nothing', undefined, {}, 404, 'not_found'],
    ['DELETE', '/api/plans', undefined, {}, 405, 'method_not_allowed'],
    ['GET', '/api/plans?colour=red', undefined, {}, 400, 'invalid_request'],
    ['GET', '/api/plans/not-a-uuid', undefined, {}, 400, 'invalid_request'],
    ['GET', '/api/workspace?x=1', undefined, {}, 400, 'invalid_request'],
    ['POST', '/api/plans', '{"name":', {}, 400, 'invalid_request'],
    ['POST', '/api/plans', '', {}, 400, 'invalid_request'],
    ['POST', '/api/plans', '{"name":"x","__proto__":{"a":1}}', {}, 400, 'invalid_request'],
    ['POST', '/api/plans', '<plan/>', { 'content-type': 'application/xml' }, 415, 'unsupported_media_type'],
    [
      'POST',
      '/api/plans',
      { name: 'x', locale: 'zh-CN', note: 'y'.repeat(2_000_000) },
      {},
      413,
      'payload_too_large',
    ],
    ['POST', '/api/plans', { name: 'x' }, { 'idempotency-key': 'with space' }, 400, 'invalid_request'],
    [
      'GET',
      '/api/plans',
      undefined,
      { authorization: 'Bearer yct_nonsense', cookie: '' },
      401,
      'unauthenticated',
    ],
  ])('%s %s', async (method, path, body, headers, status, code) => {
    const answer = await owner.request(method, path, body, headers)
    expect([answer.status, answer.problem?.code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.problem).toMatchObject({
      status,
      type: `urn:yingce:problem:${code}`,
      requestId: answer.headers.get('x-request-id'),
    })
  })

  test('405 says which methods there are', async () => {
    expect((await owner.request('PUT', '/api/plans')).headers.get('allow')).toBe('GET, POST')
  })

  test('the database away is a 503 that says when to try again, and the process stays', async () => {
    const { pool } = server.db
    const connect = pool.connect.bind(pool)
    pool.connect = (() =>
      Promise.reject(
        Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
      )) as never
    pool.query = (() =>
      Promise.reject(
        Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
      )) as never
    const answer = await owner.call(listPlans)
    const ready = await server.stranger().request('GET', '/readyz')
    const health = await server.stranger().request('GET', '/healthz')
    pool.connect = connect
    Reflect.deleteProperty(pool, 'query')
    expect([
      answer.status,
      answer.problem?.code,
      answer.headers.get('retry-after'),
      ready.status,
      health.status,
    ]).toEqual([503, 'unavailable', '2', 503, 200])
    expect((await owner.call(listPlans)).status).toBe(200)
  })
})

describe('the page', () => {
  test('is served for every address that is not a file, with a nonce of its own each time', async () => {
    const seen = new Set<string>()
    for (const path of ['/', '/plans/1/tracker', '/index.html', '/join/abc']) {
      const response = await fetch(`${server.origin}${path}`)
      const html = await response.text()
      const nonce = /nonce="([^"]+)"/.exec(html)![1]!
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-cache'])
      expect(response.headers.get('content-security-policy')).toContain(`script-src 'self' 'nonce-${nonce}'`)
      seen.add(nonce)
    }
    expect(seen.size).toBe(4)
  })

  test('its hashed files are kept for good, and sent as the build compressed them', async () => {
    const response = await fetch(`${server.origin}/assets/app-1a2b.js`, {
      headers: { 'accept-encoding': 'identity' },
    })
    expect([response.status, await response.text(), response.headers.get('cache-control')]).toEqual([
      200,
      'plain',
      'public, max-age=31536000, immutable',
    ])
    const compressed = await fetch(`${server.origin}/assets/app-1a2b.js`, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'br' },
    })
    expect(compressed.headers.get('content-encoding')).toBe('br')
  })

  test('the service worker is asked for afresh each time, and may fetch from here only', async () => {
    const { headers } = await fetch(`${server.origin}/service-worker.js`)
    expect([headers.get('cache-control'), headers.get('content-security-policy')]).toEqual([
      'no-cache',
      "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    ])
  })

  test('a file that is not there is a 404, also above the folder', async () => {
    for (const path of [
      '/assets/gone.js',
      '/favicon.ico',
      '/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/config.ts',
      '/assets/',
      '/%E0%A4%A',
    ]) {
      expect([path, (await fetch(`${server.origin}${path}`)).status >= 400]).toEqual([path, true])
    }
  })
})

test('every answer forbids sniffing and framing, and the API may not be cached', async () => {
  for (const path of ['/', '/api/setup', '/api/nothing', '/healthz']) {
    const { headers } = await fetch(`${server.origin}${path}`)
    expect([path, headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
      path,
      'nosniff',
      'DENY',
    ])
    if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store')
  }
})

test('logs are one JSON object a line, with the request id, and without passwords, cookies or invitations', async () => {
  await server.stranger().request('GET', '/api/invitation-links/this-is-a-secret-of-somebody')
  await fetch(`${server.origin}/join/this-is-a-secret-of-somebody?x=1`)
  const answer = await owner.call(listPlans)
  const entries = lines.map((line) => JSON.parse(line) as { reqId?: string })
  expect(entries.some(({ reqId }) => reqId === answer.headers.get('x-request-id'))).toBe(true)
  expect(lines.join('')).toContain('/api/invitation-links/…')
  expect(lines.join('')).not.toContain('this-is-a-secret')
  expect(lines.join('')).not.toContain(owner.cookie.split('=')[1])
})
