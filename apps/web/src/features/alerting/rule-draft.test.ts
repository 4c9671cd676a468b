import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { describe, expect, test } from 'vitest'
import { type Condition, shownValue, storedValue, unitOf, withMetric } from './rule-draft.ts'

describe('M4: the line of a rule as people type it', () => {
  test.each([
    ['ctr', 0.015, 1.5],
    ['cpa', 8_050, 80.5],
    ['cost', 1_500_000, 15_000],
    ['roas', 3.2, 3.2],
    ['clicks', 400, 400],
  ])('%s: %s is typed %s, and comes back the same', (metric, stored, shown) => {
    const unit = unitOf(BUILT_IN_METRICS, metric)
    expect(shownValue(unit, stored)).toBe(shown)
    expect(storedValue(unit, shown)).toBe(stored)
  })
})

describe('M4: a minimum sample counts what the metric stands on', () => {
  test.each([
    ['cpm', 1000],
    ['cpc', null],
    ['revenue', null],
  ])('of 1,000 impressions %s keeps %s', (metric, kept) => {
    const ctr: Condition = {
      type: 'threshold',
      metric: 'ctr',
      comparator: 'lt',
      value: 0.015,
      breaches: 2,
      days: 2,
      minimumSample: 1000,
    }
    expect(withMetric(ctr, metric)).toEqual({ ...ctr, metric, minimumSample: kept })
  })
})
