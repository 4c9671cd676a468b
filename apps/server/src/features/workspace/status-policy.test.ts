import { getChannelBoard } from '@yingce/contracts/board/channel-board'
import { getSession } from '@yingce/contracts/identity/session'
import { getKpiTree } from '@yingce/contracts/kpi-tree/kpi-tree'
import { getMyDay } from '@yingce/contracts/my-day/my-day'
import { getPlanBoard } from '@yingce/contracts/plan/board'
import { updatePlan } from '@yingce/contracts/plan/plan'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { getWorkspace, updateWorkspace } from '@yingce/contracts/workspace/workspace'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let planId: string

const USUAL = { paceAtRisk: 0.9, ratioAtRisk: 0.1, ceilingMethod: 'quotient' }

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-11T02:00:00Z') })
  owner = await server.setUp()
  planId = await newPlan(owner)
  const params = { planId }
  await owner.call(updatePlan, {
    params,
    body: { version: 1, values: { state: 'running', periodStart: '2025-06-01', periodEnd: '2025-06-20' } },
  })
  await owner.call(recordRoutes('target').create, {
    params,
    body: { values: { indicator: '转化成本', target: '≤80元', actual: '100元' } },
  })
  await owner.call(recordRoutes('kpi_node').create, {
    params,
    body: { values: { name: '转化成本', target: '≤80元' } },
  })
  await owner.call(recordRoutes('metric_fact').create, {
    params,
    body: { values: { day: '2025-06-10', channel: '抖音', cost: 100_000, conversions: 10 } },
  })
  const days = { plannedStart: '2025-06-01', plannedEnd: '2025-06-20' }
  await owner.call(recordRoutes('task').create, {
    params,
    body: {
      values: {
        name: '投放',
        owner: '所有者',
        status: 'in_progress',
        kpi: '曝光≥1000',
        reached: '400',
        ...days,
      },
    },
  })
})
afterAll(() => server.close())

async function seen() {
  const params = { planId }
  const { kpis } = (await owner.call(getPlanBoard, { params })).body
  const { total } = (await owner.call(getChannelBoard, { params, query: {} })).body
  const { nodes } = (await owner.call(getKpiTree, { params })).body
  const { items } = (await owner.call(getMyDay, {})).body
  const cost = kpis.find(({ metric }) => metric === '转化成本')
  return {
    cost: [cost, total.marks[0], nodes[0]].map((one) => [one?.status, one?.attainment]),
    task: [kpis.find(({ entity }) => entity === 'task')?.status, items[0]?.kpis[0]?.status],
  }
}

describe('rules 1 and 2: how a workspace judges its targets', () => {
  test('100 元 of ≤ 80 元 and 80 % of what is due are missed as usual, at risk with wider bands, on every page', async () => {
    expect((await owner.call(getWorkspace, {})).body).toMatchObject(USUAL)
    expect(await seen()).toEqual({ cost: Array(3).fill(['missed', 0.8]), task: ['missed', 'missed'] })
    const policy = { paceAtRisk: 0.75, ratioAtRisk: 0.3, ceilingMethod: 'mirror' as const }
    const { body } = await owner.call(updateWorkspace, { body: policy })
    expect(body).toMatchObject(policy)
    expect((await owner.call(getSession, {})).body.workspace?.statusPolicy).toEqual(policy)
    expect(await seen()).toEqual({ cost: Array(3).fill(['at_risk', 0.75]), task: ['at_risk', 'at_risk'] })
  })

  test('the change is in the history with what was before, and only owners and admins may make it', async () => {
    await owner.call(updateWorkspace, { body: { ...USUAL, ceilingMethod: 'quotient' } })
    await owner.call(updateWorkspace, { body: { paceAtRisk: 0.8 } })
    const { rows } = await server.db.pool.query<{ changes: unknown }>(
      "select changes from change_log where entity = 'workspace' order by seq desc limit 1",
    )
    expect(rows[0]?.changes).toEqual({ paceAtRisk: [0.9, 0.8] })
    const planner = await server.join(owner, 'planner')
    expect((await planner.call(updateWorkspace, { body: { paceAtRisk: 0.9 } })).status).toBe(403)
  })

  test.each([{ paceAtRisk: 0.4 }, { paceAtRisk: 1.01 }, { ratioAtRisk: -0.1 }, { ratioAtRisk: 0.6 }])(
    '%j lies outside of what can be settled',
    async (body) => {
      expect((await owner.call(updateWorkspace, { body })).status).toBe(400)
    },
  )
})
