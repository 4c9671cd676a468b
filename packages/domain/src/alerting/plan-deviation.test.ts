import { describe, expect, test } from 'vitest'
import type { OverspendCondition, PacingCondition } from './alert-rule.ts'
import { dailyValues } from './alerting.fixture.ts'
import { behindPlan, overspend } from './plan-deviation.ts'
import type { DailyPlan } from './rule-context.ts'

const PACING: PacingCondition = { type: 'pacing', metric: 'revenue', band: 0.1 }
const OVER: OverspendCondition = { type: 'overspend', metric: 'cost', basis: 'cumulative', tolerance: 0 }
/** 100 a day from 3 to 6 September. */
const PLAN: DailyPlan = {
  start: '2025-09-03',
  end: '2025-09-06',
  plannedOn: (date) => (date >= '2025-09-03' && date <= '2025-09-06' ? 100 : null),
}
const NOT_KNOWN = { state: 'not_enough_data', fired: false, since: null, evidence: [] }
/** 1 September to the last of the values. */
const behind = (values: readonly (number | null)[], more: Partial<PacingCondition> = {}) =>
  behindPlan(dailyValues(values), values.length - 1, PLAN, { ...PACING, ...more })
const over = (values: readonly (number | null)[], more: Partial<OverspendCondition> = {}) =>
  overspend(dailyValues(values), values.length - 1, PLAN, { ...OVER, ...more })

describe('behind the plan (M4)', () => {
  test('after two days 180 of 200 is within a band of 10 %, and 179 is behind 180', () => {
    expect(behind([0, 0, 80, 100]).state).toBe('clear')
    expect(behind([0, 0, 80, 99])).toEqual({
      state: 'fired',
      fired: true,
      since: '2025-09-04',
      evidence: [{ date: '2025-09-04', value: 179, limit: 180 }],
    })
  })

  test('what came before the plan began makes up for nothing', () =>
    expect(behind([500, 500, 80, 99]).evidence).toMatchObject([{ value: 179, limit: 180 }]))

  test('a day without data takes its plan with it, a day of 0 does not', () => {
    expect(behind([0, 0, null, 95]).state).toBe('clear')
    expect(behind([0, 0, null, 89]).evidence).toMatchObject([{ value: 89, limit: 90 }])
    expect(behind([0, 0, 0, 95]).evidence).toMatchObject([{ value: 95, limit: 180 }])
  })

  test('after the end of the plan its whole stays due: 400, with a band of 0 less a fen is behind', () => {
    expect(behind([0, 0, 100, 100, 100, 100, 0], { band: 0 }).state).toBe('clear')
    expect(behind([0, 0, 100, 100, 100, 99, 0], { band: 0 }).evidence).toMatchObject([
      { value: 399, limit: 400 },
    ])
  })

  test('sums of tenths that fall short by rounding alone are not behind', () => {
    const plan = { ...PLAN, start: '2025-09-01', plannedOn: () => 0.1 }
    const tenths = dailyValues([0.1, 0.1, 0.1].map((tenth) => tenth - Number.EPSILON / 16))
    expect(behindPlan(tenths, 2, plan, { ...PACING, band: 0 }).state).toBe('clear')
    expect(behindPlan(dailyValues([0.1, 0.1, 0.099_999]), 2, plan, { ...PACING, band: 0 }).state).toBe(
      'fired',
    )
  })

  test('a plan that is to sink below zero allows the same rounding: −300 due, −300.0000001 is no lag', () => {
    const plan = { ...PLAN, start: '2025-09-01', plannedOn: () => -100 }
    const state = (last: number) =>
      behindPlan(dailyValues([-100, -100, last]), 2, plan, { ...PACING, band: 0 }).state
    expect([state(-100), state(-100.000_000_1), state(-100.001)]).toEqual(['clear', 'clear', 'fired'])
  })

  test('before the plan, on a day without data, without a plan and outside the series nothing is known', () => {
    expect(behind([0, 0])).toEqual(NOT_KNOWN)
    expect(behind([0, 0, 0, null])).toEqual(NOT_KNOWN)
    expect(behindPlan(dailyValues([1]), 0, null, PACING)).toEqual(NOT_KNOWN)
    expect(behindPlan(dailyValues([1, 1, 1]), 3, PLAN, PACING)).toEqual(NOT_KNOWN)
    expect(behind([0, 0, 0]).state).toBe('fired')
  })
})

