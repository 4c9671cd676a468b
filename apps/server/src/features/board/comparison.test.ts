import { getAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { getComparison } from '@yingce/contracts/board/comparison'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { BoardDimension } from '@yingce/domain/board/board-layout'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-12T02:00:00Z') })
  owner = await server.setUp()
})
afterAll(() => server.close())

const compared = async (planId: string, query: { from?: string; to?: string; by?: BoardDimension } = {}) =>
  (await owner.call(getComparison, { params: { planId }, query })).body

/** Pushed by a source of its own whose lines all belong to the plan. */
async function pushTo(
  planId: string,
  source: string,
  rows: readonly { day: string; keys: { content: string }; values: Record<string, number> }[],
) {
  await owner.call(upsertMetricFacts, {
    body: {
      source,
      currency: 'CNY',
      rows: rows.map(({ keys, ...row }) => ({ ...row, keys: { ...keys, channel: '官网' } })),
    },
  })
  const { version, rules } = (await owner.call(getAssignment)).body
  const conditions = [{ field: 'source' as const, operator: 'equals' as const, value: source, part: null }]
  const target = { planId, strategy: null, creator: null, shares: [] }
  const kept = rules.map(({ id, name, conditions: own, target: to }) => ({
    id,
    name,
    conditions: own,
    target: to,
  }))
  await owner.call(saveAssignment, {
    body: { version, rules: [...kept, { name: source, conditions, target }] },
  })
}

describe('M9: groups to compare', () => {
  test('facts of two channels that name no content open on the channel, facts of two contents on the content', async () => {
    const planId = await newPlan(owner, '只有渠道')
    const create = (values: { channel: string; content?: string; impressions: number; clicks: number }) =>
      owner.call(recordRoutes('metric_fact').create, {
        params: { planId },
        body: { values: { day: '2025-06-02', ...values } },
      })
    await create({ channel: '抖音', impressions: 1000, clicks: 20 })
    await create({ channel: '小红书', impressions: 3000, clicks: 90 })
    const byChannel = await compared(planId)
    expect(byChannel.dimension).toBe('channel')
    expect(byChannel.groups.map(({ name }) => name)).toEqual(['小红书', '抖音'])
    expect(byChannel.period).toEqual({ from: '2025-06-02', to: '2025-06-02' })
    // What is asked for is shown, also where nothing is named.
    expect(await compared(planId, { by: 'content' })).toMatchObject({ dimension: 'content', groups: [] })
    await create({ channel: '抖音', content: '茶山', impressions: 500, clicks: 9 })
    expect((await compared(planId)).dimension).toBe('channel')
    await create({ channel: '抖音', content: '茶杯', impressions: 500, clicks: 10 })
    const byContent = await compared(planId)
    expect(byContent.groups.map(({ name }) => name).toSorted()).toEqual(['茶山', '茶杯'].toSorted())
    expect(byContent.groups[0]).toMatchObject({ isPeopleSplit: false, values: { visitors: null } })
  })

  test('visitors of one figure a page are there; of two days they do not add and say so, on one of the days they are there', async () => {
    const planId = await newPlan(owner, '落地页')
    const page = (day: string, content: string, visitors: number, buyers: number) => ({
      day,
      keys: { content },
      values: { impressions: 9000, clicks: 3000, conversions: buyers, visitors, buyers },
    })
    await pushTo(planId, '落地页统计', [
      page('2025-06-02', '甲', 1000, 40),
      page('2025-06-02', '乙', 1000, 48),
      page('2025-06-03', '甲', 1100, 44),
    ])
    const all = await compared(planId)
    const of = ({ groups }: typeof all, name: string) => groups.find((one) => one.name === name)
    expect(all.dimension).toBe('content')
    expect(of(all, '乙')).toMatchObject({ isPeopleSplit: false, values: { visitors: 1000, buyers: 48 } })
    expect(of(all, '甲')).toMatchObject({
      isPeopleSplit: true,
      values: { visitors: null, buyers: null, conversions: 84 },
    })
    const day = await compared(planId, { from: '2025-06-02', to: '2025-06-02' })
    expect(of(day, '甲')).toMatchObject({ isPeopleSplit: false, values: { visitors: 1000, buyers: 40 } })
  })

  test('a plan without facts has no period and no groups; one end alone is refused; neighbours see nothing', async () => {
    const planId = await newPlan(owner, '空')
    expect(await compared(planId)).toMatchObject({ period: null, groups: [] })
    const half = await owner.call(getComparison, { params: { planId }, query: { from: '2025-06-02' } })
    expect(half.problem?.issues[0]?.code).toBe('both_ends')
    const neighbour = await server.neighbour(owner)
    expect((await neighbour.call(getComparison, { params: { planId }, query: {} })).status).toBe(404)
  })
})
