import { createBoardShare, openSharedBoard } from '@yingce/contracts/board/board-share'
import { exportChannelBoard } from '@yingce/contracts/board/channel-board'
import { exportPeriodBoard } from '@yingce/contracts/board/period-board'
import { type RuleBody, getAssignment, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { listDoubleCounts, saveCalibration } from '@yingce/contracts/metrics/calibration'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { describe, expect, test } from 'vitest'
import { newPlan, type Person, type TestServer } from '../../../testing/test-server.ts'
import { eachInOwnWorkspace } from '../metrics.fixture.ts'
import { uuidV7 } from '../../../uuid-v7.ts'

let server: TestServer
let owner: Person
let home: Person
eachInOwnWorkspace((given) => ({ server, owner, home } = given), {
  clock: () => new Date('2025-06-13T02:00:00Z'),
})

const DAYS = ['2025-06-09', '2025-06-10', '2025-06-11', '2025-06-12']

async function push(source: string, values: object, { days = DAYS, currency = 'CNY' } = {}): Promise<string> {
  const rows = days.map((day) => ({ day, keys: { channel: '抖音', campaign: '春茶' }, values }))
  return (await owner.call(upsertMetricFacts, { body: { source, currency, rows } })).body.sourceId
}
async function planOfAll(): Promise<string> {
  const planId = await newPlan(owner)
  const { version } = (await owner.call(getAssignment)).body
  const rule: RuleBody = {
    name: '春茶',
    conditions: [{ field: 'campaign', operator: 'equals', value: '春茶', part: null }],
    target: { planId, strategy: null, creator: null, shares: [] },
  }
  await owner.call(saveAssignment, { body: { version, rules: [rule] } })
  return planId
}
async function picture(path: string): Promise<string> {
  const response = await fetch(`${owner.origin}${path}`, { headers: { cookie: owner.cookie } })
  expect(response.status).toBe(200)
  // Lines of a picture are broken into several texts.
  return (await response.text()).replaceAll(/<[^>]+>|\s/g, '')
}
const found = async (query: { planId?: string; from?: string; to?: string } = {}) =>
  (await owner.call(listDoubleCounts, { query })).body.items

describe('M11: what two sources report for the same channels and days', () => {
  test('clicks and cost of four days are named with their sums; sessions that one source has alone are not', async () => {
    const platformId = await push('巨量引擎', { clicks: 1000, cost: 50_000 })
    const otherId = await push('网站统计', { clicks: 900, cost: 50_000, sessions: 800 })
    const ids = { firstId: platformId, secondId: otherId, firstName: '巨量引擎', secondName: '网站统计' }
    const both = { ...ids, channels: ['抖音'], days: 4 }
    expect((await found()).toSorted((a, b) => a.metric.localeCompare(b.metric))).toEqual([
      { ...both, metric: 'clicks', currency: null, first: 4000, second: 3600 },
      { ...both, metric: 'cost', currency: 'CNY', first: 200_000, second: 200_000 },
    ])
    expect(await found({ from: '2025-06-11', to: '2025-06-12' })).toEqual([])
    expect(await found({ planId: await newPlan(owner) })).toEqual([])
  })

  test('a comparison answers it, also one that says that both are added; nobody else’s workspace is told', async () => {
    const platformId = await push('巨量引擎', { clicks: 1000 })
    const otherId = await push('网站统计', { clicks: 900 })
    expect(await found()).toHaveLength(1)
    expect((await home.call(listDoubleCounts, { query: {} })).body.items).toEqual([])
    const pair = { id: uuidV7(), metric: 'clicks', platformId, otherId, tolerance: 0.05 } as const
    const saved = await owner.call(saveCalibration, {
      body: { version: 0, pairs: [{ ...pair, trusted: 'platform', counted: 'both' }] },
    })
    expect(saved.status).toBe(200)
    expect(await found()).toEqual([])
  })

  test('rows by hand of a plan and imported ones of none meet on no board, and are not named; two imports are', async () => {
    const planId = await newPlan(owner)
    await push('巨量引擎', { conversions: 40 })
    await owner.call(recordRoutes('metric_fact').createMany, {
      params: { planId },
      body: { items: DAYS.map((day) => ({ values: { day, channel: '抖音', conversions: 38 } })) },
    })

    expect(await found()).toEqual([])
    await push('另一家统计', { conversions: 41 })
    expect((await found()).map(({ metric, days }) => [metric, days])).toEqual([['conversions', 4]])
  })

  test('files of boards and shared links say it like the board, of what they show: no money by a link without, no dollars on a board of yuan', async () => {
    await push('巨量引擎', { clicks: 1000, cost: 50_000 })
    await push('网站统计', { clicks: 900, cost: 50_000 })
    for (const source of ['US ads', 'US shop']) await push(source, { orders: 5 }, { currency: 'USD' })
    const planId = await planOfAll()
    expect((await found({ planId })).map(({ metric }) => metric).toSorted()).toEqual([
      'clicks',
      'cost',
      'orders',
    ])

    const clicks =
      '点击：巨量引擎（4,000）与网站统计（3,600）都上报了抖音的4天，现在相加为7,600，可能重复计算。'
    const cost = '现在相加为¥4,000'
    for (const path of [
      `${exportChannelBoard.path.replace('{planId}', planId)}?format=svg`,
      `${exportPeriodBoard.path}?format=svg&period=2025-Q2`,
    ]) {
      const chinese = await picture(path)
      for (const said of [clicks, cost]) expect(chinese).toContain(said)
      expect(chinese).not.toContain('USads（')
      expect(await picture(`${path}&locale=en`)).toContain('bothreport4daysof抖音;theyareaddedto7,600')
    }

    const open = async (isMoneyShown: boolean, by: 'channel' | 'campaign' = 'channel') => {
      const { body } = await owner.call(createBoardShare, {
        params: { planId },
        body: { label: '代理', isMoneyShown },
      })
      const token = body.url.split('/').at(-1) ?? ''
      return (await server.stranger().call(openSharedBoard, { params: { token }, body: { by } })).body
        .doubleCounts
    }
    const [told, ...more] = await open(false)
    expect([told, more]).toEqual([
      {
        metric: 'clicks',
        currency: null,
        channels: ['抖音'],
        days: 4,
        firstName: '巨量引擎',
        secondName: '网站统计',
        first: 4000,
        second: 3600,
      },
      [],
    ])
    expect((await open(true)).map(({ metric }) => metric).toSorted()).toEqual(['clicks', 'cost'])
    expect(await open(true, 'campaign')).toEqual([])
  })

  test('a period is asked for by both ends and at most 1,100 days', async () => {
    const refused = async (query: { from?: string; to?: string }) =>
      (await owner.call(listDoubleCounts, { query })).problem?.issues[0]?.code
    expect(await refused({ from: '2025-06-01' })).toBe('both_ends')
    expect(await refused({ from: '2025-06-02', to: '2025-06-01' })).toBe('end_before_start')
    expect(await refused({ from: '2022-01-01', to: '2025-06-01' })).toBe('too_long')
  })
})
