import { getAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { getEffectFacts, takeEffectFacts } from '@yingce/contracts/board/effect-facts'
import { getPlanBoard } from '@yingce/contracts/plan/board'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import type { RecordInput } from '@yingce/contracts/record/record-schema'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'
import { importMetrics, reportOf } from '../metrics/metrics.fixture.ts'

let server: TestServer
let home: Person
let owner: Person
let planId: string

beforeAll(async () => {
  server = await startTestServer()
  home = await server.setUp()
}, 60_000)
afterAll(() => server.close())
beforeEach(async () => {
  owner = await server.neighbour(home)
  planId = await newPlan(owner)
  await importMetrics(
    owner,
    'a.csv',
    reportOf([
      ['2025-06-01', '1834567890123456780', '春茶_新客', 1000, 20, '10.50', 2],
      ['2025-06-01', '1834567890123456781', '春茶_老客', 500, 10, '5.25', 1],
      ['2025-06-02', '1834567890123456780', '春茶_新客', 2000, 30, '20.00', 3],
    ]),
  )
  const { version } = (await owner.call(getAssignment)).body
  await owner.call(saveAssignment, {
    body: {
      version,
      rules: [
        {
          name: '春茶',
          conditions: [{ field: 'campaign', operator: 'contains', value: '春茶', part: null }],
          target: { planId, strategy: null, creator: null, shares: [] },
        },
      ],
    },
  })
})

const effects = recordRoutes('channel_effect')
const addRow = async (values: RecordInput<'channel_effect'> & { channel: string }) =>
  (await owner.call(effects.create, { params: { planId }, body: { values } })).body.id
const rows = async () =>
  (await owner.call(effects.list, { params: { planId }, query: {} })).body.items.map(({ values }) => [
    values.channel,
    values.content,
    values.clicks,
    values.cost,
  ])
const facts = async () => (await owner.call(getEffectFacts, { params: { planId } })).body
const take = async (recordIds: string[], channels: string[] = []) =>
  (await owner.call(takeEffectFacts, { params: { planId }, body: { recordIds, channels } })).body

describe('M12: the effect table takes the figures of assigned facts', () => {
  test('two contents are read by their campaigns; only the chosen one is written, the third has no facts', async () => {
    const [first] = (await facts()).items
    const channel = first?.channel ?? ''
    expect(first).toMatchObject({ recordId: null, computed: { clicks: 60, cost: 3575 } })
    const a = await addRow({ channel, content: '春茶_新客', clicks: 49, cost: 3050 })
    await addRow({ channel, content: '春茶_老客' })
    await addRow({ channel, content: '没有投放' })
    const { items, rowsWithoutFacts } = await facts()
    expect(items.map(({ content, before, computed }) => [content, before.clicks, computed.clicks])).toEqual([
      ['春茶_新客', 49, 50],
      ['春茶_老客', null, 10],
    ])
    expect(rowsWithoutFacts).toBe(1)
    expect(await take([a])).toEqual({ updated: 1, created: 0 })
    expect(await rows()).toEqual([
      [channel, '春茶_新客', 50, 3050],
      [channel, '春茶_老客', null, null],
      [channel, '没有投放', null, null],
    ])
    expect((await facts()).items.map(({ isChanged }) => isChanged)).toEqual([false, true])
  })

  test('a channel without a row gets one with 35.75 yuan, once', async () => {
    const channel = (await facts()).items[0]?.channel ?? ''
    expect(await take([], [channel])).toEqual({ updated: 0, created: 1 })
    expect(await take([], [channel])).toEqual({ updated: 0, created: 0 })
    expect(await rows()).toEqual([[channel, null, 60, 3575]])
  })

  test('a viewer reads and takes nothing; finance does not make rows', async () => {
    const viewer = await server.join(owner, 'viewer')
    expect((await viewer.call(getEffectFacts, { params: { planId } })).status).toBe(200)
    const body = { recordIds: [], channels: ['x'] }
    expect((await viewer.call(takeEffectFacts, { params: { planId }, body })).status).toBe(403)
    const finance = await server.join(owner, 'finance')
    expect((await finance.call(takeEffectFacts, { params: { planId }, body })).status).toBe(403)
  })
})

describe('R1: status of the effect table against its targets', () => {
  test('a CTR of 2 % meets ≥ 2 % and misses ≥ 3 %; a row that no target names has none', async () => {
    await addRow({ channel: '抖音', impressions: 1000, clicks: 20 })
    await addRow({ channel: '小红书', impressions: 1000, clicks: 20 })
    await addRow({ channel: '线下', impressions: 1000, clicks: 20 })
    const target = async (indicator: string, text: string) =>
      owner.call(recordRoutes('target').create, {
        params: { planId },
        body: { values: { indicator, target: text, startDate: '2025-06-01', endDate: '2025-06-30' } },
      })
    await target('抖音点击率', '≥2%')
    await target('小红书点击率', '≥3%')
    const { effect } = (await owner.call(getPlanBoard, { params: { planId } })).body
    expect(effect?.rows.map(({ channel, status, targets }) => [channel, status, targets[0]?.text])).toEqual([
      ['抖音', 'met', '≥2%'],
      ['小红书', 'missed', '≥3%'],
      ['线下', null, undefined],
    ])
  })
})