describe('over the plan (M4)', () => {
  test('cumulative: 200 of 200 is in plan, 201 over it, and 5 % may be allowed', () => {
    expect(over([0, 0, 120, 80]).state).toBe('clear')
    expect(over([900, 0, 120, 81])).toEqual({
      state: 'fired',
      fired: true,
      since: '2025-09-04',
      evidence: [{ date: '2025-09-04', value: 201, limit: 200 }],
    })
    expect(over([0, 0, 130, 80], { tolerance: 0.05 }).state).toBe('clear')
    expect(over([0, 0, 131, 80], { tolerance: 0.05 }).evidence).toMatchObject([{ value: 211, limit: 210 }])
  })

  test('by the day: 110 yesterday of 100 is over, whatever was saved before', () => {
    const day = { basis: 'day' } as const
    expect(over([0, 0, 0, 110], day).evidence).toEqual([{ date: '2025-09-04', value: 110, limit: 100 }])
    expect(over([0, 0, 500, 100], day).state).toBe('clear')
    expect(over([0, 0, 0, 110], { ...day, tolerance: 0.1 }).state).toBe('clear')
    expect(over([0, 0, 0, 111], { ...day, tolerance: 0.1 }).state).toBe('fired')
  })

  test('by the day a day outside the plan has 0, and any fen is over it whatever is allowed', () => {
    const day = { basis: 'day', tolerance: 0.5 } as const
    expect(over([1], day).evidence).toMatchObject([{ value: 1, limit: 0 }])
    expect(over([0], day).state).toBe('clear')
  })

  test('cumulative spend goes on after the end of the plan against its whole', () => {
    expect(over([0, 0, 100, 100, 100, 100, 0]).state).toBe('clear')
    expect(over([0, 0, 100, 100, 100, 100, 1]).evidence).toMatchObject([{ value: 401, limit: 400 }])
  })

  test('sums of tenths that go over by rounding alone are not over', () => {
    const plan = { ...PLAN, start: '2025-09-01', plannedOn: () => 0.1 }
    // 0.1 + 0.2 is 0.30000000000000004, and the plan of three days 0.30000000000000004 too: here the last differs.
    expect(overspend(dailyValues([0.1, 0.1, 0.1 + 1e-12]), 2, plan, OVER).state).toBe('clear')
    expect(overspend(dailyValues([0.1, 0.1, 0.100_001]), 2, plan, OVER).state).toBe('fired')
  })

  test('a plan of less than nothing allows the same rounding', () => {
    const plan = { ...PLAN, start: '2025-09-01', plannedOn: () => -100 }
    const state = (value: number) => overspend(dailyValues([value]), 0, plan, OVER).state
    expect([state(-100), state(-99.999_999_99), state(-99.9)]).toEqual(['clear', 'clear', 'fired'])
  })

  test('without a value of the day, a plan or a day nothing is known', () => {
    expect(over([0, 0, 0, null], { basis: 'day' })).toEqual(NOT_KNOWN)
    expect(over([0, 0, 0, null])).toEqual(NOT_KNOWN)
    expect(over([5, 5])).toEqual(NOT_KNOWN)
    expect(overspend(dailyValues([1]), 0, null, OVER)).toEqual(NOT_KNOWN)
    expect(overspend(dailyValues([1]), 1, PLAN, { ...OVER, basis: 'day' })).toEqual(NOT_KNOWN)
  })
})
