import { describe, expect, test } from 'vitest'
import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import type { ThresholdCondition } from './alert-rule.ts'
import { dailyValues, seriesContext } from './alerting.fixture.ts'
import { dailySeries } from './daily-series.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { thresholdBreach } from './threshold-breach.ts'

/** CTR < 1.5 % on two days running (worked example 7). */
const CTR_RULE: ThresholdCondition = {
  type: 'threshold',
  metric: 'ctr',
  comparator: 'lt',
  value: 0.015,
  breaches: 2,
  days: 2,
  minimumSample: null,
}

function lastDay(values: readonly (number | null)[], condition: Partial<ThresholdCondition> = {}) {
  return thresholdBreach(dailyValues(values), values.length - 1, { ...CTR_RULE, ...condition })
}

describe('CTR < 1.5 % for 2 consecutive days (M4, rule 5)', () => {
  test.each([
    ['two days of 1.4 % fire', [0.02, 0.014, 0.014], 'fired'],
    ['exactly 1.5 % does not breach', [0.014, 0.015], 'clear'],
    ['one day is not two', [0.02, 0.014], 'clear'],
    ['a good day between starts the count again', [0.014, 0.02, 0.014], 'clear'],
    ['two days breach across one without delivery', [0.014, null, 0.014], 'fired'],
    ['three days without delivery are stepped over', [0.014, null, null, null, 0.014], 'fired'],
    ['a fourth ends the streak', [0.014, null, null, null, null, 0.014], 'clear'],
    ['a day without delivery says nothing itself', [0.014, 0.014, null], 'not_enough_data'],
  ] as const)('%s', (_name, values, state) => expect(lastDay(values).state).toBe(state))

  test('since is the first of the two breaching days, and the evidence names both with the line', () =>
    expect(lastDay([0.02, 0.014, null, 0.013])).toEqual({
      state: 'fired',
      fired: true,
      since: '2025-09-02',
      evidence: [
        { date: '2025-09-02', value: 0.014, limit: 0.015 },
        { date: '2025-09-04', value: 0.013, limit: 0.015 },
      ],
    }))

  test('a day under the minimum sample is stepped over: 10,000 impressions where 10,001 are asked for', () => {
    const days = dailyValues([0.014, 0.02, 0.014]).map((day, index) => ({
      ...day,
      sample: index === 1 ? 10_000 : 50_000,
    }))
    expect(thresholdBreach(days, 2, { ...CTR_RULE, minimumSample: 10_001 }).state).toBe('fired')
    expect(thresholdBreach(days, 2, { ...CTR_RULE, minimumSample: 10_000 }).state).toBe('clear')
  })

  test('later days are not looked at', () =>
    expect(thresholdBreach(dailyValues([0.02, 0.014, 0.014]), 1, CTR_RULE).state).toBe('clear'))

  test('3 of the last 5 days: the fine days between do not end it, a window of 5 does', () => {
    const some = { breaches: 3, days: 5 }
    expect(lastDay([0.014, 0.02, 0.014, 0.02, 0.014], some).state).toBe('fired')
    expect(lastDay([0.014, 0.02, 0.02, 0.014, 0.02, 0.014], some).state).toBe('clear')
  })

  test.each([
    ['lte', 0.015, 'fired'],
    ['gte', 0.015, 'fired'],
    ['gt', 0.015, 'clear'],
  ] as const)('%s 1.5 %% of exactly 1.5 %%: %d is %s', (comparator, value, state) =>
    expect(lastDay([value, value], { comparator }).state).toBe(state),
  )

  test('an earlier day counts by its window alone: 2 of 2 looks no further back, 2 of 3 one day further', () => {
    expect(lastDay([0.014, 0.02, 0.014], { breaches: 2, days: 3 }).state).toBe('fired')
    expect(lastDay([0.014, 0.02, 0.02, 0.014], { breaches: 2, days: 3 }).state).toBe('clear')
    expect(lastDay([0.02, 0.02, 0.014], { breaches: 1, days: 3 }).state).toBe('fired')
    expect(lastDay([0.014, 0.02, 0.02], { breaches: 1, days: 3 }).state).toBe('fired')
    expect(lastDay([0.014, 0.014, 0.02], { breaches: 2, days: 3 }).since).toBe('2025-09-01')
  })

  test('a gap that was stepped over is forgotten: three days and again three between breaches', () => {
    const gap = [null, null, null]
    expect(lastDay([0.014, ...gap, 0.014, ...gap, 0.014], { breaches: 3, days: 3 }).state).toBe('fired')
    expect(lastDay([0.014, ...gap, null, 0.014], { breaches: 2, days: 3 }).state).toBe('clear')
  })

  test('a series shorter than the window is clear, and a day outside it is not known', () => {
    expect(lastDay([0.014], { breaches: 2, days: 2 }).state).toBe('clear')
    expect(thresholdBreach(dailyValues([0.014]), 1, CTR_RULE).state).toBe('not_enough_data')
    expect(thresholdBreach(dailyValues([0.014]), -1, CTR_RULE).state).toBe('not_enough_data')
  })

  test('a day of zero is a value and breaches, a day of an unknown sample counts', () => {
    expect(lastDay([0, 0]).state).toBe('fired')
    const days = dailyValues([0.014, 0.014]).map((day) => ({ ...day, sample: null }))
    expect(thresholdBreach(days, 1, { ...CTR_RULE, minimumSample: 500 }).state).toBe('fired')
  })

  test.each([
    ['lt', [true, false, false]],
    ['lte', [true, true, false]],
    ['gt', [false, false, true]],
    ['gte', [false, true, true]],
  ] as const)('%s 1.5 %% of 1.4, 1.5 and 1.6 %%', (comparator, expected) =>
    expect(
      [0.014, 0.015, 0.016].map((value) => lastDay([value], { comparator, breaches: 1, days: 1 }).fired),
    ).toEqual(expected),
  )

  test('without a metric of the sample there is none, and an import without rows is told by the caller', () => {
    const days = dailySeries(
      [{ date: '2025-09-01', values: { impressions: 100, clicks: 2 } }],
      { metric: 'ctr', sampleMetric: null, dictionary: BUILT_IN_METRICS },
      { from: '2025-09-01', to: '2025-09-03' },
      (date) => date === '2025-09-02',
    )
    expect(days).toEqual([
      { date: '2025-09-01', value: 0.02, sample: null, isImported: true },
      { date: '2025-09-02', value: null, sample: null, isImported: true },
      { date: '2025-09-03', value: null, sample: null, isImported: false },
    ])
  })

  test('people of one day add where the source says that they are different people', () => {
    const facts = [70, 30].map((reach) => ({ date: '2025-09-01', values: { reach } }))
    const day = { from: '2025-09-01', to: '2025-09-01' }
    const series = (isDisjoint: boolean) =>
      dailySeries(
        facts,
        { metric: 'reach', sampleMetric: 'reach', dictionary: BUILT_IN_METRICS, options: { isDisjoint } },
        day,
        () => false,
      )
    expect(series(true)).toMatchObject([{ value: 100, sample: 100 }])
    expect(series(false)).toMatchObject([{ value: null, sample: null, isImported: true }])
  })

  test('the CTR of a day is that of its sums: 1 % of 100,000 and 3 % of 10,000 are 1.18 % and breach', () => {
    const row = (date: string, impressions: number, clicks: number) => ({
      date,
      values: { impressions, clicks },
    })
    const days = dailySeries(
      ['2025-09-01', '2025-09-02'].flatMap((date) => [row(date, 100_000, 1_000), row(date, 10_000, 300)]),
      { metric: 'ctr', sampleMetric: 'impressions', dictionary: BUILT_IN_METRICS },
      { from: '2025-09-01', to: '2025-09-03' },
      () => false,
    )
    expect(days[1]).toEqual({ date: '2025-09-02', value: 1_300 / 110_000, sample: 110_000, isImported: true })
    expect(days[2]).toMatchObject({ value: null, isImported: false })
    expect(evaluateRule(CTR_RULE, seriesContext(days), '2025-09-02').fired).toBe(true)
    expect(evaluateRule(CTR_RULE, seriesContext(days), '2025-10-02').state).toBe('not_enough_data')
  })
})
