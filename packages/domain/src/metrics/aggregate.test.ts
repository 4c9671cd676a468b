import { describe, expect, test } from 'vitest'
import { aggregate, expandFormula } from './aggregate.ts'
import type { MetricFact } from './aggregate.ts'
import { calibrate } from './calibrate.ts'
import { formatFormula } from './format-formula.ts'
import type { MetricDefinition } from './metric-definition.ts'
import { BUILT_IN_METRICS, withDefinitions } from './metric-dictionary.ts'
import { parseFormula } from './parse-formula.ts'

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

describe('every part of the answer (M2, rule 6)', () => {
  test('of a flow: the sum and its rows, no day and no sample', () =>
    expect(of('clicks', CHANNELS)).toEqual({
      value: 60_000,
      reason: null,
      rows: 2,
      asOf: null,
      sampleSize: null,
      totals: {},
    }))

  test('of a computed metric: the value with the totals that it was computed from', () =>
    expect(of('cvrClick', CHANNELS)).toEqual({
      value: 0.015,
      reason: null,
      rows: 2,
      asOf: null,
      sampleSize: null,
      totals: { clicks: 60_000, conversions: 900 },
    }))

  test('of a level: the day it is of, and no sample though a row has one', () => {
    const facts = [
      { date: '2025-09-03', values: { followers: 130 }, sampleSize: 9 },
      { date: '2025-09-01', values: { followers: 100 } },
    ]
    expect(of('followers', facts)).toEqual({
      value: 130,
      reason: null,
      rows: 1,
      asOf: '2025-09-03',
      sampleSize: null,
      totals: {},
    })
  })

  test('of a survey without a stated sample: the wave alone', () =>
    expect(of('awareness', [{ date: '2025-09-30', values: { awareness: 0.4 } }])).toMatchObject({
      asOf: '2025-09-30',
      sampleSize: null,
    }))

  test('a zero is a value: a day of 0 is a sum of 0, and no row at all is no data', () => {
    expect(of('clicks', days('clicks', [0]))).toMatchObject({ value: 0, rows: 1 })
    expect(of('clicks', days('clicks', [null]))).toEqual({ value: null, reason: 'no_data', rows: 0 })
    expect(of('followers', days('followers', [5, 0]))).toMatchObject({ value: 0, asOf: '2025-09-02' })
    expect(of('ctr', days('clicks', [3]))).toEqual({ value: null, reason: 'no_data', rows: 0 })
  })

  test('divided by zero it says so, with the rows that entered', () =>
    expect(of('ctr', [{ date: '2025-09-01', values: { clicks: 0, impressions: 0 } }])).toEqual({
      value: null,
      reason: 'zero_base',
      rows: 1,
    }))

  test('levels of one day do not add, and earlier days do not matter', () => {
    const facts = [
      { date: '2025-09-02', values: { followers: 100 } },
      { date: '2025-09-01', values: { followers: 1 } },
      { date: '2025-09-01', values: { followers: 2 } },
    ]
    expect(of('followers', facts)).toMatchObject({ value: 100 })
    expect(of('followers', facts.slice(1))).toEqual({ value: null, reason: 'not_additive', rows: 2 })
  })

  test('a rate whose followers do not add has no value for that reason, one without followers no data', () => {
    const day = { date: '2025-09-01', values: { engagements: 5, followers: 100 } }
    expect(of('engagementRateCreator', [day, day])).toMatchObject({ reason: 'not_additive', rows: 2 })
    expect(of('engagementRateCreator', days('engagements', [5]))).toMatchObject({ reason: 'no_data' })
  })

  test('a rate of disjoint people is that of their sums: 80 + 30 of 100 + 100 is 55 %', () => {
    const facts = [80, 30].map((reach) => ({ date: '2025-09-01', values: { reach, targetAudience: 100 } }))
    expect(of('reachRate', facts, true)).toMatchObject({ value: 0.55, rows: 2 })
  })

  test('a row that does not say how many were reached stays out of the rate on both sides', () => {
    const facts = [80, null].map((reach) => ({ date: '2025-09-01', values: { reach, targetAudience: 100 } }))
    expect(of('reachRate', facts)).toMatchObject({ value: 0.8, rows: 1 })
  })

  test('one row of unique people is its own sum, whatever is said of parts', () =>
    expect(of('reach', days('reach', [7, null]))).toMatchObject({ value: 7, rows: 1 }))

  test('a rate that a source states without its parts is a reading: the last day’s, never a mean', () => {
    const ctr = BUILT_IN_METRICS.get('ctr')
    if (ctr === undefined) throw new Error('no CTR')
    const stated = withDefinitions([{ ...ctr, key: 'statedRate', formula: null }])
    expect(aggregate('statedRate', days('statedRate', [0.1, 0.3]), stated)).toMatchObject({
      value: 0.3,
      asOf: '2025-09-02',
      sampleSize: null,
    })
  })

  test('a key that only every object has is no figure', () =>
    expect(
      aggregate('toString', [{ date: '2025-09-01', values: {} }], withDefinitions([own('toString', null)])),
    ).toMatchObject({ reason: 'no_data' }))

  test('a metric that nobody defined is a mistake of the caller', () =>
    expect(() => of('nothing', CHANNELS)).toThrow(new RangeError('no such metric: nothing')))
})

