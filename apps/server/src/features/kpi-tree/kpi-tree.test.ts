import {
  buildKpiTree,
  getKpiNodeFacts,
  getKpiTree,
  type KpiTreeNode,
} from '@yingce/contracts/kpi-tree/kpi-tree'
import { getChannelBoard } from '@yingce/contracts/board/channel-board'
import { getPlanBoard } from '@yingce/contracts/plan/board'
import { createSamplePlan, updatePlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { KpiNodeValues, MetricFactValues } from '@yingce/domain/records/entities'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let planId: string
let now = new Date('2025-06-11T02:00:00Z')

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  owner = await server.setUp()
}, 60_000)
afterAll(() => server.close())
beforeEach(async () => {
  now = new Date('2025-06-11T02:00:00Z')
  planId = await newPlan(owner)
  await owner.call(updatePlan, {
    params: { planId },
    body: { version: 1, values: { periodStart: '2025-06-01', periodEnd: '2025-06-20' } },
  })
})

async function target(indicator: string, text: string): Promise<void> {
  await owner.call(recordRoutes('target').create, {
    params: { planId },
    body: { values: { indicator, target: text } },
  })
}

async function node(values: Partial<KpiNodeValues> & { name: string }): Promise<string> {
  const { body, problem } = await owner.call(recordRoutes('kpi_node').create, {
    params: { planId },
    body: { values },
  })
  expect(problem).toBeUndefined()
  return body.id
}

async function fact(values: Partial<MetricFactValues> & { day: string; channel: string }): Promise<void> {
  const { problem } = await owner.call(recordRoutes('metric_fact').create, {
    params: { planId },
    body: { values },
  })
  expect(problem).toBeUndefined()
}

async function tree(): Promise<Map<string, KpiTreeNode>> {
  const { body, problem } = await owner.call(getKpiTree, { params: { planId } })
  expect(problem).toBeUndefined()
  return new Map(body.nodes.map((one) => [one.name, one]))
}

