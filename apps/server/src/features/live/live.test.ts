import type { ChangeEvent, PresenceEvent } from '@yingce/contracts/live/event'
import { announcePresence } from '@yingce/contracts/live/event'
import { deleteSession } from '@yingce/contracts/identity/session'
import { removeMember } from '@yingce/contracts/workspace/member'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALLOW_NOTHING } from '../../connectors/outbound/allow-list.ts'
import { openDatabase } from '../../db/database.ts'
import { buildApp } from '../../app.ts'
import type { TestClient } from '../../testing/test-client.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

const tasks = recordRoutes('task')

let server: TestServer
let owner: Person
let planId: string

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  planId = await newPlan(owner)
})

afterAll(() => server.close())

interface Message {
  event: string
  id: string | undefined
  data: unknown
}

interface Stream {
  readonly messages: Message[]
  readonly status: number
  readonly headers: Headers
  /** Changes so far, once there are as many as asked for. */
  changes(count: number, millis?: number): Promise<ChangeEvent[]>
  isOver: boolean
  close(): Promise<void>
}

async function follow(
  client: TestClient,
  path = '/api/events',
  headers: Record<string, string> = {},
  origin = server.origin,
): Promise<Stream> {
  const abort = new AbortController()
  const response = await fetch(`${origin}${path}`, {
    headers: { cookie: client.cookie, ...headers },
    signal: abort.signal,
  })
  const stream: Stream = {
    messages: [],
    status: response.status,
    headers: response.headers,
    isOver: false,
    async changes(count, millis = 2000) {
      const until = Date.now() + millis
      const found = () =>
        stream.messages.filter(({ event }) => event === 'change').map(({ data }) => data as ChangeEvent)
      while (found().length < count && Date.now() < until) await sleep(5)
      return found()
    },
    async close() {
      abort.abort()
      await sleep(0)
    },
  }
  void read(response, stream)
  await sleep(50)
  return stream
}

async function read(response: Response, stream: Stream): Promise<void> {
  let text = ''
  try {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const fields = new Map(
          block
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        )
        const data = fields.get('data')
        stream.messages.push({
          event: fields.get('event') ?? '',
          id: fields.get('id'),
          data: data === undefined ? null : JSON.parse(data),
        })
      }
    }
  } catch {
    // Closed by the test.
  }
  stream.isOver = true
}

async function newTask(name = '任务') {
  return (await owner.call(tasks.create, { params: { planId }, body: { values: { name } } })).body
}

