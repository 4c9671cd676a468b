import { getAssignment, type RuleBody, saveAssignment } from '@yingce/contracts/assignment/assignment'
import { getChannelBoard } from '@yingce/contracts/board/channel-board'
import { getPeriodBoard } from '@yingce/contracts/board/period-board'
import { type CalibrationPair, getCalibration, saveCalibration } from '@yingce/contracts/metrics/calibration'
import { upsertMetricFacts } from '@yingce/contracts/metrics/metric-facts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newPlan, type Person, type TestServer } from '../../../testing/test-server.ts'
import { uuidV7 } from '../../../uuid-v7.ts'
import { eachInOwnWorkspace, query } from '../metrics.fixture.ts'

let server: TestServer
let owner: Person
let home: Person
eachInOwnWorkspace((given) => ({ server, owner, home } = given))

type Values = Partial<
  Record<'impressions' | 'clicks' | 'conversions' | 'sessions' | 'cost' | 'reach', number>
>
type Fact = readonly [day: string, channel: string | null, values: Values, campaign?: string]

async function push(source: string, rows: readonly Fact[], currency = 'CNY'): Promise<string> {
  const { body, problem } = await owner.call(upsertMetricFacts, {
    body: {
      source,
      currency,
      rows: rows.map(([day, channel, values, campaign]) => ({
        day,
        keys: { ...(channel === null ? {} : { channel }), ...(campaign === undefined ? {} : { campaign }) },
        values,
      })),
    },
  })
  expect(problem).toBeUndefined()
  return body.sourceId
}

type Setting = Partial<CalibrationPair> & Pick<CalibrationPair, 'platformId' | 'otherId'>

async function calibrate(...settings: Setting[]) {
  const { version } = (await owner.call(getCalibration, { query: {} })).body
  const pairs = settings.map((setting): CalibrationPair => ({
    id: uuidV7(),
    metric: 'clicks',
    tolerance: 0.05,
    trusted: 'other',
    counted: 'trusted_by_channel',
    ...setting,
  }))
  const { problem } = await owner.call(saveCalibration, { body: { version, pairs } })
  return problem?.issues[0]?.code
}

/** All facts of these campaigns go to a new plan. */
async function planOf(...campaigns: string[]): Promise<string> {
  const planId = await newPlan(owner)
  const { body } = await owner.call(saveAssignment, {
    body: {
      version: (await owner.call(getAssignment)).body.version,
      rules: campaigns.map((value): RuleBody => ({
        name: value,
        conditions: [{ field: 'campaign', operator: 'equals', value, part: null }],
        target: { planId, strategy: null, creator: null, shares: [] },
      })),
    },
  })
  expect(body.rules).toHaveLength(campaigns.length)
  return planId
}

/** From the sums by day, and with people among the metrics from the facts: both have to say the same. */
async function figures(metrics: string[], groupBy: string[] = [], filters: Record<string, string[]> = {}) {
  const rows = await query(owner, { metrics, groupBy, filters })
  const ofFacts = await query(owner, { metrics: [...metrics, 'reach'], groupBy, filters })
  const said = (all: typeof rows) =>
    all.map(({ group, values }) => [...Object.values(group), ...metrics.map((metric) => values[metric])])
  expect(said(ofFacts)).toEqual(said(rows))
  return said(rows)
}

const DAY = '2025-06-10'
const NEXT = '2025-06-11'
const LAST = '2025-06-12'

/** 10,000 clicks of the platform; analytics has 9,200 of them on two days, and 80 of a channel of its own. */
async function twoSources() {
  const platformId = await push('巨量引擎', [
    [DAY, '抖音', { impressions: 200_000, clicks: 6000, conversions: 60, cost: 300_000 }],
    [NEXT, '抖音', { impressions: 100_000, clicks: 4000, conversions: 40, cost: 200_000 }],
    [LAST, '抖音', { impressions: 10_000, clicks: 500, conversions: 5, cost: 25_000 }],
  ])
  const otherId = await push('GA4', [
    [DAY, '抖音', { clicks: 5500, conversions: 50, sessions: 5000 }],
    [NEXT, '抖音', { clicks: 3700, conversions: 30, sessions: 3600 }],
    [NEXT, '直接访问', { clicks: 80, conversions: 8, sessions: 90 }],
  ])
  return { platformId, otherId }
}

