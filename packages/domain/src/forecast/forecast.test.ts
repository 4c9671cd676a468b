import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '../calendar/date-arithmetic.ts'
import { normal, seeded } from '../alerting/anomaly/ad-series.fixture.ts'
import { forecastEnd } from './forecast-end.ts'
import { pacing } from './pacing.ts'
import type { PacingQuestion } from './pacing.ts'

const HALF: PacingQuestion = { planned: 300_000, actual: 150_000, dueShare: 0.5, daysLeft: 10 }

describe('pacing against the plan (M3, M4)', () => {
  test('half of 300,000 by half of the time is a pace of 1, and 15,000 a day remain', () =>
    expect(pacing(HALF)).toEqual({
      state: 'on_pace',
      ideal: 150_000,
      pace: 1,
      difference: 0,
      neededPerDay: 15_000,
      isEnded: false,
    }))

  test.each([
    [135_000, 'on_pace'],
    [134_999, 'under'],
    [165_000, 'on_pace'],
    [165_001, 'over'],
  ] as const)('with 150,000 due, %d is %s: both bounds of ± 10 %% are within', (actual, state) =>
    expect(pacing({ ...HALF, actual }).state).toBe(state),
  )

  test('on day 0 nothing is due: not started without a pace, over when something came already', () => {
    expect(pacing({ ...HALF, actual: 0, dueShare: 0 })).toMatchObject({ state: 'not_started', pace: null })
    expect(pacing({ ...HALF, actual: null, dueShare: 0 }).state).toBe('not_started')
    expect(pacing({ ...HALF, actual: 1, dueShare: 0 }).state).toBe('over')
  })

  test('after the end the whole is due and no day is left', () =>
    expect(pacing({ ...HALF, dueShare: 1, daysLeft: 0 })).toMatchObject({
      state: 'under',
      pace: 0.5,
      neededPerDay: null,
      isEnded: true,
    }))

  test('a plan of zero is unplanned, and over from the first fen', () => {
    expect(pacing({ ...HALF, planned: 0, actual: 0 })).toMatchObject({ state: 'unplanned', pace: null })
    expect(pacing({ ...HALF, planned: 0, actual: 1 }).state).toBe('over')
  })

  test('no data is no pace of zero', () =>
    expect(pacing({ ...HALF, actual: null })).toMatchObject({
      state: 'no_data',
      pace: null,
      difference: null,
    }))

  test('a plan that is overspent needs nothing more, never less than nothing', () =>
    expect(pacing({ ...HALF, actual: 400_000 }).neededPerDay).toBe(0))
})

/** 30 days from Monday 1 September 2025; the first `count` of them have values. */
function september(count: number, valueOn: (date: string, index: number) => number | null) {
  const days = Array.from({ length: count }, (_unused, index) => {
    const date = addDays('2025-09-01', index)
    return { date, value: valueOn(date, index) }
  })
  return { days, start: '2025-09-01', end: '2025-09-30', through: addDays('2025-09-01', count - 1) }
}

describe('forecast of the end of a plan (M4)', () => {
  test('10 days of exactly 100 end at 3,000 after 30, without a range', () =>
    expect(forecastEnd(september(10, () => 100))).toEqual({
      method: 'run_rate',
      expected: 3_000,
      low: 3_000,
      high: 3_000,
      actual: 1_000,
      missingDays: [],
      daysLeft: 20,
      usedDays: 7,
    }))

  test('a missing day is estimated, not taken for zero', () =>
    expect(forecastEnd(september(10, (_date, index) => (index === 4 ? null : 100)))).toMatchObject({
      expected: 3_000,
      actual: 900,
      missingDays: ['2025-09-05'],
    }))

  test('from two weeks on weekdays count: weekends of 200 among days of 100 end at 3,800 on Tuesday 30', () => {
    const weekly = september(14, (date) => (weekdayOf(date) >= 6 ? 200 : 100))
    const forecast = forecastEnd(weekly)
    // 30 days from a Monday hold four weekends: 8 × 200 + 22 × 100.
    expect(forecast?.method).toBe('weekday')
    expect(forecast?.expected).toBeCloseTo(3_800, 6)
    expect((forecast?.high ?? 0) - (forecast?.low ?? 0)).toBeLessThan(1e-6)
  })

  test('where only Mondays bring anything, three days of nothing do not end in no number', () => {
    const mondays = september(18, (date) => (weekdayOf(date) === 1 ? 70 : 0))
    expect(forecastEnd({ ...mondays, recentDays: 3 })).toMatchObject({ method: 'run_rate', expected: 210 })
    expect(forecastEnd(mondays)).toMatchObject({ method: 'weekday', expected: 350 })
  })

  test('90, 100, 110: range 3,000 ± 1.886 × 10 × √(27 + 27²/3)', () => {
    const forecast = forecastEnd(september(3, (_date, index) => 90 + 10 * index))
    expect(forecast?.expected).toBeCloseTo(3_000, 9)
    expect(forecast?.high).toBeCloseTo(3_000 + 1.886 * 10 * Math.sqrt(27 + 243), 6)
  })

  test('the range never falls below what is reached', () => {
    const forecast = forecastEnd(september(3, (_date, index) => [1_000, 0, 0][index] ?? 0))
    expect(forecast?.low).toBe(1_000)
  })

  test('after the end it is what came; two days are no forecast', () => {
    expect(forecastEnd(september(30, () => 100))).toMatchObject({ expected: 3_000, low: 3_000, daysLeft: 0 })
    expect(forecastEnd(september(2, () => 100))).toBeNull()
  })

  test('before the start the days before it make the rate, and all 30 days are left', () => {
    const days = september(10, () => 100)
    expect(forecastEnd({ ...days, start: '2025-10-01', end: '2025-10-30' })).toMatchObject({
      expected: 3_000,
      actual: 0,
      daysLeft: 30,
    })
  })

  test('of 400 made plans the end lies within P10–P90 in about eight of ten', () => {
    const random = seeded(3)
    const hits = Array.from({ length: 400 }, () => {
      const all = Array.from({ length: 30 }, () => 1_000 + 100 * normal(random))
      const forecast = forecastEnd(september(12, (_date, index) => all[index] ?? null))
      const end = all.reduce((sum, value) => sum + value, 0)
      return forecast !== null && end >= forecast.low && end <= forecast.high
    }).filter(Boolean).length
    expect(hits / 400).toBeGreaterThan(0.74)
    expect(hits / 400).toBeLessThan(0.86)
  })
})
