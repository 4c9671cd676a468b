import {
  createPlan,
  createSamplePlan,
  deletePlan,
  getPlan,
  listPlans,
  listTemplates,
  updatePlan,
} from '@yingce/contracts/plan/plan'
import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-15T20:00:00Z') })
  owner = await server.setUp()
})

afterAll(() => server.close())

describe('a plan', () => {
  test('takes the currency of its workspace and starts as a draft', async () => {
    const { status, body } = await owner.call(createPlan, { body: { name: '618 推广', totalBudget: 100 } })
    expect([
      status,
      body.currency,
      body.state,
      body.totalBudget,
      body.origin,
      body.taskCount,
      body.budget,
    ]).toEqual([201, 'CNY', 'draft', 100, 'blank', 0, null])
  })

  test('that ends before it starts, or holds back more than it has, is refused', async () => {
    const wrong = await owner.call(createPlan, {
      body: { name: 'x', periodStart: '2025-06-02', periodEnd: '2025-06-01' },
    })
    expect([wrong.status, wrong.problem?.issues[0]?.path]).toEqual([422, 'body.periodEnd'])
    const { body } = await owner.call(createPlan, { body: { name: 'x', totalBudget: 100 } })
    const reserve = await owner.call(updatePlan, {
      params: { planId: body.id },
      body: { version: 1, values: { reserve: 101 } },
    })
    expect(reserve.problem?.issues[0]?.path).toBe('body.values.reserve')
  })

  test('merges edits of different fields and asks about the same one', async () => {
    const planId = await newPlan(owner, '旧名')
    const params = { planId }
    await owner.call(updatePlan, { params, body: { version: 1, values: { name: '新名' } } })
    expect(
      (await owner.call(updatePlan, { params, body: { version: 1, values: { state: 'running' } } })).body,
    ).toMatchObject({ name: '新名', state: 'running', version: 3 })
    const clash = await owner.call(updatePlan, { params, body: { version: 1, values: { name: '另一名' } } })
    expect(clash.problem?.conflict?.fields).toEqual([
      { field: 'name', base: '旧名', current: '新名', yours: '另一名' },
    ])
  })

  test('counts its tasks in the list; late is what should have ended before today in the workspace', async () => {
    const planId = await newPlan(owner, '计数')
    // It is 04:00 on the 16th in Shanghai.
    const ends = [
      ['2025-06-15', 'in_progress'],
      ['2025-06-16', 'in_progress'],
      ['2025-06-01', 'done'],
      ['2025-06-01', 'cancelled'],
    ] as const
    const items = ends.map(([plannedEnd, status]) => ({
      values: { name: 't', plannedEnd, status, budget: 10, spent: 1 },
    }))
    await owner.call(recordRoutes('task').createMany, { params: { planId }, body: { items } })
    const { body } = await owner.call(listPlans, { query: { q: '计数' } })
    expect(body.items).toMatchObject([
      { id: planId, taskCount: 4, cancelledCount: 1, doneCount: 1, lateCount: 1, budget: 40, spent: 4 },
    ])
  })

  test('goes with its records; history of it stays closed', async () => {
    const { body: plan } = await owner.call(createSamplePlan, { body: {} })
    expect((await owner.call(deletePlan, { params: { planId: plan.id } })).status).toBe(204)
    expect((await owner.call(getPlan, { params: { planId: plan.id } })).status).toBe(404)
    expect((await owner.call(listHistory, { params: { planId: plan.id } })).status).toBe(404)
    const count =
      'select (select count(*) from task where plan_id = $1) + (select count(*) from metric_fact where plan_id = $1) as count'
    expect(await server.rows(owner.session.workspace!.id, count, [plan.id])).toEqual([{ count: 0 }])
  })

  test('pages come in every order without a gap', async () => {
    for (const name of ['乙', '甲', '丙', '丁']) await newPlan(owner, name)
    for (const sort of ['-createdAt', 'name', 'periodStart', '-periodStart'] as const) {
      const whole = (await owner.call(listPlans, { query: { sort, limit: 200 } })).body
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const { body } = await owner.call(listPlans, { query: { sort, limit: 2, cursor } })
        ids.push(...body.items.map(({ id }) => id))
        cursor = body.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(ids).toEqual(whole.items.map(({ id }) => id))
      expect(ids).toHaveLength(whole.total)
    }
  })
})

describe('templates and the sample', () => {
  test.each(['zh-CN', 'en'] as const)(
    'every template becomes a plan, in %s, with its tasks under its phases',
    async (locale) => {
      const {
        body: { items },
      } = await owner.call(listTemplates, { query: { locale } })
      expect(items.length).toBeGreaterThanOrEqual(4)
      for (const template of items) {
        const { status, body } = await owner.call(createPlan, {
          body: {
            name: template.name,
            templateId: template.id,
            totalBudget: 50_000_000,
            periodStart: '2025-07-01',
            locale,
          },
        })
        expect([status, body.taskCount, body.origin, body.totalBudget]).toEqual([
          201,
          template.taskCount,
          'template',
          50_000_000,
        ])
        expect((body.budget ?? 0) + (body.reserve ?? 0)).toBe(50_000_000)
        const { body: tasks } = await owner.call(recordRoutes('task').list, { params: { planId: body.id } })
        expect(tasks.items.every(({ values }) => values.phaseId !== null)).toBe(true)
      }
    },
  )

  test('an unknown template is refused', async () => {
    const answer = await owner.call(createPlan, { body: { name: 'x', templateId: 'nothing' } })
    expect([answer.status, answer.problem?.issues[0]?.path]).toEqual([422, 'body.templateId'])
  })

  test('the sample agrees with itself: tracker spend is the ledger, to the fen', async () => {
    const { status, body } = await owner.call(createSamplePlan, { body: {} })
    expect([status, body.origin, body.state]).toEqual([201, 'sample', 'running'])
    expect((await owner.call(listLedger, { params: { planId: body.id } })).body.sum).toBe(body.spent)
    const { body: facts } = await owner.call(recordRoutes('metric_fact').list, {
      params: { planId: body.id },
      query: { limit: 1000 },
    })
    expect(new Set(facts.items.map(({ values }) => values.day)).size).toBe(30)
    expect(
      (await owner.call(listHistory, { params: { planId: body.id }, query: { limit: 1 } })).body.items[0]!
        .source,
    ).toBe('sample')
  })
})
