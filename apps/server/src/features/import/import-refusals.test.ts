import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import {
  confirmImport,
  createImport,
  getImport,
  MAX_UPLOAD_BYTES,
  undoImport,
  updateImport,
} from '@yingce/contracts/import/import'
import { createApiToken } from '@yingce/contracts/workspace/api-token'
import { zipOf } from '@yingce/office/write/zip-of'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { bookOf, importFile, sendUpload, trackerRow, trackerSheet, upload } from './import.fixture.ts'

let server: TestServer
let owner: Person
let book: Uint8Array

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  book = await bookOf([
    trackerSheet([trackerRow('筹备期', '选品', '采购', '2025-05-02', '2025-05-05', 1000, 800, 100)]),
  ])
})

afterAll(() => server.close())

async function batches(): Promise<number> {
  return (await server.db.pool.query<{ count: number }>('select count(*)::int as count from import_batch'))
    .rows[0]!.count
}

describe('who may import', () => {
  test.each(['member', 'finance', 'viewer'] as const)(
    'a %s may not, also not through a token',
    async (role) => {
      const person = await server.join(owner, role)
      const before = await batches()
      expect((await upload(person, book, 'a.xlsx')).problem).toMatchObject({
        status: 403,
        code: 'forbidden',
        params: { action: 'import.run' },
      })
      expect(await batches()).toBe(before)
      const { id } = await importFile(owner, book, 'a.xlsx')
      expect((await person.call(getImport, { params: { importId: id } })).status).toBe(403)
      expect((await person.call(undoImport, { params: { importId: id }, body: {} })).problem).toMatchObject({
        status: 403,
        params: { action: 'import.undo' },
      })
    },
  )

  test('a planner may, and may undo', async () => {
    const planner = await server.join(owner, 'planner')
    const { id, by } = await importFile(planner, book, 'a.xlsx')
    expect(by).toBe('planner')
    expect((await planner.call(undoImport, { params: { importId: id }, body: {} })).status).toBe(200)
  })

  test('imports of another workspace are 404, and so is its plan as a target', async () => {
    const neighbour = await server.neighbour(owner)
    const { id } = await importFile(owner, book, 'a.xlsx')
    const params = { importId: id }
    const answers = await Promise.all([
      neighbour.call(getImport, { params }),
      neighbour.call(updateImport, { params, body: {} }),
      neighbour.call(confirmImport, { params, body: {} }),
      neighbour.call(undoImport, { params, body: {} }),
      upload(neighbour, book, 'a.xlsx', { planId: await newPlan(owner) }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })

  test('a token needs the scope import; with it, history says api is not the source but the import is', async () => {
    const tokenOf = async (scopes: ('read' | 'write' | 'import')[]) => {
      const { body } = await owner.call(createApiToken, { body: { name: 't', scopes } })
      return Object.assign(server.stranger(), { token: body.secret })
    }
    expect((await upload(await tokenOf(['read', 'write']), book, 'a.xlsx')).problem).toMatchObject({
      status: 403,
      params: { reason: 'token_scope' },
    })
    const program = await tokenOf(['import'])
    const draft = await upload(program, book, 'a.xlsx')
    expect(draft.status).toBe(201)
    expect(
      (await program.call(confirmImport, { params: { importId: draft.body.id }, body: {} })).status,
    ).toBe(200)
    expect((await upload(server.stranger(), book, 'a.xlsx')).status).toBe(401)
  })
})

type Case = readonly [name: string, bytes: () => Uint8Array | string, fileName: string, code: string | RegExp]

const bomb = (): Uint8Array =>
  zipOf([
    { name: 'xl/workbook.xml', content: '<a/>' },
    { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(400 * 1024 * 1024) },
  ])
const ole2 = (): Uint8Array => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])
const HOSTILE: readonly Case[] = [
  ['an empty file', () => '', 'a.xlsx', 'file_empty'],
  [
    'a broken zip',
    () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 7)]),
    'a.xlsx',
    'file_broken',
  ],
  ['a zip that unpacks to 400 MB', bomb, 'a.xlsx', 'file_too_large'],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.xlsx', 'file_unsupported'],
  ['a PDF', () => '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'a.pdf', 'file_unsupported'],
  ['an old binary container without a workbook', ole2, 'a.mpp', /file_(unsupported|broken)/],
  [
    'a zip of something else',
    () => zipOf([{ name: 'readme.txt', content: 'hello' }]),
    'a.xlsx',
    /file_(unsupported|broken)/,
  ],
]

describe('a file that cannot be read', () => {
  test.each(HOSTILE)(
    '%s is refused with what to do, and nothing is written',
    async (_name, bytes, fileName, code) => {
      const before = await batches()
      const { status, problem } = await upload(owner, bytes(), fileName)
      expect(status).toBe(422)
      expect(problem?.code).toMatch(code)
      expect(await batches()).toBe(before)
    },
  )

  test('a wrong ending does not matter: the content is believed, and that is said', async () => {
    const { status, body } = await upload(
      owner,
      '任务名称,负责人,开始时间,结束时间\n海报,王五,2025-05-01,2025-05-02\n',
      '计划.xlsx',
    )
    expect([status, body.format, body.problems.map(({ code, params }) => [code, params])]).toEqual([
      201,
      'csv',
      [['wrong_extension', { extension: 'xlsx', format: 'csv' }]],
    ])
  })

  test('a file without any known table is shown as unknown, and confirming it is refused', async () => {
    const { status, body } = await upload(owner, 'foo,bar\n1,2\n3,4\n', 'a.csv')
    expect([status, body.tables.map(({ kind, isIncluded }) => [kind, isIncluded])]).toEqual([
      201,
      [['unknown', false]],
    ])
    expect((await owner.call(confirmImport, { params: { importId: body.id }, body: {} })).problem?.code).toBe(
      'file_no_table',
    )
  })

  test('a file name is a name only: paths and control characters go', async () => {
    const { body } = await upload(owner, book, 'C:\\evil\\..\\计\u0007划.xlsx')
    expect(body.fileName).toBe('计划.xlsx')
  })
})

