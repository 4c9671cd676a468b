import { getPeriodBoard } from '@yingce/contracts/board/period-board'
import { createPlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
const ids: Record<string, string> = {}

type Fact = readonly [day: string, channel: string, impressions: number, clicks: number, conversions: number]

async function planOf(name: string, currency: string, facts: readonly Fact[], target: string | null) {
  const { body: plan } = await owner.call(createPlan, {
    body: { name, periodStart: '2025-04-01', periodEnd: '2025-06-30' },
  })
  // No route changes the currency of a plan: an import brings it.
  await server.rows(owner.session.workspace!.id, 'update plan set currency = $2 where id = $1 returning id', [
    plan.id,
    currency,
  ])
  const params = { planId: plan.id }
  await owner.call(recordRoutes('metric_fact').createMany, {
    params,
    body: {
      items: facts.map(([day, channel, impressions, clicks, conversions]) => ({
        values: { day, channel, impressions, clicks, conversions },
      })),
    },
  })
  if (target !== null)
    await owner.call(recordRoutes('target').create, {
      params,
      body: { values: { indicator: '转化量', target } },
    })
  ids[name] = plan.id
}

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-07-02T02:00:00Z') })
  owner = await server.setUp()
  await planOf(
    '春茶',
    'CNY',
    [
      ['2025-02-10', '抖音', 1000, 50, 10],
      ['2025-04-01', '抖音', 1000, 20, 8],
      ['2025-06-30', '小红书', 3000, 40, 4],
      ['2025-07-01', '抖音', 9000, 900, 90],
    ],
    '≥20',
  )
  await planOf('夏茶', 'CNY', [['2025-05-05', '抖音', 1000, 40, 30]], '≥20')
  await planOf('出海', 'USD', [['2025-05-05', 'TikTok', 700, 7, 7]], null)
  await planOf('无数据', 'CNY', [], '≥5')
})
afterAll(() => server.close())

const board = async (query: { period?: string; currency?: string } = {}) =>
  (await owner.call(getPeriodBoard, { query })).body

describe('M5: quarterly and annual board', () => {
  test('totals of a quarter are its own days, rates from totals, against the quarter before', async () => {
    const { period, total, previous, next, currencies } = await board({ period: '2025-Q2' })
    expect(period).toMatchObject({ kind: 'quarter', from: '2025-04-01', to: '2025-06-30' })
    expect([previous, next, currencies]).toEqual(['2025-Q1', '2025-Q3', ['CNY', 'USD']])
    expect(total.values).toMatchObject({ impressions: 5000, clicks: 100, ctr: 0.02, conversions: 42 })
    expect(total.previous).toMatchObject({ impressions: 1000, ctr: 0.05 })
  })

  test('each plan and each channel has its row; plans and channels each add up to the total', async () => {
    const { plans, channels, total } = await board({ period: '2025-Q2' })
    const sum = (rows: readonly { values: { clicks?: number | null } }[]) =>
      rows.reduce((all, { values }) => all + (values.clicks ?? 0), 0)
    expect([sum(plans), sum(channels)]).toEqual([total.values.clicks, total.values.clicks])
    expect(plans.find(({ planId }) => planId === ids['春茶'])).toMatchObject({
      values: { conversions: 12 },
      previous: { conversions: 10 },
      marks: [{ metric: 'conversions', status: 'missed' }],
    })
    expect(plans.find(({ planId }) => planId === ids['夏茶'])?.marks).toMatchObject([{ status: 'met' }])
  })

  test('targets of 20, 20 and 5 are 45; what their plans reached is 42, and the plan without figures counts', async () => {
    const { targets } = await board({ period: '2025-Q2' })
    expect(targets).toMatchObject([
      { metric: 'conversions', plans: 3, whole: 45, due: 45, actual: 42, status: 'missed' },
    ])
  })

  test('amounts of another currency are a board of their own', async () => {
    const { plans, total, targets } = await board({ period: '2025-Q2', currency: 'USD' })
    expect(plans.map(({ planId }) => planId)).toEqual([ids['出海']])
    expect([total.values.impressions, targets]).toEqual([700, []])
  })

  test('without a period it is this quarter; a year has all of its quarters; 2025-Q5 is refused', async () => {
    expect((await board()).period.name).toBe('2025-Q3')
    expect((await board({ period: '2025' })).total.values.impressions).toBe(15_000)
    const { status } = await owner.call(getPeriodBoard, { query: { period: '2025-Q5' } })
    expect(status).toBe(400)
  })

  test('whoever is of another workspace sees none of it', async () => {
    const neighbour = await server.neighbour(owner)
    const { body } = await neighbour.call(getPeriodBoard, { query: { period: '2025-Q2' } })
    expect([body.plans, body.channels, body.total.previous]).toEqual([[], [], null])
  })
})
