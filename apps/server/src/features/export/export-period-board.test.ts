import {
  getPeriodLayout,
  saveOwnPeriodLayout,
  saveSharedPeriodLayout,
} from '@yingce/contracts/board/board-layout'
import { exportPeriodBoard } from '@yingce/contracts/board/period-board'
import { FORMAT_TYPES } from '@yingce/contracts/export/export'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { PeriodBlock } from '@yingce/domain/board/period-layout'
import { extractZipEntry, readZipDirectory } from '@yingce/office/read/zip-directory'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { TestClient } from '../../testing/test-client.ts'

let server: TestServer
let owner: Person

const CHANNELS_ONLY: PeriodBlock[] = [{ kind: 'channels', width: 'half' }]

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-07-02T02:00:00Z') })
  owner = await server.setUp()
  for (const [name, channel, conversions] of [
    ['春茶', '抖音', 30],
    ['夏茶', '小红书', 12],
  ] as const)
    await owner.call(recordRoutes('metric_fact').create, {
      params: { planId: await newPlan(owner, name) },
      body: { values: { day: '2025-05-05', channel, impressions: 1000, clicks: 50, conversions } },
    })
})
afterAll(() => server.close())

async function download(query: string, client: TestClient = owner) {
  const response = await fetch(`${client.origin}${exportPeriodBoard.path}?${query}`, {
    headers: { cookie: client.cookie },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, type: response.headers.get('content-type'), bytes }
}

const picture = async (query: string) => new TextDecoder().decode((await download(query)).bytes)

describe('M5: export of the quarterly and annual board', () => {
  test('the workbook has a sheet a block, the total of 42 conversions as a formula, and two charts that stay charts', async () => {
    const { status, type, bytes } = await download('period=2025-Q2&format=xlsx')
    expect([status, type]).toEqual([200, FORMAT_TYPES.xlsx])
    const parts = new Map(
      readZipDirectory(bytes, 1000).map((entry) => [
        entry.name,
        new TextDecoder().decode(extractZipEntry(bytes, entry)),
      ]),
    )
    expect([...parts.keys()].filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))).toHaveLength(4)
    expect([...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(2)
    const plans = parts.get('xl/worksheets/sheet3.xml') ?? ''
    expect(plans).toMatch(/<f>SUM\(|<f>SUBTOTAL\(/)
    expect(plans).toContain('<v>42</v>')
  })

  test('the picture says quarter or year, period, currency and source, in both languages', async () => {
    const quarter = await picture('period=2025-Q2')
    for (const said of ['季度看板', '2025-Q2', '2025-04-01 至 2025-06-30', 'CNY', '计划数据表', '春茶'])
      expect(quarter).toContain(said)
    const year = await picture('period=2025&locale=en')
    for (const said of ['Annual board', 'data sheet of the plan', '夏茶']) expect(year).toContain(said)
    expect((await download('period=2025-Q5')).status).toBe(400)
    expect((await download('', new TestClient(server.origin))).status).toBe(401)
  })

  test('follows the arrangement of whoever asks; the second of two who saved it for everybody is refused', async () => {
    const planner = await server.join(owner, 'planner')
    await planner.call(saveOwnPeriodLayout, { body: { blocks: CHANNELS_ONLY, version: 0 } })
    const blocks: PeriodBlock[] = [{ kind: 'plans', width: 'full' }]
    const saved = await owner.call(saveSharedPeriodLayout, { body: { blocks, version: 0 } })
    expect(saved.body).toEqual({ own: null, shared: blocks, ownVersion: 0, sharedVersion: 1 })
    const refused = await planner.call(saveSharedPeriodLayout, { body: { blocks: null, version: 0 } })
    expect([refused.status, refused.problem?.code]).toEqual([409, 'wrong_state'])
    const own = await planner.call(getPeriodLayout)
    expect(own.body).toMatchObject({ own: CHANNELS_ONLY, shared: blocks })
    const shown = await picture('period=2025-Q2')
    expect([shown.includes('各计划'), shown.includes('各渠道')]).toEqual([true, false])
    const viewer = await server.join(owner, 'viewer')
    const forbidden = await viewer.call(saveSharedPeriodLayout, { body: { blocks: null, version: 1 } })
    expect(forbidden.status).toBe(403)
    // Another workspace has arrangements of its own.
    const neighbour = await server.neighbour(owner)
    expect((await neighbour.call(getPeriodLayout)).body.shared).toBeNull()
  })
})
