import { getAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import {
  getBoardLayout,
  saveOwnBoardLayout,
  saveSharedBoardLayout,
} from '@yingce/contracts/board/board-layout'
import { createBoardShare, openSharedBoard } from '@yingce/contracts/board/board-share'
import { exportChannelBoard, getChannelBoard } from '@yingce/contracts/board/channel-board'
import { FORMAT_TYPES } from '@yingce/contracts/export/export'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { type BoardBlock, type BoardDimension, DEFAULT_BLOCKS } from '@yingce/domain/board/board-layout'
import { extractZipEntry, readZipDirectory } from '@yingce/office/read/zip-directory'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importMetrics, reportOf } from '../metrics/metrics.fixture.ts'
import { TestClient } from '../../testing/test-client.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let planId: string

/** Days with figures of a channel: impressions, clicks, conversions, fen. */
const FACTS = [
  ['2025-06-02', '小红书', 700_000, 30_000, 500, null],
  ['2025-06-03', '抖音', 1_500_000, 33_000, 500, 7_000_000],
  ['2025-06-05', '抖音', 500_000, 11_000, 204, 3_000_000],
] as const

const CTR_TREND: BoardBlock = {
  kind: 'trend',
  width: 'half',
  metric: 'ctr',
  dimension: 'channel',
  period: 'board',
}

beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date('2025-06-12T02:00:00Z') })
  owner = await server.setUp()
  planId = await newPlan(owner, '春茶<上市>')
  await owner.call(recordRoutes('metric_fact').createMany, {
    params: { planId },
    body: {
      items: FACTS.map(([day, channel, impressions, clicks, conversions, cost]) => ({
        values: { day, channel, impressions, clicks, conversions, cost },
      })),
    },
  })
  await owner.call(recordRoutes('competitor_event').create, {
    params: { planId },
    body: { values: { competitor: '绿山', name: '全线降价', startDate: '2025-06-04' } },
  })
})
afterAll(() => server.close())

