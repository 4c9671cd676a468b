import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

const tasks = recordRoutes('task')
const steps = recordRoutes('execution_step')

let server: TestServer
let owner: Person
let planId: string

const OWNERS = ['张三', '李四', '王五', '阿强', null]
const COUNT = 60

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
  planId = await newPlan(owner)
  const items = Array.from({ length: COUNT }, (_, index) => ({
    values: {
      name: `任务${index}`,
      owner: OWNERS[index % 5] ?? null,
      budget: index % 3 === 0 ? null : (index % 7) * 1000,
      plannedStart: index % 4 === 0 ? null : `2025-06-${String(1 + (index % 28)).padStart(2, '0')}`,
      status: (['done', 'not_started', 'in_progress', 'cancelled'] as const)[index % 4]!,
      remark: index === 5 ? '100%_完成' : index === 6 ? '100 完成' : null,
    },
  }))
  await owner.call(tasks.createMany, { params: { planId }, body: { items } })
})

afterAll(() => server.close())

async function names(query: Record<string, unknown>): Promise<string[]> {
  const { body } = await owner.call(tasks.list, {
    params: { planId },
    query: { limit: 200, ...query } as never,
  })
  return body.items.map(({ values }) => values.name)
}

describe('paging', () => {
  test.each([
    'position',
    '-position',
    'budget',
    '-budget,plannedStart',
    'owner,-budget',
    'status,owner',
    '-plannedStart',
    'createdAt',
    'name',
  ])('by %s every row comes once, in the order of the whole list', async (sort) => {
    const whole = await names({ sort })
    const pages: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await owner.call(tasks.list, { params: { planId }, query: { sort, limit: 7, cursor } })
      expect(body.total).toBe(COUNT)
      pages.push(...body.items.map(({ values }) => values.name))
      cursor = body.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(pages).toEqual(whole)
    expect(new Set(pages).size).toBe(COUNT)
  })

  test('a cursor of another sort, or of nobody, is a 400', async () => {
    const { body } = await owner.call(tasks.list, { params: { planId }, query: { sort: 'budget', limit: 5 } })
    for (const cursor of [body.nextCursor!, 'bogus']) {
      const answer = await owner.call(tasks.list, { params: { planId }, query: { sort: 'name', cursor } })
      expect([answer.status, answer.problem?.issues[0]?.path]).toEqual([400, 'query.cursor'])
    }
  })

  test('without total there is none', async () => {
    const { body } = await owner.call(tasks.list, { params: { planId }, query: { total: 'false' } as never })
    expect(body.total).toBeNull()
  })
})

describe('order', () => {
  test('people come in the order of their pinyin, and nobody last', async () => {
    const { body } = await owner.call(tasks.list, {
      params: { planId },
      query: { sort: 'owner', limit: 200 },
    })
    expect([...new Set(body.items.map(({ values }) => values.owner))]).toEqual([
      '阿强',
      '李四',
      '王五',
      '张三',
      null,
    ])
  })

  test('what is empty comes last both ways', async () => {
    for (const sort of ['budget', '-budget']) {
      const { body } = await owner.call(tasks.list, { params: { planId }, query: { sort, limit: 200 } })
      const budgets = body.items.map(({ values }) => values.budget)
      expect(budgets.indexOf(null)).toBe(40)
    }
  })
})

describe('filters', () => {
  test('several words of one field, bounds of both sides, emptiness', async () => {
    expect(await names({ owner: '张三,李四' })).toHaveLength(24)
    expect(await names({ status: 'done,cancelled' })).toHaveLength(30)
    expect(await names({ budgetFrom: 2000, budgetTo: 3000 })).toHaveLength(
      (await names({ budgetEmpty: false })).length -
        (await names({ budgetTo: 1999 })).length -
        (await names({ budgetFrom: 3001 })).length,
    )
    expect(await names({ ownerEmpty: true })).toHaveLength(12)
    expect(await names({ plannedStartFrom: '2025-06-28' })).toEqual(['任务27', '任务55'])
  })

  test('"contains" takes % and _ as they are', async () => {
    expect(await names({ remarkContains: '100%_' })).toEqual(['任务5'])
    expect(await names({ q: '完成' })).toEqual(['任务5', '任务6'])
    expect(await names({ q: "'; drop table task; --" })).toEqual([])
  })

  test('what the contract does not know is a 400 that names it', async () => {
    for (const [query, path] of [
      [{ colour: 'red' }, 'query.colour'],
      [{ status: 'late' }, 'query.status'],
      [{ sort: 'colour' }, 'query.sort'],
      [{ plannedStartFrom: '2025-02-30' }, 'query.plannedStartFrom'],
      [{ limit: 0 }, 'query.limit'],
      [{ phaseId: 'x' }, 'query.phaseId'],
    ] as const) {
      const answer = await owner.call(tasks.list, { params: { planId }, query: query as never })
      expect([path, answer.status, answer.problem?.issues[0]?.path]).toEqual([path, 400, path])
    }
  })

  test('a bare date takes in the whole day of a moment', async () => {
    for (const plannedFinish of ['2025-06-01T00:00', '2025-06-01T23:59', '2025-06-02T00:00']) {
      await owner.call(steps.create, {
        params: { planId },
        body: { values: { name: plannedFinish, plannedFinish } },
      })
    }
    const { body } = await owner.call(steps.list, {
      params: { planId },
      query: { plannedFinishFrom: '2025-06-01', plannedFinishTo: '2025-06-01' },
    })
    expect(body.items.map(({ values }) => values.plannedFinish)).toEqual([
      '2025-06-01T00:00',
      '2025-06-01T23:59',
    ])
  })
})
