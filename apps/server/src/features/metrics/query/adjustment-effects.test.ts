import { listAdjustmentEffects } from '@yingce/contracts/metrics/adjustment-effect'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, expect, describe, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../../testing/test-server.ts'

let server: TestServer
let owner: Person
let planId: string

beforeAll(async () => {
  // Saturday in Shanghai: four days after the adjustment of the tenth are over.
  server = await startTestServer({ clock: () => new Date('2025-06-15T02:00:00Z') })
  owner = await server.setUp()
  planId = await newPlan(owner)
  const day = async (date: string, channel: string, impressions: number, clicks: number, cost: number) =>
    owner.call(recordRoutes('metric_fact').create, {
      params: { planId },
      body: { values: { day: date, channel, impressions, clicks, cost } },
    })
  // Days of very different size: an average of days would say otherwise.
  await day('2025-06-05', '抖音', 1000, 500, 100)
  await day('2025-06-06', '抖音', 1000, 10, 100)
  await day('2025-06-09', '抖音', 9000, 90, 900)
  await day('2025-06-10', '抖音', 5000, 5000, 5000)
  await day('2025-06-11', '抖音', 1000, 30, 200)
  await day('2025-06-14', '抖音', 3000, 90, 300)
  await day('2025-06-14', '小红书', 1000, 1, 50)
}, 60_000)
afterAll(() => server.close())

const adjust = async (values: { changedOn?: string; metric?: string; channel?: string }) =>
  (
    await owner.call(recordRoutes('adjustment').create, {
      params: { planId },
      body: { values: { name: '换素材', ...values } },
    })
  ).body.id

describe('X10: an adjustment shows its metric before and after', () => {
  test('four days over are compared with the four before, the day itself counts on neither side, ratios come from totals', async () => {
    const rate = await adjust({ changedOn: '2025-06-10', metric: '点击率', channel: '抖音' })
    const cost = await adjust({ changedOn: '2025-06-10', metric: 'cost' })
    const ahead = await adjust({ changedOn: '2025-06-15', metric: 'clicks', channel: '抖音' })
    await adjust({ changedOn: '2025-06-10', metric: '茶园面积' })
    await adjust({ metric: 'cost' })
    const { items } = (await owner.call(listAdjustmentEffects, { params: { planId } })).body
    expect(items).toMatchObject([
      {
        recordId: rate,
        metric: { key: 'ctr', unit: 'share' },
        before: 100 / 10_000,
        beforeDays: { from: '2025-06-06', to: '2025-06-09' },
        after: 120 / 4000,
        afterDays: { from: '2025-06-11', to: '2025-06-14' },
      },
      { recordId: cost, before: 1000, after: 550 },
      {
        recordId: ahead,
        before: 5210,
        beforeDays: { from: '2025-06-08', to: '2025-06-14' },
        after: null,
        afterDays: null,
      },
    ])
  })

  test('a plan of neighbours is not there', async () => {
    const other = await server.neighbour(owner)
    expect((await other.call(listAdjustmentEffects, { params: { planId } })).status).toBe(404)
  })
})
