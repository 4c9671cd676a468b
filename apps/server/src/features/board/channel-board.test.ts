import {
  createBoardShare,
  listBoardShares,
  openSharedBoard,
  previewSharedBoard,
  revokeBoardShare,
} from '@yingce/contracts/board/board-share'
import { getChannelBoard } from '@yingce/contracts/board/channel-board'
import { getPlan, listPlans } from '@yingce/contracts/plan/plan'
import { getPlanBoard } from '@yingce/contracts/plan/board'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestClient } from '../../testing/test-client.ts'
import { newPlan, type Person, startTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let owner: Person
let planId: string
let now = new Date('2025-06-12T02:00:00Z')

const WEEK = { from: '2025-06-02', to: '2025-06-08' }
/** Worked example 15 over a week: 小红书 1,200,000 exposures and CVR 1.8 %; 抖音 10万, CTR 2.2 %, CVR 1.6 %. */
const FACTS = [
  ['2025-05-27', '小红书', 600_000, 30_000, 450, null],
  ['2025-06-02', '小红书', 700_000, 30_000, 500, null],
  ['2025-06-06', '小红书', 500_000, 30_000, 580, null],
  ['2025-06-03', '抖音', 1_500_000, 33_000, 500, 7_000_000],
  ['2025-06-05', '抖音', 500_000, 11_000, 204, 3_000_000],
] as const
const RIVAL = {
  competitor: '绿山',
  move: 'price_change',
  name: '全线降价',
  source: 'https://example.com/sale',
}

beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  owner = await server.setUp()
  planId = await newPlan(owner, '春茶上市')
  const params = { planId }
  await owner.call(recordRoutes('metric_fact').createMany, {
    params,
    body: {
      items: FACTS.map(([day, channel, impressions, clicks, conversions, cost]) => ({
        values: { day, channel, impressions, clicks, conversions, cost },
      })),
    },
  })
  await owner.call(recordRoutes('target').createMany, {
    params,
    body: {
      items: [
        { values: { indicator: '抖音CTR', target: '≥2%' } },
        { values: { indicator: '转化率', target: '≥1.7%', dimension: '小红书' } },
        { values: { indicator: 'CPA', target: '≤100元' } },
      ],
    },
  })
  await owner.call(recordRoutes('adjustment').create, {
    params,
    body: { values: { name: '换首图', changedOn: '2025-06-04', channel: '抖音' } },
  })
  await owner.call(recordRoutes('competitor_event').createMany, {
    params,
    body: {
      items: [
        { values: { ...RIVAL, startDate: '2025-05-30', endDate: '2025-06-03' } },
        { values: { ...RIVAL, name: '发新品', startDate: '2025-06-20' } },
      ],
    },
  })
})
afterAll(() => server.close())

const board = async (query: { from?: string; to?: string } = {}) =>
  (await owner.call(getChannelBoard, { params: { planId }, query })).body
const share = async (body: { label: string; password?: string; isMoneyShown?: boolean; days?: number }) => {
  const made = await owner.call(createBoardShare, { params: { planId }, body })
  return { id: made.body.share.id, token: made.body.url.split('/').at(-1)! }
}
const nobody = () => new TestClient(server.origin)

