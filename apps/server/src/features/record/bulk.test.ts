import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

const tasks = recordRoutes('task')

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})

afterAll(() => server.close())

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    values: { name: `任务 "${index}", {a}\\`, budget: index, spent: 100 },
  }))

describe('10,000 tasks in one request', () => {
  test('are created with their history and ledger, and come back in their order', async () => {
    const planId = await newPlan(owner)
    const { status, body } = await owner.call(tasks.createMany, {
      params: { planId },
      body: { items: rows(10_000) },
    })
    expect([status, body.items.length]).toEqual([201, 10_000])
    const { body: page } = await owner.call(tasks.list, { params: { planId }, query: { limit: 5000 } })
    expect(page.total).toBe(10_000)
    expect(page.items[4999]!.values).toMatchObject({ name: '任务 "4999", {a}\\', budget: 4999 })
    expect((await owner.call(listLedger, { params: { planId } })).body.sum).toBe(1_000_000)
    const { body: history } = await owner.call(listHistory, { params: { planId }, query: { limit: 1 } })
    expect(history.items[0]).toMatchObject({ action: 'create', recordId: body.items[9999]!.id })
  })

  test('one wrong row and none is written', async () => {
    const planId = await newPlan(owner)
    const items = rows(3000)
    items[2999]!.values = { ...items[2999]!.values, progress: 2 } as never
    const answer = await owner.call(tasks.createMany, { params: { planId }, body: { items } })
    expect([answer.status, answer.problem?.issues[0]?.path]).toEqual([422, 'body.items.2999.values.progress'])
    expect((await owner.call(tasks.list, { params: { planId } })).body.total).toBe(0)
  })

  test('10,001 are refused', async () => {
    const planId = await newPlan(owner)
    expect(
      (await owner.call(tasks.createMany, { params: { planId }, body: { items: rows(10_001) } })).status,
    ).toBe(400)
  })
})

describe('bulk update', () => {
  test('writes what fits, reports what conflicts and what is gone', async () => {
    const planId = await newPlan(owner)
    const {
      body: { items },
    } = await owner.call(tasks.createMany, { params: { planId }, body: { items: rows(4) } })
    const [a, b, c, d] = items.map(({ id }) => id) as [string, string, string, string]
    await owner.call(tasks.update, {
      params: { planId, recordId: b },
      body: { version: 1, values: { owner: '李四' } },
    })
    await owner.call(tasks.remove, { params: { planId, recordId: d } })
    const { body } = await owner.call(tasks.updateMany, {
      params: { planId },
      body: {
        items: [
          { id: a, version: 1, values: { owner: '张三' } },
          { id: b, version: 1, values: { owner: '张三', budget: 9 } },
          { id: c, version: 1, values: { spent: null }, position: 0.5 },
          { id: d, version: 1, values: { owner: '张三' } },
        ],
      },
    })
    expect(body.items).toEqual([
      { id: a, version: 2 },
      { id: c, version: 2 },
    ])
    expect(body.conflicts).toMatchObject([
      { id: b, fields: [{ field: 'owner', base: null, current: '李四', yours: '张三' }] },
    ])
    expect(body.missing).toEqual([d])
    const { body: page } = await owner.call(tasks.list, { params: { planId } })
    expect(page.items.map(({ id }) => id)).toEqual([c, a, b])
    expect((await owner.call(listLedger, { params: { planId } })).body.sum).toBe(200)
  })

  test('the same record twice in one request is refused', async () => {
    const planId = await newPlan(owner)
    const {
      body: { items },
    } = await owner.call(tasks.createMany, { params: { planId }, body: { items: rows(1) } })
    const id = items[0]!.id
    const answer = await owner.call(tasks.updateMany, {
      params: { planId },
      body: {
        items: [
          { id, version: 1, values: { budget: 1 } },
          { id, version: 1, values: { budget: 2 } },
        ],
      },
    })
    expect([answer.status, answer.problem?.issues[0]?.code]).toEqual([422, 'duplicate'])
  })

  test('two bulks over the same rows in opposite order both end', async () => {
    const planId = await newPlan(owner)
    const {
      body: { items },
    } = await owner.call(tasks.createMany, { params: { planId }, body: { items: rows(300) } })
    const edits = (values: object, list: typeof items) =>
      owner.call(tasks.updateMany, {
        params: { planId },
        body: { items: list.map(({ id }) => ({ id, version: 1, values })) },
      })
    const answers = await Promise.all([
      edits({ owner: '张三' }, items),
      edits({ remark: '备注' }, items.toReversed()),
    ])
    expect(answers.map(({ status, body }) => [status, body.items.length])).toEqual([
      [200, 300],
      [200, 300],
    ])
  })
})

describe('idempotency keys', () => {
  const headers = { 'idempotency-key': 'first' }

  test('a repeated POST is answered again and done once', async () => {
    const planId = await newPlan(owner)
    const create = () =>
      owner.call(tasks.create, { params: { planId }, body: { values: { name: '一次' } }, headers })
    const [first, second] = [await create(), await create()]
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body])
    expect((await owner.call(tasks.list, { params: { planId } })).body.total).toBe(1)
  })

  test('five at the same time are one', async () => {
    const planId = await newPlan(owner)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        owner.call(tasks.create, {
          params: { planId },
          body: { values: { name: '一次' } },
          headers: { 'idempotency-key': 'together' },
        }),
      ),
    )
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await owner.call(tasks.list, { params: { planId } })).body.total).toBe(1)
  })

  test('the key with another body is a 422', async () => {
    const planId = await newPlan(owner)
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '甲' } },
      headers: { 'idempotency-key': 'other' },
    })
    const answer = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '乙' } },
      headers: { 'idempotency-key': 'other' },
    })
    expect([answer.status, answer.problem?.code]).toEqual([422, 'idempotency_mismatch'])
  })

  test('a refused request leaves its key free', async () => {
    const planId = await newPlan(owner)
    const key = { 'idempotency-key': 'refused' }
    const taken = crypto.randomUUID()
    const create = () =>
      owner.call(tasks.create, {
        params: { planId },
        body: { id: taken, values: { name: '甲' } },
        headers: key,
      })
    await owner.call(tasks.create, { params: { planId }, body: { id: taken, values: { name: '占' } } })
    expect((await create()).status).toBe(409)
    await owner.call(tasks.remove, { params: { planId, recordId: taken } })
    expect((await create()).status).toBe(201)
  })

  test('a key of yesterday is forgotten, and may be used again', async () => {
    let now = new Date('2026-03-02T08:00:00Z')
    const other = await startTestServer({ clock: () => now })
    const person = await other.setUp()
    const planId = await newPlan(person)
    const create = (name: string, key: string) =>
      person.call(tasks.create, {
        params: { planId },
        body: { values: { name } },
        headers: { 'idempotency-key': key },
      })
    await create('甲', 'key')
    now = new Date('2026-03-03T07:00:00Z')
    expect((await create('乙', 'key')).status).toBe(422)
    now = new Date('2026-03-03T08:30:00Z')
    expect((await create('乙', 'key')).status).toBe(201)
    await other.close()
  })
})