describe('M3: the KPI tree', () => {
  test('built from the targets of a feed campaign: four KPIs, each bound to its metric, CTR below exposure', async () => {
    await target('曝光', '500万+')
    await target('点击率', '≥2%')
    await target('CVR', '≥1.5%')
    await target('ROI', '≥1:4')
    await target('团队氛围', '更好')
    const { body } = await owner.call(buildKpiTree, { params: { planId } })
    expect(body.made).toBe(4)
    const nodes = await tree()
    expect([...nodes.values()].map(({ name, level, metric }) => [name, level, metric?.key])).toEqual([
      ['曝光', 'result', 'impressions'],
      ['点击率', 'process', 'ctr'],
      ['CVR', 'process', 'cvrClick'],
      ['ROI', 'result', 'roas'],
    ])
    expect(nodes.get('点击率')?.parentId).toBe(nodes.get('曝光')?.id)
    expect([...nodes.values()].map(({ status, actual, reason }) => [status, actual, reason])).toEqual(
      Array(4).fill(['no_data', null, 'no_data']),
    )
    expect((await owner.call(buildKpiTree, { params: { planId } })).problem?.code).toBe('wrong_state')
  })

  test('a plan without a target that has a number cannot be built from', async () => {
    await target('团队氛围', '更好')
    const { problem } = await owner.call(buildKpiTree, { params: { planId } })
    expect(problem?.issues[0]?.code).toBe('no_targets')
  })

  test('feed campaign half way: 250万 of 500万 exposure is met, CTR 1.9 % at risk, CVR 1 % missed, ROAS 4.2 met', async () => {
    await node({ name: '曝光', level: 'result', target: '500万+' })
    await node({ name: 'CTR', target: '≥2%' })
    await node({ name: 'CVR', target: '≥1.5%' })
    await node({ name: 'ROAS', target: '≥1:4' })
    const half = { impressions: 1_250_000, clicks: 23_750, conversions: 237.5 }
    await fact({
      day: '2025-06-05',
      channel: '抖音',
      ...half,
      conversions: 237,
      cost: 1_000_000,
      revenue: 4_200_000,
    })
    await fact({
      day: '2025-06-10',
      channel: '抖音',
      ...half,
      conversions: 238,
      cost: 1_000_000,
      revenue: 4_200_000,
    })
    const nodes = await tree()
    const seen = [...nodes.values()].map(({ name, actual, status }) => [name, actual, status])
    expect(seen).toEqual([
      ['曝光', 2_500_000, 'met'],
      ['CTR', 0.019, 'at_risk'],
      ['CVR', 0.01, 'missed'],
      ['ROAS', 4.2, 'met'],
    ])
    expect(nodes.get('曝光')).toMatchObject({
      attainment: 0.5,
      pacing: { dueShare: 0.5, ideal: 2_500_000, difference: 0, neededPerDay: 250_000 },
    })
    expect(nodes.get('ROAS')?.attainment).toBeCloseTo(1.05, 12)
  })

  test('after the end: 480万 of 500万 is 96 % and missed, 1.5 % of 2 % is 75 %, 6.2 % of 5 % is 124 % and met', async () => {
    now = new Date('2025-07-01T02:00:00Z')
    await node({ name: '曝光', target: '≥500万' })
    await node({ name: '点击率', target: '≥2%' })
    await node({ name: '转化率', target: '≥5%' })
    await node({ name: '转化成本', target: '≤80元' })
    await node({
      name: '品牌认知度',
      metric: 'awareness',
      binding: 'entered',
      target: '从30%提升至50%',
      actual: '40%',
    })
    await node({
      name: '小红书指数',
      binding: 'entered',
      baseline: '5000',
      target: '≥15000',
      actual: '12000',
    })
    await fact({
      day: '2025-06-20',
      channel: '抖音',
      impressions: 4_800_000,
      clicks: 72_000,
      conversions: 4_464,
      cost: 40_176_000,
    })
    const nodes = await tree()
    const seen = [...nodes.values()].map(({ attainment, status }) => [
      Math.round((attainment ?? 0) * 1e4) / 1e4,
      status,
    ])
    expect(seen).toEqual([
      [0.96, 'missed'],
      [0.75, 'missed'],
      [1.24, 'met'],
      [0.8889, 'missed'],
      [0.5, 'missed'],
      [0.7, 'missed'],
    ])
  })

  test('several targets in one cell take the worst: 25万 views are met, 45万 of 50万 sales are not', async () => {
    now = new Date('2025-07-01T02:00:00Z')
    await node({
      name: '直播',
      binding: 'entered',
      target: '观看人数≥20万,销售额≥50万',
      actual: '观看人数25万,销售额45万',
    })
    await node({ name: '每场', binding: 'entered', target: '每场参与人数≥200', actual: '180/220/210人' })
    const nodes = await tree()
    expect(nodes.get('直播')).toMatchObject({ status: 'missed', attainment: 0.9 })
    expect(nodes.get('直播')?.targets.map(({ status }) => status)).toEqual(['met', 'missed'])
    expect(nodes.get('每场')).toMatchObject({ status: 'missed', actual: 180 })
  })

  test('a scope takes only its channel, children of one count roll up by Σ actual / Σ target, of one rate by its totals', async () => {
    const root = await node({ name: '总曝光', level: 'result', binding: 'entered' })
    await node({
      name: '小红书曝光',
      metric: 'impressions',
      parentId: root,
      channel: '小红书',
      target: '≥100万',
    })
    await node({ name: '抖音曝光', metric: 'impressions', parentId: root, channel: '抖音', target: '≥300万' })
    const rates = await node({ name: '点击率合计', level: 'process', binding: 'entered' })
    await node({ name: '小红书点击率', parentId: rates, channel: '小红书', target: '≥2%' })
    await node({ name: '抖音点击率', parentId: rates, channel: '抖音', target: '≥2%' })
    await fact({ day: '2025-06-10', channel: '小红书', impressions: 600_000, clicks: 6_000 })
    await fact({ day: '2025-06-10', channel: '抖音', impressions: 1_400_000, clicks: 42_000 })
    const nodes = await tree()
    expect(nodes.get('小红书曝光')?.actual).toBe(600_000)
    expect(nodes.get('总曝光')).toMatchObject({
      status: 'at_risk',
      rollUp: {
        method: 'additive',
        value: 2_000_000,
        target: 4_000_000,
        attainment: 0.5,
        counted: 2,
        parts: 2,
      },
    })
    // 48,000 clicks of 2,000,000, not the mean of 1 % and 3 %.
    expect(nodes.get('点击率合计')?.rollUp).toMatchObject({ method: 'totals', value: 0.024 })
  })

  test('a metric without a figure has no value on days with other figures: missing is not zero', async () => {
    await fact({ day: '2025-06-10', channel: '抖音', impressions: 10 })
    await node({ name: '点击', target: '≥100' })
    expect([(await tree()).get('点击')?.actual, (await tree()).get('点击')?.status]).toEqual([
      null,
      'no_data',
    ])
  })

  test('facts after the last complete day wait: today counts tomorrow', async () => {
    await node({ name: '曝光', target: '≥100' })
    await fact({ day: '2025-06-10', channel: '抖音', impressions: 60 })
    await fact({ day: '2025-06-11', channel: '抖音', impressions: 900 })
    expect((await tree()).get('曝光')?.actual).toBe(60)
    now = new Date('2025-06-12T02:00:00Z')
    expect((await tree()).get('曝光')?.actual).toBe(960)
  })

  test('the figure opens to its formula, days and sources', async () => {
    const nodeId = await node({ name: '点击率', target: '≥2%' })
    await fact({ day: '2025-06-09', channel: '抖音', impressions: 1_000, clicks: 10 })
    await fact({ day: '2025-06-10', channel: '抖音', impressions: 1_000, clicks: 30 })
    const { body } = await owner.call(getKpiNodeFacts, { params: { planId, nodeId } })
    expect(body.metric).toMatchObject({ key: 'ctr', version: 1, formula: 'clicks ÷ impressions' })
    expect(body.days).toEqual([
      { day: '2025-06-10', value: 0.03, parts: { clicks: 30, impressions: 1_000 } },
      { day: '2025-06-09', value: 0.01, parts: { clicks: 10, impressions: 1_000 } },
    ])
    expect(body.sources).toMatchObject([{ name: 'manual CNY', value: 0.02 }])
  })

  test('a node whose way up comes back to itself stands as a root', async () => {
    const a = await node({ name: 'A' })
    const b = await node({ name: 'B', parentId: a })
    await owner.call(recordRoutes('kpi_node').update, {
      params: { planId, recordId: a },
      body: { version: 1, values: { parentId: b } },
    })
    expect([...(await tree()).values()].map(({ name, parentId }) => [name, parentId])).toEqual([
      ['A', null],
      ['B', null],
    ])
  })

  test('获客成本 ≤90元 of the sample plan has one status on board, channel board and tree; with new customers it is the CAC', async () => {
    const { body: sample } = await owner.call(createSamplePlan, { body: {} })
    planId = sample.id
    await owner.call(buildKpiTree, { params: { planId } })
    const seen = async () => {
      const board = (await owner.call(getPlanBoard, { params: { planId } })).body
      const { total } = (await owner.call(getChannelBoard, { params: { planId }, query: {} })).body
      const ofTable = board.kpis.find(({ metric }) => metric === '获客成本')
      const node = (await tree()).get('获客成本')
      const mark = total.marks.find(({ metric }) => metric === 'cpa' || metric === 'cac')
      return [
        [ofTable?.costBase, ofTable?.status],
        [node?.costBase, node?.status, node?.metric?.key],
        [mark?.metric, mark?.status],
      ]
    }
    expect(await seen()).toEqual([
      ['conversions', 'met'],
      ['conversions', 'met', 'cpa'],
      ['cpa', 'met'],
    ])
    await fact({ day: '2025-06-10', channel: '抖音信息流', cost: 10_000_000, newCustomers: 100 })
    expect((await seen()).map(([base]) => base)).toEqual(['newCustomers', 'newCustomers', 'cac'])
  })

  test('weights of 5, 35, 50 and 10 give a target of the whole plan one state on board, channel board and tree', async () => {
    for (const [weight, startDate, endDate] of [
      [5, '2025-06-01', '2025-06-05'],
      [35, '2025-06-06', '2025-06-10'],
      [50, '2025-06-11', '2025-06-15'],
      [10, '2025-06-16', '2025-06-20'],
    ] as const)
      await owner.call(recordRoutes('phase').create, {
        params: { planId },
        body: { values: { name: `${weight}`, weight, startDate, endDate } },
      })
    const target = { indicator: '曝光', target: '≥1000', startDate: '2025-06-01', endDate: '2025-06-20' }
    const { body: made } = await owner.call(recordRoutes('target').create, {
      params: { planId },
      body: { values: { ...target, actual: '400' } },
    })
    await owner.call(buildKpiTree, { params: { planId } })
    await fact({ day: '2025-06-10', channel: '抖音', impressions: 400 })
    await fact({ day: '2025-06-01', channel: '抖音', impressions: 0 })
    const { kpis } = (await owner.call(getPlanBoard, { params: { planId } })).body
    const { total } = (await owner.call(getChannelBoard, { params: { planId }, query: {} })).body
    const node = (await tree()).get('曝光')
    expect(kpis.find(({ recordId }) => recordId === made.id)?.status).toBe('met')
    expect(total.marks).toMatchObject([{ metric: 'impressions', due: 400, status: 'met' }])
    expect([node?.status, node?.pacing?.dueShare]).toEqual(['met', 0.4])
  })
})