describe('M11, M5: of two compared sources', () => {
  test('19,780 clicks are the sum of both until one is to count: then 9,200 + 80 of analytics and 500 of the day it lacks', async () => {
    const ids = await twoSources()
    expect(await figures(['clicks', 'conversions'])).toEqual([[19_780, 193]])
    await calibrate({ ...ids, counted: 'both' })
    expect(await figures(['clicks'])).toEqual([[19_780]])
    await calibrate(ids)
    // Conversions are not compared, and add up as before.
    expect(await figures(['clicks', 'conversions'])).toEqual([[9780, 193]])
    expect(await figures(['clicks'], ['channel'])).toEqual([
      ['抖音', 9700],
      ['直接访问', 80],
    ])
    await calibrate({ ...ids, trusted: 'platform' })
    expect(await figures(['clicks'])).toEqual([[10_580]])
    // What one source says of itself stays as it is.
    expect(
      (await query(owner, { metrics: ['clicks'], groupBy: ['source'] }))
        .map(({ values }) => values['clicks'])
        .toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual([9280, 10_500])
  })

  test('whole days: analytics without channels takes the place of both channels of the platform', async () => {
    const platformId = await push('巨量引擎', [
      [DAY, '抖音', { clicks: 6000, cost: 600_000 }],
      [DAY, '头条', { clicks: 2000, cost: 200_000 }],
      [NEXT, '头条', { clicks: 100, cost: 10_000 }],
    ])
    const otherId = await push('百度统计', [[DAY, null, { clicks: 7500 }]])
    await calibrate({ platformId, otherId })
    expect(await figures(['clicks'])).toEqual([[15_600]])
    await calibrate({ platformId, otherId, counted: 'trusted_by_day' })
    expect(await figures(['clicks', 'cpc'])).toEqual([[7600, 810_000 / 7600]])
    expect(await figures(['clicks', 'cost'], ['channel'])).toEqual([
      ['头条', 100, 210_000],
      ['抖音', null, 600_000],
      [null, 7500, null],
    ])
    // Asked for one channel the day is still that of the trusted source.
    expect(await figures(['clicks'], [], { channel: ['头条'] })).toEqual([[100]])
  })

  test('a ratio puts the cost of the platform over the conversions of analytics: 525,000 fen / 85', async () => {
    const ids = await twoSources()
    await calibrate({ ...ids, metric: 'conversions' })
    // 80 of analytics, 5 of the day that it lacks; its 8 of another channel have no cost.
    expect(await figures(['conversions', 'cpa'])).toEqual([[93, 525_000 / 85]])
    // Analytics has both parts itself: the platform's clicks do not come under its conversions.
    expect(await figures(['cvrClick'])).toEqual([[(80 + 8 + 5) / (9200 + 80 + 500)]])
    await calibrate({ ...ids, metric: 'conversions' }, ids)
    expect(await figures(['clicks', 'ctr', 'cvrClick'])).toEqual([[9780, 9700 / 310_000, 93 / 9780]])
    expect(await figures(['ctr'], ['channel'])).toEqual([
      ['抖音', 9700 / 310_000],
      ['直接访问', null],
    ])
  })

  test('a source is set aside within the plan only: where analytics is of no plan, the plan keeps the figures of the platform', async () => {
    const platformId = await push('巨量引擎', [
      [DAY, '抖音', { clicks: 600 }, '春茶'],
      [NEXT, '抖音', { clicks: 400 }, '春茶'],
    ])
    const otherId = await push('GA4', [
      [DAY, '抖音', { clicks: 550 }, '春茶'],
      [NEXT, '抖音', { clicks: 370 }, '未归属'],
    ])
    const planId = await planOf('春茶')
    await calibrate({ platformId, otherId })
    expect(await figures(['clicks'], ['plan'])).toEqual([
      [planId, 950],
      [null, 370],
    ])
    expect(await figures(['clicks'], ['task'], { plan: [planId] })).toEqual([[null, 950]])
    const { body: board } = await owner.call(getChannelBoard, { params: { planId }, query: {} })
    expect(board.total.values.clicks).toBe(950)
    expect(board.setAside).toMatchObject([
      { metric: 'clicks', trusted: 'GA4', other: '巨量引擎', counted: 550, setAside: 600 },
    ])
    const { body: quarter } = await owner.call(getPeriodBoard, { query: { period: '2025-Q2' } })
    expect(quarter.total.values.clicks).toBe(1320)
    expect(quarter.setAside).toMatchObject([{ counted: 550, setAside: 600 }])
    await calibrate()
    expect((await owner.call(getChannelBoard, { params: { planId }, query: {} })).body.setAside).toEqual([])
  })

  test('two that are each set aside for the other are refused, and so is a source of another currency', async () => {
    const { platformId, otherId } = await twoSources()
    const foreign = await push('US shop', [[DAY, 'TikTok', { clicks: 5 }]], 'USD')
    expect(await calibrate({ platformId, otherId }, { platformId: otherId, otherId: platformId })).toBe(
      'circle_of_trust',
    )
    expect(await calibrate({ platformId, otherId: foreign })).toBe('counted_currency_differs')
    expect(await calibrate({ platformId, otherId: foreign, counted: 'both' })).toBeUndefined()
    expect(
      await calibrate(
        { platformId, otherId },
        { platformId: otherId, otherId: platformId, trusted: 'platform' },
      ),
    ).toBeUndefined()
  })

  test('whatever three sources say and which of them count: each place has the figures that no trusted source has', async () => {
    const figure = fc.option(fc.integer({ min: 1, max: 500 }), { nil: null })
    const fact = fc
      .record({
        source: fc.constantFrom('甲', '乙', '丙'),
        day: fc.constantFrom(DAY, NEXT, LAST),
        named: fc.constantFrom('抖音', '小红书'),
        clicks: figure,
        cost: fc.integer({ min: 1, max: 900 }),
      })
      // The last one knows no channels at all.
      .map(({ named, ...rest }) => ({ ...rest, channel: rest.source === '丙' ? null : named }))
    const facts = fc.uniqueArray(fact, {
      minLength: 3,
      maxLength: 16,
      selector: ({ source, day, channel }) => `${source} ${day} ${channel}`,
    })
    const counted = fc.constantFrom('trusted_by_channel' as const, 'trusted_by_day' as const)
    await fc.assert(
      fc.asyncProperty(facts, fc.array(counted, { minLength: 1, maxLength: 3 }), async (rows, modes) => {
        owner = await server.neighbour(home)
        const ids = new Map<string, string>()
        for (const name of ['甲', '乙', '丙']) {
          const own = rows.filter(({ source }) => source === name)
          const said = own.map(({ day, channel, clicks, cost }): Fact => [
            day,
            channel,
            { cost, ...(clicks === null ? {} : { clicks }) },
          ])
          // A source has to be there to be compared.
          ids.set(name, await push(name, said.length > 0 ? said : [['2024-01-01', null, { cost: 1 }]]))
        }
        const over = [
          ['甲', '乙'],
          ['乙', '丙'],
          ['甲', '丙'],
        ] as const
        const pairs = modes.flatMap((mode, index) => {
          const pair = over[index]
          return pair === undefined ? [] : [{ mode, trusted: pair[0], other: pair[1] }]
        })
        await calibrate(
          ...pairs.map(({ mode, trusted, other }) => ({
            platformId: ids.get(trusted) ?? '',
            otherId: ids.get(other) ?? '',
            trusted: 'platform' as const,
            counted: mode,
          })),
        )
        const counts = (row: (typeof rows)[number]) =>
          row.clicks !== null &&
          !pairs.some(
            ({ mode, trusted, other }) =>
              row.source === other &&
              rows.some(
                (better) =>
                  better.source === trusted &&
                  better.clicks !== null &&
                  better.day === row.day &&
                  (mode === 'trusted_by_day' || better.channel === row.channel),
              ),
          )
        const left = rows.filter(counts)
        const sum = left.length === 0 ? null : left.reduce((all, { clicks }) => all + (clicks ?? 0), 0)
        const cost = rows.reduce((all, row) => all + row.cost, 0)
        expect(await figures(['clicks', 'cost'])).toEqual([[sum, cost]])
        for (const [channel, clicks] of await figures(['clicks', 'cpc'], ['channel'])) {
          const own = left.filter((row) => row.channel === channel)
          expect(clicks).toBe(own.length === 0 ? null : own.reduce((all, row) => all + (row.clicks ?? 0), 0))
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 120_000)
})
