import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { describe, expect, test } from 'vitest'
import { shownValue, storedValue, unitOf } from './rule-draft.ts'

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
