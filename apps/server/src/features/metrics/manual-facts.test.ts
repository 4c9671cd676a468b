import { createMetricDefinition } from '@yingce/contracts/metrics/metric-definition'
import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { importMetrics } from './metrics.fixture.ts'

let server: TestServer
let owner: Person

beforeAll(async () => {
  server = await startTestServer()
  owner = await server.setUp()
})
afterAll(() => server.close())

describe('M1: figures filled in by hand', () => {
  test('reads, likes and saves add up over days; followers are the last level, reach is not added', async () => {
    const planId = await newPlan(owner)
    const { create } = recordRoutes('metric_fact')
    const rows = [
      { day: '2025-06-01', reads: 1_000, likes: 40, saves: 25, followers: 5_000, reach: 800 },
      { day: '2025-06-02', reads: 3_000, likes: 90, saves: null, followers: 5_120, reach: 2_100 },
    ]
    for (const row of rows) {
      const values = { channel: '小红书', ...row }
      expect((await owner.call(create, { params: { planId }, body: { values } })).status).toBe(201)
    }
    const { body } = await owner.call(queryMetrics, {
      body: {
        metrics: ['reads', 'likes', 'saves', 'followers', 'reach'],
        groupBy: ['channel'],
        period: { from: '2025-06-01', to: '2025-06-02' },
      },
    })
    const [row] = body.rows
    expect(row).toMatchObject({
      group: { channel: '小红书' },
      values: { reads: 4_000, likes: 130, saves: 25, followers: 5_120, reach: null },
      reasons: { reach: 'not_additive' },
    })
  })

  test('visitors are taken by hand and not added; a metric of the workspace counts what was filled in for it', async () => {
    const planId = await newPlan(owner)
    const defined = { direction: 'higher', definitionZh: '现场试饮', definitionEn: 'Tasted it' } as const
    const words = { zh: '试饮人次', en: 'Tastings' }
    for (const metric of [
      { key: 'tastings', ...words, unit: 'count', formula: 'ownCount1' },
      { key: 'shopScore', zh: '评分', en: 'Score', unit: 'index', formula: 'ownLevel1' },
    ] as const)
      expect((await owner.call(createMetricDefinition, { body: { ...metric, ...defined } })).status).toBe(201)
    const { createMany } = recordRoutes('metric_fact')
    const { body: made } = await owner.call(createMany, {
      params: { planId },
      body: {
        items: [
          { values: { channel: '门店', day: '2025-07-01', visitors: 90, ownCount1: 30, ownLevel1: 4.6 } },
          { values: { channel: '门店', day: '2025-07-02', visitors: 110, ownCount1: 25, ownLevel1: 4.8 } },
        ],
      },
    })
    const figures = async () => {
      const { body } = await owner.call(queryMetrics, {
        body: {
          metrics: ['visitors', 'tastings', 'shopScore'],
          filters: { plan: [planId] },
          period: { from: '2025-07-01', to: '2025-07-31' },
        },
      })
      return body.rows[0]?.values
    }
    expect(await figures()).toEqual({ visitors: null, tastings: 55, shopScore: 4.8 })
    // A correction reaches the facts, and so does taking it back.
    const [first] = made.items
    if (first === undefined) throw new Error('no row')
    const change = (version: number, ownCount1: number) =>
      owner.call(recordRoutes('metric_fact').update, {
        params: { planId, recordId: first.id },
        body: { version, values: { ownCount1 } },
      })
    await change(first.version, 40)
    expect(await figures()).toMatchObject({ tastings: 65 })
    await change(first.version + 1, 30)
    expect(await figures()).toMatchObject({ tastings: 55 })
    // A file that heads its column with the name given to the metric needs no mapping by hand.
    const file = '日期,渠道,展示数,点击数,消耗,试饮人次\n2025-08-01,门店,90,5,30.00,12\n'
    await importMetrics(owner, '门店.csv', file, { source: '门店' })
    const { body } = await owner.call(queryMetrics, {
      body: { metrics: ['tastings', 'clicks'], period: { from: '2025-08-01', to: '2025-08-01' } },
    })
    expect(body.rows[0]?.values).toEqual({ tastings: 12, clicks: 5 })
  })
})
