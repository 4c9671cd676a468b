import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

const tasks = recordRoutes('task')
const phases = recordRoutes('phase')

let server: TestServer
let owner: Person
let planId: string

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  planId = await newPlan(owner)
})

afterAll(() => server.close())

async function newTask(values: Record<string, unknown> = {}) {
  const { body } = await owner.call(tasks.create, {
    params: { planId },
    body: { values: { name: '拍摄短视频', ...values } },
  })
  return body
}

describe('one record', () => {
  test('is created with initial values, read back and deleted', async () => {
    const created = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '拍摄短视频', budget: 3_500_000 } },
    })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      version: 1,
      planId,
      values: {
        name: '拍摄短视频',
        budget: 3_500_000,
        status: 'not_started',
        weight: 1,
        isMilestone: false,
        owner: null,
      },
    })
    const place = { planId, recordId: created.body.id }
    expect((await owner.call(tasks.get, { params: place })).body).toEqual(created.body)
    expect((await owner.call(tasks.remove, { params: place })).status).toBe(204)
    expect((await owner.call(tasks.get, { params: place })).problem?.code).toBe('not_found')
    expect((await owner.call(tasks.remove, { params: place })).status).toBe(404)
  })

  test('a field the contract does not know is a 400 that names it', async () => {
    const answer = await owner.request('POST', `/api/plans/${planId}/tasks`, {
      values: { name: 'a', 预算: 1 },
    })
    expect(answer.status).toBe(400)
    expect(answer.problem?.issues).toMatchObject([{ path: 'body.values.预算', code: 'unknown_field' }])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  test('progress of 1.01 is against the rule, 1 is not', async () => {
    const answer = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: 'a', progress: 1.01 } },
    })
    expect([answer.status, answer.problem?.issues[0]?.path]).toEqual([422, 'body.values.progress'])
    expect((await newTask({ progress: 1 })).values.progress).toBe(1)
  })

  test('a spend of −1 fen is against the rule in every entity that has one, 0 is not', async () => {
    const lines = recordRoutes('budget_line')
    const line = await owner.call(lines.create, {
      params: { planId },
      body: { values: { name: '达人', spent: -1 } },
    })
    expect(line.problem?.issues).toMatchObject([
      { path: 'body.values.spent', code: 'out_of_range', params: { min: 0 } },
    ])
    const task = await newTask({ spent: 0 })
    const answer = await owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: task.version, values: { spent: -100 } },
    })
    expect([answer.status, answer.problem?.issues[0]?.path]).toEqual([422, 'body.values.spent'])
  })

  test('a phase of another plan cannot be pointed at', async () => {
    const { body: phase } = await owner.call(phases.create, {
      params: { planId: await newPlan(owner) },
      body: { values: { name: '预热' } },
    })
    const answer = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: 'a', phaseId: phase.id } },
    })
    expect(answer.problem?.issues).toMatchObject([{ path: 'body.values.phaseId', code: 'ref_missing' }])
  })

  test('text with a NUL character is refused as a bad request', async () => {
    const answer = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: 'a\u0000b' } },
    })
    expect([answer.status, answer.problem?.code]).toEqual([400, 'invalid_request'])
  })

  test('deleted and created again with its id it goes on counting versions', async () => {
    const task = await newTask()
    await owner.call(tasks.remove, { params: { planId, recordId: task.id } })
    const again = await owner.call(tasks.create, {
      params: { planId },
      body: { id: task.id, values: { name: '恢复' } },
    })
    expect(again.body.version).toBe(3)
    const twice = await owner.call(tasks.create, {
      params: { planId },
      body: { id: task.id, values: { name: '恢复' } },
    })
    expect([twice.status, twice.problem?.code]).toEqual([409, 'already_exists'])
  })

  test('entering a value takes the unread text of the field away', async () => {
    const { body } = await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: 'a' }, unread: { plannedStart: '第5周', owner: '?' } },
    })
    expect(body.unread).toEqual({ plannedStart: '第5周', owner: '?' })
    const edited = await owner.call(tasks.update, {
      params: { planId, recordId: body.id },
      body: { version: 1, values: { plannedStart: '2025-06-02' } },
    })
    expect(edited.body.unread).toEqual({ owner: '?' })
  })
})

