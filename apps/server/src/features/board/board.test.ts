import { createSamplePlan } from '@yingce/contracts/plan/plan'
import { getPlanBoard } from '@yingce/contracts/plan/board'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-15T17:00:00Z') })
  owner = await server.setUp()
})

afterAll(() => server.close())

const tasks = recordRoutes('task')
const board = async (planId: string) => (await owner.call(getPlanBoard, { params: { planId } })).body

describe('the board of a plan', () => {
  test('an empty plan has no figures, and nothing is zero that is unknown', async () => {
    const body = await board(await newPlan(owner))
    expect(body).toMatchObject({
      taskCount: 0,
      late: [],
      kpis: [],
      effect: null,
      reconciliation: null,
      daily: [],
    })
    expect(body.progress).toEqual({
      byCount: { value: null, numerator: 0, denominator: 0 },
      byWeight: { value: null, numerator: 0, denominator: 0 },
      byBudget: { value: null, numerator: 0, denominator: 0 },
      expected: null,
    })
    expect(body.money).toMatchObject({
      planned: null,
      spent: null,
      remaining: null,
      reserve: null,
      total: null,
    })
  })

  test("today is the day of the workspace: at 01:00 in Shanghai yesterday's task is one day late", async () => {
    const planId = await newPlan(owner)
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '昨天', plannedEnd: '2025-06-15', status: 'in_progress' } },
    })
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: '今天', plannedEnd: '2025-06-16', status: 'in_progress' } },
    })
    const body = await board(planId)
    expect([
      body.today,
      body.late.map(({ name, days }) => [name, days]),
      body.next.map(({ name, what }) => [name, what]),
    ]).toEqual(['2025-06-16', [['昨天', 1]], [['今天', 'ends']]])
  })

  test('cancelled tasks count nowhere', async () => {
    const planId = await newPlan(owner)
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: 'a', status: 'done', budget: 100, spent: 90, kpi: '≥1', reached: '2' } },
    })
    await owner.call(tasks.create, {
      params: { planId },
      body: { values: { name: 'b', status: 'cancelled', budget: 900, kpi: '≥1', plannedEnd: '2025-06-01' } },
    })
    expect(await board(planId)).toMatchObject({
      taskCount: 1,
      doneCount: 1,
      lateCount: 0,
      kpiCounts: { met: 1, no_data: 0, missed: 0 },
      progress: { byBudget: { value: 1, denominator: 100 } },
    })
  })

  test('a target without a figure stands as written beside its actual, and is not counted as no data', async () => {
    const planId = await newPlan(owner)
    await owner.call(recordRoutes('target').create, {
      params: { planId },
      body: { values: { indicator: '全网曝光', target: '明显提升', actual: '480万' } },
    })
    const { kpis, kpiCounts } = await board(planId)
    expect(kpis).toMatchObject([
      {
        metric: '全网曝光',
        targetText: '明显提升',
        actualText: '480万',
        attainment: null,
        status: 'target_unclear',
      },
    ])
    expect([kpiCounts.target_unclear, kpiCounts.no_data]).toEqual([1, 0])
  })

  test('of a cell with several values each target shows its own; of one for every unit the worst', async () => {
    const planId = await newPlan(owner, '多个指标')
    const values = [
      { name: '信息流', kpi: '点击率≥2%,转化率≥1%', reached: '点击率2.28%,转化率0.93%' },
      { name: '沙龙', kpi: '每场参与人数≥200', reached: '180/220/210人' },
    ]
    for (const task of values)
      await owner.call(recordRoutes('task').create, { params: { planId }, body: { values: task } })
    const { kpis } = await board(planId)
    expect(kpis.map(({ actualText, units }) => [actualText, units])).toEqual([
      ['2.28%', null],
      ['0.93%', null],
      ['180', 3],
    ])
  })

  test('the reserve stands apart: 1,000,000 with 100,000 held back leaves 900,000, of which spending is taken', async () => {
    const planId = await newPlan(owner)
    const lines = recordRoutes('budget_line')
    await owner.call(lines.create, {
      params: { planId },
      body: { values: { name: '投放', budget: 90_000_000, spent: 10_000_000 } },
    })
    await owner.call(lines.create, {
      params: { planId },
      body: { values: { name: '应急储备', budget: 10_000_000, isReserve: true } },
    })
    expect((await board(planId)).money).toMatchObject({
      planned: 90_000_000,
      spent: 10_000_000,
      remaining: 80_000_000,
      reserve: 10_000_000,
      total: 100_000_000,
    })
  })

  test('the sample plan agrees with itself: its daily facts sum to its effects, and its two sources do not differ', async () => {
    const { body: plan } = await owner.call(createSamplePlan, { body: {} })
    const body = await board(plan.id)
    expect(body.daily.length).toBeGreaterThanOrEqual(28)
    expect(body.daily.map(({ day }) => day)).toEqual(body.daily.map(({ day }) => day).toSorted())
    for (const { clicks, impressions, ctr } of body.daily)
      expect(ctr).toBe(impressions ? clicks! / impressions : null)
    expect(body.reconciliation?.channels.reduce((sum, { difference }) => sum + (difference ?? 0), 0)).toBe(
      body.reconciliation?.difference,
    )
    expect(body.effect!.total.ctr).toBeGreaterThan(0)
  })

  test('a plan of 10,000 tasks with targets is counted whole; the first 500 KPIs are listed', async () => {
    const planId = await newPlan(owner)
    const items = Array.from({ length: 10_000 }, (_, index) => ({
      values: {
        name: `任务${index}`,
        plannedStart: '2025-06-01',
        plannedEnd: '2025-06-30',
        budget: 100,
        spent: index % 90,
        progress: (index % 100) / 100,
        kpi: `点击率≥${1 + (index % 40)}%, 转化率≥1.5%`,
        reached: index % 3 === 0 ? null : `点击率${index % 70}%, 转化率2%`,
      },
    }))
    await owner.call(tasks.createMany, { params: { planId }, body: { items } })
    expect(await board(planId)).toMatchObject({ taskCount: 10_000 })
    const { kpis, kpiCounts, lateCount } = await board(planId)
    expect([kpis.length, lateCount]).toEqual([500, 0])
    expect(Object.values(kpiCounts).reduce((sum, count) => sum + count, 0)).toBe(20_000)
  }, 60_000)
})
