import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ChangeCondition } from './alert-rule.ts'
import { dailyValues } from './alerting.fixture.ts'
import type { DailyValue, RuleOutcome } from './rule-context.ts'
import { suddenChange } from './sudden-change.ts'

const CHANGE: ChangeCondition = {
  type: 'change',
  metric: 'cost',
  direction: 'either',
  deviations: 3.5,
  minimumChange: 0,
  minimumSample: null,
}
/** Median 100, median absolute deviation 1.5, so that 3.5 deviations are 3.5 × 1.4826 × 1.5 = 7.78365. */
const NOISY = [100, 102, 98, 101, 99, 103, 97, 100]
const FLAT = NOISY.map(() => 100)
const none = (_date: LocalDate): boolean => false

/** Mondays with these values, the oldest first, then the Monday in question; every other day has 1. */
function mondays(history: readonly (number | null)[], last: number | null): DailyValue[] {
  return dailyValues([...history.flatMap((value) => [value, 1, 1, 1, 1, 1, 1]), last], '2025-06-02')
}

function onLast(days: readonly DailyValue[], change: Partial<ChangeCondition> = {}, isFestival = none) {
  return suddenChange(days, days.length - 1, { ...CHANGE, ...change }, isFestival)
}
const stateOf = (...parts: Parameters<typeof onLast>): RuleOutcome['state'] => onLast(...parts).state

describe('a value against the same weekdays before (M4)', () => {
  test.each([
    [107.78, 'clear'],
    [107.79, 'fired'],
    [92.22, 'clear'],
    [92.21, 'fired'],
  ] as const)('after 97 to 103 with a median of 100 and a MAD of 1.5, %d is %s', (last, state) =>
    expect(stateOf(mondays(NOISY, last))).toBe(state),
  )

  test('the evidence is the day with the line that it crossed', () => {
    const [rise] = onLast(mondays(NOISY, 200)).evidence
    expect(rise).toMatchObject({ date: '2025-07-28', value: 200 })
    expect(rise?.limit).toBeCloseTo(107.783_65, 9)
    const fall = onLast(mondays(NOISY, 20))
    expect(fall).toMatchObject({ fired: true, since: '2025-07-28', evidence: [{ value: 20 }] })
    expect(fall.evidence[0]?.limit).toBeCloseTo(92.216_35, 9)
  })

  test.each([
    [100, 107, 'clear'],
    [100, 107.001, 'fired'],
    [100, 92.999, 'fired'],
    [-100, -107, 'clear'],
    [-100, -107.001, 'fired'],
  ])('a flat history of %d has a deviation of 2 %% of it: %d is %s', (usual, last, state) =>
    expect(
      stateOf(
        mondays(
          FLAT.map(() => usual),
          last,
        ),
      ),
    ).toBe(state),
  )

  test.each([
    [120, 'clear'],
    [120.001, 'fired'],
    [80, 'clear'],
    [79.999, 'fired'],
  ])('with a least change of 20 %% of the median, %d is %s', (last, state) => {
    expect(stateOf(mondays(NOISY, last), { minimumChange: 0.2 })).toBe(state)
    expect(
      stateOf(
        mondays(
          FLAT.map(() => -100),
          -last,
        ),
        { minimumChange: 0.2 },
      ),
    ).toBe(state)
  })

  test('a rule about rises hears no fall, one about falls no rise, and each hears its own', () => {
    const states = (direction: ChangeCondition['direction']) =>
      [20, 200].map((last) => stateOf(mondays(NOISY, last), { direction }))
    expect(states('rise')).toEqual(['clear', 'fired'])
    expect(states('fall')).toEqual(['fired', 'clear'])
    expect(states('either')).toEqual(['fired', 'fired'])
  })

  test('of an odd number of days the one in the middle is the median: 80, 140, 100, 130, 90 is 100 with a MAD of 20', () => {
    const limit = 100 + 3.5 * 1.4826 * 20
    const five = [80, 140, 100, 130, 90]
    expect([limit - 0.01, limit + 0.01].map((last) => stateOf(mondays(five, last)))).toEqual([
      'clear',
      'fired',
    ])
  })

  test('of an even number the mean of the two: 80, 90, 110, 120 is 100 with a MAD of 15', () => {
    const limit = 100 + 3.5 * 1.4826 * 15
    const four = [120, 80, 110, 90]
    expect([limit - 0.01, limit + 0.01].map((last) => stateOf(mondays(four, last)))).toEqual([
      'clear',
      'fired',
    ])
  })
})

describe('what counts as history (M4)', () => {
  test('four Mondays are enough and three are not, wherever the missing ones lie', () => {
    expect(stateOf(mondays([100, 100, 100, 100], 200))).toBe('fired')
    expect(stateOf(mondays([100, 100, 100], 200))).toBe('not_enough_data')
    expect(stateOf(mondays([100, null, 100, null, 100, null, 100, null], 200))).toBe('fired')
    expect(stateOf(mondays([100, null, null, null, 100, null, 100, null], 200))).toBe('not_enough_data')
  })

  test('the eighth week before counts and the ninth does not', () => {
    const eight = [100, null, null, null, null, 100, 100, 100]
    expect(stateOf(mondays(eight, 200))).toBe('fired')
    expect(stateOf(mondays([...eight, null], 200))).toBe('not_enough_data')
  })

  test('a Monday under the minimum sample is no history, one at it or of an unknown sample is', () => {
    const days = (sample: number | null) =>
      mondays([100, 100, 100, 100], 200).map((day, index) => (index === 7 ? { ...day, sample } : day))
    const minimumSample = 500
    expect(stateOf(days(499), { minimumSample })).toBe('not_enough_data')
    expect(stateOf(days(500), { minimumSample })).toBe('fired')
    expect(stateOf(days(null), { minimumSample })).toBe('fired')
    expect(stateOf(days(0), { minimumSample: null })).toBe('fired')
  })

  test('a festival is no history, and the day itself is not judged when it is one or has no value', () => {
    const days = mondays([100, 100, 100, 100], 200)
    expect(stateOf(days, {}, (date: string) => date === '2025-06-09')).toBe('not_enough_data')
    expect(stateOf(days, {}, (date: string) => date === '2025-06-10')).toBe('fired')
    expect(stateOf(days, {}, (date: string) => date === '2025-06-30')).toBe('not_enough_data')
    expect(stateOf(mondays(FLAT, null))).toBe('not_enough_data')
    expect(suddenChange(days, days.length, CHANGE, none).state).toBe('not_enough_data')
  })
})