describe('the stream', () => {
  test('brings an edit of somebody else within a second', async () => {
    const viewer = await server.join(owner, 'viewer')
    const task = await newTask()
    const stream = await follow(viewer)
    expect([
      stream.status,
      stream.headers.get('content-type'),
      stream.headers.get('x-accel-buffering'),
    ]).toEqual([200, 'text/event-stream; charset=utf-8', 'no'])
    await owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: 1, values: { owner: '李四', budget: 5 } },
    })
    const [event] = await stream.changes(1, 1000)
    expect(event).toMatchObject({
      planId,
      entity: 'task',
      action: 'update',
      ids: [task.id],
      version: 2,
      by: '所有者',
      memberId: owner.session.memberId,
    })
    expect(event!.fields.toSorted()).toEqual(['budget', 'owner'])
    await stream.close()
  })

  test('is fed by a second process of the same database too', async () => {
    const db = openDatabase(server.db.address, () => {})
    const other = await buildApp({
      config: {
        port: 0,
        host: '127.0.0.1',
        dataDir: '',
        databaseUrl: null,
        publicUrl: null,
        logLevel: 'silent',
        trustProxy: [],
        outbound: { allow: ALLOW_NOTHING, override: null },
        secretKey: null,
        version: 'x',
      },
      db,
    })
    const origin = await other.listen({ port: 0, host: '127.0.0.1' })
    const stream = await follow(owner, '/api/events', {}, origin)
    await newTask()
    expect(await stream.changes(1, 1000)).toHaveLength(1)
    await stream.close()
    await other.close()
    await db.end()
  })

  test('resumes after the last event seen, and loses none that came meanwhile', async () => {
    const first = await follow(owner)
    await newTask('一')
    await first.changes(1)
    const id = first.messages.findLast((message) => message.id !== undefined)!.id!
    await first.close()
    await newTask('二')
    await newTask('三')
    for (const [path, headers] of [
      ['/api/events', { 'last-event-id': id }],
      [`/api/events?since=${id}`, {}],
    ] as const) {
      const stream = await follow(owner, path, headers)
      const events = await stream.changes(2)
      expect(events.slice(0, 2).map(({ seq }) => seq)).toEqual([Number(id) + 1, Number(id) + 2])
      await newTask('四')
      expect(await stream.changes(events.length + 1)).toHaveLength(events.length + 1)
      await stream.close()
    }
  })

  test('names the records of up to 100 at once, and says "bulk" beyond', async () => {
    const stream = await follow(owner)
    const items = (count: number) => Array.from({ length: count }, () => ({ values: { name: 't' } }))
    await owner.call(tasks.createMany, { params: { planId }, body: { items: items(100) } })
    await owner.call(tasks.createMany, { params: { planId }, body: { items: items(101) } })
    const events = await stream.changes(2)
    expect(events.map(({ action, ids }) => [action, ids.length])).toEqual([
      ['create', 100],
      ['bulk', 0],
    ])
    await stream.close()
  })

  test('says "reset" to who asks for a number that never was', async () => {
    const stream = await follow(owner, '/api/events?since=999999')
    await sleep(50)
    expect(stream.messages.find(({ event }) => event === 'reset')).toBeDefined()
    await newTask()
    expect(await stream.changes(1)).toHaveLength(1)
    await stream.close()
  })

  test('brings nothing of another workspace', async () => {
    const neighbour = await server.neighbour(owner)
    const stream = await follow(neighbour)
    await newTask()
    await sleep(200)
    expect(await stream.changes(1, 0)).toEqual([])
    await stream.close()
  })

  test('numbers of a workspace appear without gaps, however many write at once', async () => {
    const stream = await follow(owner)
    await Promise.all(Array.from({ length: 60 }, (_, index) => newTask(`${index}`)))
    const seqs = (await stream.changes(60, 5000)).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 60 }, (_, index) => seqs[0]! + index))
    await stream.close()
  })

  test('heals after its listening connection was cut', async () => {
    const stream = await follow(owner)
    await server.db.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like 'listen%'",
    )
    await newTask()
    expect(await stream.changes(1, 3000)).toHaveLength(1)
    await stream.close()
  })

  test('a consumer that reads nothing keeps nobody waiting', async () => {
    const { port, hostname } = new URL(server.origin)
    const idle = await new Promise<import('node:http').IncomingMessage>((resolve) => {
      request({ host: hostname, port, path: '/api/events', headers: { cookie: owner.cookie } }, resolve).end()
    })
    idle.pause()
    idle.on('error', () => {})
    const stream = await follow(owner)
    for (let round = 0; round < 12; round++) {
      await Promise.all(
        Array.from({ length: 8 }, () =>
          owner.call(tasks.createMany, {
            params: { planId },
            body: { items: Array.from({ length: 100 }, () => ({ values: { name: 't' } })) },
          }),
        ),
      )
    }
    expect(await stream.changes(96, 5000)).toHaveLength(96)
    idle.destroy()
    await stream.close()
  })
})

describe('presence', () => {
  test('tells others where somebody is', async () => {
    const stream = await follow(owner)
    const viewer = await server.join(owner, 'viewer')
    const task = await newTask()
    const answer = await viewer.call(announcePresence, {
      params: { planId },
      body: { clientId: 'tab-12345', view: 'tracker', recordId: task.id, field: 'budget' },
    })
    expect(answer.status).toBe(204)
    await sleep(150)
    const event = stream.messages.findLast((message) => message.event === 'presence')?.data as PresenceEvent
    expect(event).toMatchObject({
      planId,
      people: [
        {
          memberId: viewer.session.memberId,
          name: 'viewer',
          view: 'tracker',
          recordId: task.id,
          field: 'budget',
        },
      ],
    })
    await stream.close()
  })
})

test('removed from the workspace, the stream ends within a second', async () => {
  const viewer = await server.join(owner, 'viewer')
  const stream = await follow(viewer)
  const other = await follow(owner)
  await owner.call(removeMember, { params: { memberId: viewer.session.memberId! } })
  await other.changes(1)
  const until = Date.now() + 1000
  while (!stream.isOver && Date.now() < until) await sleep(10)
  expect([stream.isOver, other.isOver]).toEqual([true, false])
  await other.close()
})

test('signed out, the stream is not opened again', async () => {
  const viewer = await server.join(owner, 'viewer')
  const { cookie } = viewer
  await viewer.call(deleteSession)
  viewer.cookie = cookie
  expect((await follow(viewer)).status).toBe(401)
})
