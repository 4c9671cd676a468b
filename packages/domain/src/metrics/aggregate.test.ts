import { describe, expect, test } from 'vitest'
import { aggregate } from './aggregate.ts'
import type { MetricFact } from './aggregate.ts'
import { calibrate } from './calibrate.ts'
import { BUILT_IN_METRICS } from './metric-dictionary.ts'

/** Three channels of which the third, offline, has no clicks; money in fen. */
const CHANNELS: readonly MetricFact[] = [
  { date: '2025-09-30', values: { impressions: 2_000_000, clicks: 40_000, conversions: 800, cost: 100_000 } },
  { date: '2025-09-30', values: { impressions: 500_000, clicks: 20_000, conversions: 100, cost: 50_000 } },
  { date: '2025-09-30', values: { impressions: null, clicks: null, conversions: 300, cost: 30_000 } },
]

function of(key: string, facts: readonly MetricFact[], isDisjoint = false) {
  return aggregate(key, facts, BUILT_IN_METRICS, { isDisjoint })
}

function days(key: string, values: readonly (number | null)[]): MetricFact[] {
  return values.map((value, index) => ({ date: `2025-09-0${index + 1}`, values: { [key]: value } }))
}

describe('putting rows together by the kind of a metric (M2, rule 6)', () => {
  test('a flow is summed over the rows that have it', () => {
    expect(of('cost', CHANNELS)).toMatchObject({ value: 180_000, rows: 3 })
    expect(of('clicks', CHANNELS)).toMatchObject({ value: 60_000, rows: 2 })
  })

  test('CTR 2 % and 4 % are 60,000 / 2,500,000 = 2.4 %, not their mean of 3 %', () =>
    expect(of('ctr', CHANNELS)).toMatchObject({ value: 0.024, totals: { clicks: 60_000 } }))

  test('the row without clicks stays out of the CVR: 900 / 60,000 = 1.5 %, and its cost stays in the CPA', () => {
    expect(of('cvrClick', CHANNELS)).toMatchObject({ value: 0.015, rows: 2 })
    expect(of('cpa', CHANNELS)).toMatchObject({ value: 150, rows: 3 })
  })

  test('ROAS 5 with an increment of the same size is an ROI of 4 (worked example 5)', () => {
    const fact = { date: '2025-09-30', values: { cost: 100, revenue: 500, incrementalRevenue: 500 } }
    expect(of('roas', [fact]).value).toBe(5)
    expect(of('roi', [fact]).value).toBe(4)
    expect(of('roi', [{ ...fact, values: { cost: 100, revenue: 500 } }])).toMatchObject({ reason: 'no_data' })
  })

  test('a ratio over zero is "—", without rows it is no data', () => {
    expect(of('cpc', [{ date: '2025-09-01', values: { cost: 5, clicks: 0 } }])).toMatchObject({
      value: null,
      reason: 'zero_base',
    })
    expect(of('cpc', [])).toMatchObject({ value: null, reason: 'no_data' })
  })

  test('a level is the last value of the period, never a sum: 100, 120, missing is 120 of 2 September', () =>
    expect(of('followers', days('followers', [100, 120, null]))).toMatchObject({
      value: 120,
      asOf: '2025-09-02',
    }))

  test('levels of two channels on one day do not add', () => {
    const facts = [100, 50].map((followers) => ({ date: '2025-09-01', values: { followers } }))
    expect(of('followers', facts)).toMatchObject({ value: null, reason: 'not_additive', rows: 2 })
  })

  test('unique people do not add over days (不可加总) unless the source says the parts are disjoint (rule 13)', () => {
    const facts = days('reach', [100, 200])
    expect(of('reach', facts)).toEqual({ value: null, reason: 'not_additive', rows: 2 })
    expect(of('reach', facts, true)).toMatchObject({ value: 300 })
    expect(of('reach', facts.slice(1))).toMatchObject({ value: 200 })
  })

  test('a rate of unique people over two days has no value either', () => {
    const facts = [1, 2].map((day) => ({
      date: `2025-09-0${day}`,
      values: { reach: 80, targetAudience: 100 },
    }))
    expect(of('reachRate', facts)).toMatchObject({ value: null, reason: 'not_additive' })
    expect(of('reachRate', facts.slice(1))).toMatchObject({ value: 0.8 })
  })

  test('followers entered on a day of their own serve the engagement rate of the whole week', () => {
    const facts = [...days('engagements', [30, 20]), { date: '2025-09-05', values: { followers: 1_000 } }]
    expect(of('engagementRateCreator', facts)).toMatchObject({ value: 0.05 })
  })

  test('a survey value keeps its wave and its sample', () => {
    const waves = [
      { date: '2025-06-30', values: { awareness: 0.3 }, sampleSize: 400 },
      { date: '2025-09-30', values: { awareness: 0.4 }, sampleSize: 500 },
    ]
    expect(of('awareness', waves)).toMatchObject({ value: 0.4, asOf: '2025-09-30', sampleSize: 500 })
  })

  test('CAC is cost per new customer and CPA cost per conversion: two figures', () => {
    const fact = { date: '2025-09-01', values: { cost: 1_000, conversions: 20, newCustomers: 5 } }
    expect([of('cpa', [fact]).value, of('cac', [fact]).value]).toEqual([50, 200])
  })
})

describe('two sources of one metric (M11)', () => {
  test('10,000 clicks against 9,200 are a gap of 8.0 % of the platform figure (worked example 17)', () =>
    expect(calibrate([{ platform: 10_000, other: 9_200 }], 0.05)).toEqual({
      difference: 800,
      gap: 0.08,
      isOverTolerance: true,
      pairs: 1,
    }))

  test('a day that one source lacks is missing data, not a gap of 100 %', () =>
    expect(
      calibrate(
        [
          { platform: 1_000, other: 950 },
          { platform: 1_000, other: null },
        ],
        0.05,
      ),
    ).toMatchObject({ gap: 0.05, isOverTolerance: false, pairs: 1 }))

  test('more in the second source is a negative gap and counts the same', () =>
    expect(calibrate([{ platform: 100, other: 120 }], 0.1)).toMatchObject({
      gap: -0.2,
      isOverTolerance: true,
    }))

  test('nothing to compare gives null', () => {
    expect(calibrate([{ platform: 0, other: 5 }], 0.1)).toBeNull()
    expect(calibrate([{ platform: null, other: 5 }], 0.1)).toBeNull()
  })
})