describe('M5: channel board', () => {
  test('a week gives worked example 15: 1,200,000 exposures and 1.8 %; 100,000 元, 2.2 % and 1.6 %', async () => {
    const { channels, total, comparedTo } = await board(WEEK)
    const of = (name: string) => channels.find(({ channel }) => channel === name)
    expect(of('小红书')?.values).toMatchObject({ impressions: 1_200_000, cvrClick: 0.018, cost: null })
    expect(of('抖音')?.values).toMatchObject({ cost: 10_000_000, ctr: 0.022, cvrClick: 0.016 })
    expect(of('小红书')?.previous).toMatchObject({ impressions: 600_000, cvrClick: 0.015 })
    expect(of('抖音')?.previous).toBeNull()
    expect(comparedTo).toEqual({ from: '2025-05-26', to: '2025-06-01' })
    expect(total.values).toMatchObject({ impressions: 3_200_000, clicks: 104_000, conversions: 1784 })
    expect(of('抖音')?.marks).toMatchObject([{ metric: 'ctr', status: 'met' }])
    expect(of('小红书')?.marks).toMatchObject([{ metric: 'cvrClick', status: 'met' }])
    // Cost ÷ conversions over the rows that have both: the notes have no cost.
    expect(total.values.cpa).toBe(10_000_000 / 704)
    expect(total.marks).toMatchObject([{ metric: 'cpa', status: 'missed' }])
  })

  test('each total is the sum of its channels and of its days; a channel without cost has none, not 0', async () => {
    const { channels, total, daily, channelDaily } = await board()
    for (const metric of ['impressions', 'clicks', 'conversions', 'cost'] as const) {
      const sum = (rows: readonly { values: Partial<Record<string, number | null>> }[]) =>
        rows.reduce((all, { values }) => all + (values[metric] ?? 0), 0)
      expect([sum(channels), sum(daily), sum(channelDaily)]).toEqual(Array(3).fill(total.values[metric]))
    }
    expect(daily).toHaveLength(5)
  })

  test('a price cut of a competitor from 30 May to 3 June is marked on the board of 2 to 8 June, one of 20 June is not', async () => {
    const { events } = await board(WEEK)
    expect(events).toEqual([
      {
        kind: 'competitor',
        day: '2025-05-30',
        endDay: '2025-06-03',
        name: '全线降价',
        competitor: '绿山',
        channel: null,
        source: 'https://example.com/sale',
      },
      expect.objectContaining({ kind: 'adjustment', day: '2025-06-04', name: '换首图', channel: '抖音' }),
    ])
    const { body: plan } = await owner.call(getPlanBoard, { params: { planId } })
    expect(plan.events).toEqual(events)
    const refused = await owner.call(recordRoutes('competitor_event').create, {
      params: { planId },
      body: { values: { name: '降价', move: 'rumour' as 'campaign' } },
    })
    expect(refused.problem?.issues[0]?.path).toBe('body.values.move')
  })

  test('funnel and grades come with their arithmetic', async () => {
    const { funnel, channels } = await board(WEEK)
    expect(funnel.biggestLoss).toMatchObject({ channel: '抖音', step: { name: 'conversions' } })
    expect(channels.find(({ channel }) => channel === '抖音')).toMatchObject({
      quality: { kind: 'all_channels' },
      cost: { base: 10_000, kind: 'plan_target' },
      grade: { missing: ['retention'] },
    })
  })

  test('users who stayed, filled in by hand for the week, complete the grade: 24 % against the 20 % of the target', async () => {
    const { create } = recordRoutes('metric_fact')
    const put = async (day: string, retainedUsers: number) =>
      owner.call(create, {
        params: { planId },
        body: { values: { day, channel: '抖音', content: '留存', cohortUsers: 500, retainedUsers } },
      })
    const { body: first } = await put('2025-06-03', 400)
    const { body: last } = await put('2025-06-06', 120)
    const target = await owner.call(recordRoutes('target').create, {
      params: { planId },
      body: { values: { indicator: '留存率', target: '≥20%' } },
    })
    const row = (await board(WEEK)).channels.find(({ channel }) => channel === '抖音')
    expect(row?.retention).toEqual({
      metric: 'retentionRate',
      actual: 0.24,
      base: 0.2,
      kind: 'plan_target',
      asOf: '2025-06-06',
    })
    expect(row?.grade.missing).toEqual([])
    expect(row?.grade.steps.map(({ dimension }) => dimension)).toEqual(['quality', 'cost', 'retention'])
    for (const [entity, id] of [
      ['metric_fact', first.id],
      ['metric_fact', last.id],
      ['target', target.body.id],
    ] as const)
      await owner.call(recordRoutes(entity).remove, { params: { planId, recordId: id } })
    expect((await board(WEEK)).channels.map(({ retention }) => retention)).toEqual([null, null])
  })

  test('a plan without facts has no period; one end alone and an end before its start are refused', async () => {
    const empty = await newPlan(owner, '空')
    const { body } = await owner.call(getChannelBoard, { params: { planId: empty }, query: {} })
    expect(body).toMatchObject({ period: null, data: null, channels: [], hasEffectTable: false })
    const refused = async (query: { from?: string; to?: string }) =>
      (await owner.call(getChannelBoard, { params: { planId }, query })).problem?.issues[0]?.code
    expect(await refused({ from: '2025-06-02' })).toBe('both_ends')
    expect(await refused({ from: '2025-06-03', to: '2025-06-02' })).toBe('end_before_start')
  })
})

