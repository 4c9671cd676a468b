import { queryMetrics } from '@yingce/contracts/metrics/metric-query'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

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
})