describe('an upload that is no upload', () => {
  const form = (parts: string, boundary = 'xx') => ({
    body: parts.replaceAll('\n', '\r\n'),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
  const send = ({ body, headers }: ReturnType<typeof form>) => sendUpload(owner, body, headers)

  test('JSON is 415, and multipart elsewhere too', async () => {
    expect((await sendUpload(owner, '{}', { 'content-type': 'application/json' })).problem).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    })
    const { id } = (await upload(owner, book, 'a.xlsx')).body
    const response = await fetch(`${server.origin}/api/imports/${id}`, {
      ...form('--xx--\n'),
      method: 'PATCH',
      headers: { ...form('').headers, origin: server.origin, cookie: owner.cookie },
    })
    expect(response.status).toBe(415)
  })

  test('no file, two files, an unknown part or a bad plan id is 400', async () => {
    const part = (name: string, more = '', content = 'x') =>
      `--xx\nContent-Disposition: form-data; name="${name}"${more}\n\n${content}\n`
    const file = part('file', '; filename="a.csv"', 'a,b')
    const cases = [
      part('planId', '', crypto.randomUUID()),
      file + file,
      file + part('other'),
      part('planId', '', 'nonsense') + file,
    ]
    for (const each of cases)
      expect((await send(form(`${each}--xx--\n`))).problem, each).toMatchObject({
        status: 400,
        code: 'invalid_request',
      })
  })

  test('a body that is cut off is 400, nothing is written and no temporary file stays', async () => {
    const before = await batches()
    const files = readdirSync(tmpdir()).filter((name) => /multipart|upload/i.test(name))
    const cut = await send(
      form('--xx\nContent-Disposition: form-data; name="file"; filename="a.csv"\n\na,b,c'),
    )
    expect(cut.problem).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(await batches()).toBe(before)
    expect(readdirSync(tmpdir()).filter((name) => /multipart|upload/i.test(name))).toEqual(files)
  })

  test('more than 32 MB is 413, whatever the length says', async () => {
    const before = await batches()
    const big = await upload(owner, Buffer.alloc(MAX_UPLOAD_BYTES + 1, 65), 'a.csv')
    expect(big.problem).toMatchObject({
      status: 413,
      code: 'payload_too_large',
      params: { maxBytes: MAX_UPLOAD_BYTES },
    })
    // Chunked: no length at all is announced.
    const head = '--xx\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    const status = await sendRaw(
      `POST ${createImport.path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nOrigin: ${server.origin}\r\nCookie: ${owner.cookie}\r\nContent-Type: multipart/form-data; boundary=xx\r\nTransfer-Encoding: chunked\r\n\r\n`,
      [Buffer.from(head), ...Array.from({ length: 33 }, () => Buffer.alloc(1024 * 1024, 65))],
    )
    expect(status).toBe(413)
    expect(await batches()).toBe(before)
    expect((await owner.call(getImport, { params: { importId: crypto.randomUUID() } })).status).toBe(404)
  })

  test('who hangs up while the file is read takes the reading process along', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      trackerRow('筹备期', `任务${index}`, '采购', '2025-05-02', '2025-05-05', 1000, 800, 100),
    )
    const large = await bookOf([trackerSheet(rows)])
    const before = await batches()
    const controller = new AbortController()
    const body = new FormData()
    body.append('file', new Blob([large as Uint8Array<ArrayBuffer>]), 'a.xlsx')
    const sent = fetch(`${server.origin}${createImport.path}`, {
      method: 'POST',
      body,
      signal: controller.signal,
      headers: { origin: server.origin, 'sec-fetch-site': 'same-origin', cookie: owner.cookie },
    })
    sent.catch(() => {})
    await until(() => readers() > 0)
    controller.abort()
    await until(() => readers() === 0)
    await expect(sent).rejects.toThrow('aborted')
    expect(await batches()).toBe(before)
    expect((await upload(owner, book, 'a.xlsx')).status).toBe(201)
  })
})

/** Reading processes of this test's own server. */
function readers(): number {
  const lines = execFileSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  }).split('\n')
  return lines.filter((line) => line.includes('read-workbook-child')).length
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('It did not come to that in 20 s')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Sends a body in chunks as fast as the other side takes it; @returns the status of the answer */
async function sendRaw(head: string, chunks: readonly Buffer[]): Promise<number> {
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.setEncoding('utf8')
  socket.on('error', () => {})
  socket.on('data', (text: string) => {
    answer += text
  })
  socket.write(head)
  for (const chunk of chunks) {
    if (answer !== '' || socket.destroyed) break
    const isFree = socket.write(
      Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
    )
    if (!isFree) await once(socket, 'drain').catch(() => {})
  }
  if (!socket.destroyed && answer === '') socket.write('0\r\n\r\n')
  await until(() => answer !== '' || socket.destroyed)
  socket.destroy()
  return Number(answer.split(' ')[1])
}