async function download(query: string, client: TestClient = owner) {
  const path = exportChannelBoard.path.replace('{planId}', planId)
  const response = await fetch(`${client.origin}${path}?${query}`, { headers: { cookie: client.cookie } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, type: response.headers.get('content-type'), bytes }
}

async function picture(query = ''): Promise<string> {
  const { status, bytes } = await download(`format=svg&${query}`)
  expect(status).toBe(200)
  return new TextDecoder().decode(bytes)
}

describe('M5: export of the channel board', () => {
  test('the workbook has a sheet a block, totals and rates as formulas, and charts that stay charts', async () => {
    const { status, type, bytes } = await download('format=xlsx')
    expect([status, type]).toEqual([200, FORMAT_TYPES.xlsx])
    const parts = new Map(
      readZipDirectory(bytes, 1000).map((entry) => [
        entry.name,
        new TextDecoder().decode(extractZipEntry(bytes, entry)),
      ]),
    )
    expect([...parts.keys()].filter((name) => /worksheets\/sheet\d+\.xml$/.test(name))).toHaveLength(6)
    expect([...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(3)
    const groups = parts.get('xl/worksheets/sheet2.xml') ?? ''
    expect(groups).toMatch(/<f>SUM\(|<f>SUBTOTAL\(/)
    expect(groups).toContain('<v>2700000</v>')
    const texts = parts.get('xl/sharedStrings.xml') ?? [...parts.values()].join('')
    for (const said of ['每日走势：点击率', '计划数据表', '2025-06-02 至 2025-06-05', '绿山', '全线降价'])
      expect(texts).toContain(said)
  })

  test('the picture says title, period and source, in Chinese and in English, and is well formed', async () => {
    const svg = await picture()
    for (const said of [
      '渠道看板',
      '春茶&lt;上市&gt;',
      '2025-06-02 至 2025-06-05',
      '来源：计划数据表',
      '2,700,000',
    ])
      expect(svg).toContain(said)
    expect(svg).not.toContain('<上市>')
    expect(await picture('locale=en')).toContain('Source: data sheet of the plan')
    expect(await picture('from=2025-06-03&to=2025-06-03')).not.toContain('2,700,000')
  })

  test('one block alone can be taken, and the arrangement of whoever asks decides which there are', async () => {
    const params = { planId }
    const one = await picture('kind=groups')
    expect([one.includes('渠道对比'), one.includes('每日走势')]).toEqual([true, false])
    await owner.call(saveOwnBoardLayout, { params, body: { blocks: [CTR_TREND], version: 0 } })
    const own = await picture()
    expect([own.includes('渠道对比'), own.includes('每日走势')]).toEqual([false, true])
    await owner.call(saveOwnBoardLayout, { params, body: { blocks: null, version: 1 } })
  })

  test('whoever may not export gets neither', async () => {
    const { status } = await download('format=svg', new TestClient(server.origin))
    expect(status).toBe(401)
  })
})

describe('M5: saved layouts', () => {
  test('the own one is for oneself, the shared one for everybody and their links; null goes back', async () => {
    const params = { planId: await newPlan(owner, '布局') }
    const viewer = await server.join(owner, 'viewer')
    const layoutOf = async (person: Person) => (await person.call(getBoardLayout, { params })).body
    const none = { own: null, shared: null, ownVersion: 0, sharedVersion: 0 }
    expect(await layoutOf(owner)).toEqual(none)
    await viewer.call(saveOwnBoardLayout, { params, body: { blocks: [CTR_TREND, CTR_TREND], version: 0 } })
    expect((await layoutOf(viewer)).own).toHaveLength(2)
    expect(await layoutOf(owner)).toEqual(none)
    await owner.call(saveOwnBoardLayout, { params, body: { blocks: [...DEFAULT_BLOCKS], version: 0 } })
    const body = { blocks: [CTR_TREND], version: 0 }
    const saved = await owner.call(saveSharedBoardLayout, { params, body })
    expect(saved.body).toEqual({ own: null, shared: [CTR_TREND], ownVersion: 2, sharedVersion: 1 })
    expect(await layoutOf(viewer)).toMatchObject({ shared: [CTR_TREND], own: [CTR_TREND, CTR_TREND] })
    const made = await owner.call(createBoardShare, { params, body: { label: '客户' } })
    const token = made.body.url.split('/').at(-1)!
    const open = async () =>
      (await new TestClient(server.origin).call(openSharedBoard, { params: { token }, body: {} })).body.blocks
    expect(await open()).toEqual([CTR_TREND])
    await owner.call(saveSharedBoardLayout, { params, body: { blocks: null, version: 1 } })
    expect(await open()).toEqual(DEFAULT_BLOCKS)
    expect((await layoutOf(owner)).shared).toBeNull()
  })

  test('of two who arrange version 0 for everybody the second is refused and nothing of hers is kept', async () => {
    const params = { planId: await newPlan(owner, '两个人') }
    const planner = await server.join(owner, 'planner')
    const first = { blocks: [CTR_TREND], version: 0 }
    expect((await owner.call(saveSharedBoardLayout, { params, body: first })).status).toBe(200)
    const second = { blocks: [...DEFAULT_BLOCKS], version: 0 }
    const refused = await planner.call(saveSharedBoardLayout, { params, body: second })
    expect([refused.status, refused.problem?.code]).toEqual([409, 'wrong_state'])
    const { body } = await planner.call(getBoardLayout, { params })
    expect(body).toEqual({ own: null, shared: [CTR_TREND], ownVersion: 0, sharedVersion: 1 })
    // Going back to the default counts as a save: version 1 is no longer the one that stands.
    await owner.call(saveSharedBoardLayout, { params, body: { blocks: null, version: 1 } })
    const late = await planner.call(saveSharedBoardLayout, { params, body: { ...second, version: 1 } })
    expect(late.status).toBe(409)
    const seen = await planner.call(saveSharedBoardLayout, { params, body: { ...second, version: 2 } })
    expect(seen.body.sharedVersion).toBe(3)
  })

  test('while there is none only version 0 is saved; of ten who save the first one at once nine are told', async () => {
    const params = { planId: await newPlan(owner, '第一个') }
    for (const save of [saveOwnBoardLayout, saveSharedBoardLayout]) {
      const strange = await owner.call(save, { params, body: { blocks: [CTR_TREND], version: 3 } })
      expect([strange.status, strange.problem?.code]).toEqual([409, 'wrong_state'])
    }
    expect((await owner.call(getBoardLayout, { params })).body).toMatchObject({ own: null, shared: null })
    const first = await Promise.all(
      Array.from({ length: 10 }, () =>
        owner.call(saveSharedBoardLayout, { params, body: { blocks: [CTR_TREND], version: 0 } }),
      ),
    )
    expect(first.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ])
  })

  test('a viewer arranges for nobody else, and an arrangement of no blocks is refused', async () => {
    const params = { planId }
    const viewer = await server.join(owner, 'viewer')
    const body = { blocks: [CTR_TREND], version: 0 }
    expect((await viewer.call(saveSharedBoardLayout, { params, body })).status).toBe(403)
    const empty = { blocks: [], version: 0 }
    expect((await owner.call(saveOwnBoardLayout, { params, body: empty })).status).toBe(400)
  })
})

describe('M6: a board by another dimension', () => {
  test('by campaign: its funnel, the worst named; figures that name no campaign are in the total only', async () => {
    // Of a workspace of its own: rules move figures of all imports.
    const neighbour = await server.neighbour(owner)
    const params = { planId: await newPlan(neighbour, '信息流') }
    const report = reportOf([
      ['2025-06-02', '1', '信息流_萌宠', 10_000, 300, '500', 30],
      ['2025-06-02', '2', '信息流_测评', 10_000, 100, '300', 2],
      ['2025-06-03', '2', '信息流_测评', 10_000, 100, '300', 1],
    ])
    await importMetrics(neighbour, '信息流.csv', report)
    const target = { planId: params.planId, strategy: null, creator: null, shares: [] }
    const conditions = [
      { field: 'campaign' as const, operator: 'contains' as const, value: '信息流', part: null },
    ]
    const { version } = (await neighbour.call(getAssignment)).body
    await neighbour.call(saveAssignment, {
      body: { version, rules: [{ name: '信息流', conditions, target }] },
    })
    await neighbour.call(recordRoutes('metric_fact').create, {
      params,
      body: { values: { day: '2025-06-02', channel: '小红书', impressions: 5000, clicks: 50 } },
    })
    await neighbour.call(recordRoutes('target').create, {
      params,
      body: { values: { indicator: '小红书CTR', target: '≥2%' } },
    })
    const boardBy = async (by: BoardDimension) =>
      (await neighbour.call(getChannelBoard, { params, query: { by } })).body
    const { channels, funnel, total, dimension, omitted } = await boardBy('campaign')
    expect([dimension, omitted, total.values.impressions]).toEqual(['campaign', 0, 35_000])
    expect(channels.find(({ channel }) => channel === '信息流_测评')).toMatchObject({
      values: { impressions: 20_000, clicks: 200, conversions: 3 },
      marks: [],
    })
    expect(funnel.biggestLoss).toMatchObject({ channel: '信息流_测评', step: { name: 'clicks' } })
    expect((await boardBy('channel')).channels.flatMap(({ marks }) => marks)).toHaveLength(1)
    const empty = await newPlan(neighbour, '空')
    const { body } = await neighbour.call(getChannelBoard, {
      params: { planId: empty },
      query: { by: 'creator' },
    })
    expect(body).toMatchObject({ period: null, channels: [], omitted: 0 })
  })
})