describe('two people at once', () => {
  test('edits to different fields merge', async () => {
    const task = await newTask()
    const place = { params: { planId, recordId: task.id } }
    await owner.call(tasks.update, { ...place, body: { version: 1, values: { owner: '李四' } } })
    const second = await owner.call(tasks.update, { ...place, body: { version: 1, values: { budget: 100 } } })
    expect([second.status, second.body.version, second.body.values.owner, second.body.values.budget]).toEqual(
      [200, 3, '李四', 100],
    )
  })

  test('the same field is a choice with base, current and yours, and nothing is written', async () => {
    const task = await newTask({ owner: '张三', budget: 1 })
    const place = { params: { planId, recordId: task.id } }
    await owner.call(tasks.update, { ...place, body: { version: 1, values: { owner: '李四' } } })
    const second = await owner.call(tasks.update, {
      ...place,
      body: { version: 1, values: { owner: '王五', budget: 2 } },
    })
    expect(second.status).toBe(409)
    expect(second.problem?.conflict).toMatchObject({
      id: task.id,
      currentVersion: 2,
      by: '所有者',
      fields: [{ field: 'owner', base: '张三', current: '李四', yours: '王五' }],
    })
    expect((await owner.call(tasks.get, place)).body.values).toMatchObject({ owner: '李四', budget: 1 })
    const third = await owner.call(tasks.update, {
      ...place,
      body: { version: 1, isOverwriting: true, values: { owner: '王五', budget: 2 } },
    })
    expect(third.body.values).toMatchObject({ owner: '王五', budget: 2 })
  })

  test('of twenty edits of one field sent at once on one version exactly one is written', async () => {
    const task = await newTask()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        owner.call(tasks.update, {
          params: { planId, recordId: task.id },
          body: { version: 1, values: { remark: `第${index}次` } },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
  })

  test('writing what stands already changes nothing, not even the version', async () => {
    const task = await newTask({ owner: '张三' })
    const answer = await owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: 1, values: { owner: '张三' } },
    })
    expect([answer.status, answer.body.version]).toEqual([200, 1])
  })
})

describe('history and ledger', () => {
  test('every record has who, when, from and to', async () => {
    const task = await newTask({ budget: 1 })
    await owner.call(tasks.update, {
      params: { planId, recordId: task.id },
      body: { version: 1, values: { budget: 2, owner: '李四' } },
    })
    const { body } = await owner.call(listHistory, { params: { planId }, query: { recordId: task.id } })
    expect(body.items.map(({ action, version, by, source }) => ({ action, version, by, source }))).toEqual([
      { action: 'update', version: 2, by: '所有者', source: 'page' },
      { action: 'create', version: 1, by: '所有者', source: 'page' },
    ])
    expect(body.items[0]!.changes).toEqual(
      expect.arrayContaining([
        { field: 'budget', from: 1, to: 2 },
        { field: 'owner', from: null, to: '李四' },
      ]),
    )
  })

  test('the entries of a task always sum to its spend, and to nothing once it is deleted', async () => {
    const task = await newTask({ spent: 1000 })
    const place = { planId, recordId: task.id }
    await owner.call(tasks.update, { params: place, body: { version: 1, values: { spent: 4000 } } })
    await owner.call(tasks.update, { params: place, body: { version: 2, values: { spent: 3500 } } })
    const ledger = () => owner.call(listLedger, { params: { planId }, query: { taskId: task.id } })
    const { body } = await ledger()
    expect([body.sum, body.items.map(({ amount }) => amount)]).toEqual([3500, [-500, 3000, 1000]])
    await owner.call(tasks.remove, { params: place })
    expect((await ledger()).body.sum).toBe(0)
  })

  test('deleting a phase leaves its tasks, without phase and with that in their history', async () => {
    const { body: phase } = await owner.call(phases.create, {
      params: { planId },
      body: { values: { name: '预热' } },
    })
    const task = await newTask({ phaseId: phase.id })
    await owner.call(phases.remove, { params: { planId, recordId: phase.id } })
    const { body } = await owner.call(tasks.get, { params: { planId, recordId: task.id } })
    expect([body.values.phaseId, body.version]).toEqual([null, 2])
  })
})