describe('a formula over totals (M2)', () => {
  test('metrics that are computed themselves stand as their formulas', () => {
    const known = withDefinitions([own('half', 'ctr / 2'), own('rest', '1 - -half')])
    const formula = known.get('rest')?.formula
    expect(formula == null ? '' : formatFormula(expandFormula(formula, known))).toBe(
      '1 − −(clicks ÷ impressions ÷ 2)',
    )
    expect(aggregate('rest', CHANNELS, known)).toMatchObject({ value: 1.012 })
  })

  test('one that needs itself is refused, one needed twice is not', () => {
    const known = withDefinitions([own('a', 'b * 2'), own('b', 'clicks / a'), own('twice', 'ctr * ctr')])
    expect(() => aggregate('a', CHANNELS, known)).toThrow(new RangeError('metric b needs itself'))
    expect(aggregate('twice', CHANNELS, known).value).toBeCloseTo(0.024 ** 2, 12)
  })
})

function own(key: string, text: string | null): MetricDefinition {
  return {
    key,
    version: 1,
    zh: key,
    en: key,
    unit: text === null ? 'count' : 'share',
    kind: text === null ? 'flow' : 'ratio',
    direction: 'higher',
    definitionZh: key,
    definitionEn: key,
    formula: text === null ? null : parseFormula(text).formula,
  }
}

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

  test('days are compared by their totals: 100 and 300 against 90 and 330 differ by 20, 5 % of 400, and that is within 5 %', () =>
    expect(
      calibrate(
        [
          { platform: 100, other: 90 },
          { platform: null, other: 1 },
          { platform: 300, other: 330 },
        ],
        0.05,
      ),
    ).toEqual({ difference: -20, gap: -0.05, isOverTolerance: false, pairs: 2 }))

  test('exactly at the tolerance is within it, although binary fractions say more', () => {
    // 1 − 0.7 is 0.30000000000000004.
    expect(calibrate([{ platform: 1, other: 0.7 }], 0.3)?.isOverTolerance).toBe(false)
    expect(calibrate([{ platform: 1, other: 0.699_999 }], 0.3)?.isOverTolerance).toBe(true)
  })

  test('nothing to compare gives null', () => {
    expect(calibrate([], 0.1)).toBeNull()
    expect(calibrate([{ platform: 5, other: null }], 0.1)).toBeNull()
    expect(calibrate([{ platform: 0, other: 5 }], 0.1)).toBeNull()
    expect(calibrate([{ platform: null, other: 5 }], 0.1)).toBeNull()
  })
})