describe('M5: read-only share link', () => {
  test('shows the board signed out and counts the views; without money nothing of money is in the answer', async () => {
    const { id, token } = await share({ label: '代理商' })
    const guest = nobody()
    expect((await guest.call(previewSharedBoard, { params: { token } })).body).toEqual({ hasPassword: false })
    const { status, body } = await guest.call(openSharedBoard, { params: { token }, body: {} })
    expect(status).toBe(200)
    expect(body.total.values).toMatchObject({ impressions: 3_800_000 })
    expect(body.metrics).toEqual(['impressions', 'clicks', 'ctr', 'conversions', 'cvrClick'])
    expect(JSON.stringify(body)).not.toMatch(/"(cost|revenue|roas)":-?\d|10000000|7000000|≤100元|换首图|绿山/)
    await guest.call(openSharedBoard, { params: { token }, body: WEEK })
    const { body: list } = await owner.call(listBoardShares, { params: { planId } })
    expect(list.items.find((one) => one.id === id)).toMatchObject({ viewCount: 1, state: 'open' })
  })

  test('opens nothing else: plans, the plan and its records stay closed to whoever has the link', async () => {
    const { token } = await share({ label: '客户', isMoneyShown: true })
    const guest = nobody()
    const { body } = await guest.call(openSharedBoard, { params: { token }, body: {} })
    expect(body.total.values.cost).toBe(10_000_000)
    expect(body.events).toEqual([])
    guest.token = token
    for (const answer of [
      await guest.call(listPlans),
      await guest.call(getPlan, { params: { planId } }),
      await guest.call(getChannelBoard, { params: { planId }, query: {} }),
      await guest.call(recordRoutes('task').list, { params: { planId }, query: {} }),
    ])
      expect(answer.status).toBe(401)
    expect(guest.cookie).toBe('')
  })

  test('of the link and its password only hashes are kept', async () => {
    const { id, token } = await share({ label: '老板', password: 'green-tea' })
    const [row] = await server.rows<{ hash: string; password_hash: string }>(
      owner.session.workspace!.id,
      `select encode(token_hash, 'hex') as hash, password_hash from board_share where id = $1`,
      [id],
    )
    expect(row?.hash).toHaveLength(64)
    expect(row?.password_hash).toMatch(/^\$argon2id\$/)
    expect(JSON.stringify(row)).not.toContain(token.slice(22))
  })

  test('a wrong password is refused and after five tries has to wait, the right one opens', async () => {
    const { token } = await share({ label: '老板', password: 'green-tea' })
    const guest = nobody()
    const open = async (password: string) =>
      (await guest.call(openSharedBoard, { params: { token }, body: { password } })).status
    expect(await open('green-tea')).toBe(200)
    const tries = []
    for (let each = 0; each < 8; each += 1) tries.push(await open('black-tea'))
    expect(tries.slice(0, 5)).toEqual([403, 403, 403, 403, 403])
    expect(tries).toContain(429)
    expect(await open('green-tea')).toBe(429)
  })

  test('revoked and expired links are 404, like one that never was', async () => {
    const { id, token } = await share({ label: '客户' })
    const short = await share({ label: '一天', days: 1 })
    const status = async (link: string) =>
      (await nobody().call(openSharedBoard, { params: { token: link }, body: {} })).status
    expect(await status(token)).toBe(200)
    await owner.call(revokeBoardShare, { params: { planId, shareId: id } })
    expect([await status(token), await status('A'.repeat(65)), await status(short.token)]).toEqual([
      404, 404, 200,
    ])
    now = new Date('2025-06-13T03:00:00Z')
    expect(await status(short.token)).toBe(404)
    const { body } = await owner.call(listBoardShares, { params: { planId } })
    expect(body.items.find(({ label }) => label === '一天')?.state).toBe('expired')
  })

  test('whoever may not change the plan can neither make nor list links', async () => {
    const viewer = await server.join(owner, 'viewer')
    const made = await viewer.call(createBoardShare, { params: { planId }, body: { label: 'x' } })
    expect([made.status, (await viewer.call(listBoardShares, { params: { planId } })).status]).toEqual([
      403, 403,
    ])
  })
})
