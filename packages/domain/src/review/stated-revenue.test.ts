import { describe, expect, it } from 'vitest'
import { addDays, eachDay } from '../calendar/date-arithmetic.ts'
import { festivalBaseline, weekdayBaseline } from './revenue-baseline.ts'
import type { DailyRevenue } from './revenue-baseline.ts'
import { incrementalRevenue, returnOf, revenueFromConversions, revenueFromLeads } from './stated-revenue.ts'

/** Every day of 2025 and 2026 brings 100 × its weekday (Monday 1 … Sunday 7). */
const WEEKLY: DailyRevenue = new Map(
  eachDay('2025-01-01', '2026-12-31').map((day, index) => [day, 100 * (((index + 2) % 7) + 1)]),
)
const without = (...days: string[]): DailyRevenue =>
  new Map([...WEEKLY].map(([day, value]) => [day, days.includes(day) ? null : value]))

describe('Rule 8: baselines', () => {
  it('Friday to Sunday is compared with the Fridays to Sundays of the four weeks before: 500 + 600 + 700', () => {
    expect(weekdayBaseline(WEEKLY, '2026-06-12', '2026-06-14')).toEqual({
      method: 'same_weekdays_of_four_weeks',
      amount: 1_800,
      missing: [],
    })
  })
  it('a campaign of ten days is never compared with its own days', () => {
    const raised = new Map(WEEKLY)
    for (const day of eachDay('2026-06-12', '2026-06-21')) raised.set(day, 9_999)
    expect(weekdayBaseline(raised, '2026-06-12', '2026-06-21').amount).toBe(2_800 + 500 + 600 + 700)
  })
  it('an unknown Friday leaves the mean of the other three; four unknown Fridays leave no baseline', () => {
    const fridays = [1, 2, 3, 4].map((week) => addDays('2026-06-12', -7 * week))
    expect(weekdayBaseline(without('2026-06-05'), '2026-06-12', '2026-06-14').amount).toBe(1_800)
    expect(weekdayBaseline(without(...fridays), '2026-06-12', '2026-06-14')).toMatchObject({
      amount: null,
      missing: ['2026-06-12'],
    })
  })
  it('three days before the Spring Festival of 2026 (17 Feb) are those before that of 2025 (29 Jan)', () => {
    const daily = new Map([
      ['2025-01-26', 10],
      ['2025-01-27', 20],
      ['2025-01-28', 40],
    ])
    expect(festivalBaseline(daily, '2026-02-14', '2026-02-16', '2026-02-17', '2025-01-29')).toEqual({
      method: 'same_festival_last_year',
      amount: 70,
      missing: [],
    })
    expect(festivalBaseline(daily, '2026-02-14', '2026-02-17', '2026-02-17', '2025-01-29')).toMatchObject({
      amount: null,
      missing: ['2026-02-17'],
    })
  })
})

describe('Return of a stated revenue (F4)', () => {
  const baseline = (amount: number | null) => ({
    method: 'same_festival_last_year' as const,
    amount,
    missing: [],
  })
  it('7,000,000 against a baseline of 2,000,000 at a cost of 1,000,000: ROI 4, ROAS 7, 毛利ROI 1 at 40 %', () => {
    expect(returnOf(incrementalRevenue(7_000_000, baseline(2_000_000)), 1_000_000, 0.4)).toEqual({
      roas: 7,
      roi: 4,
      grossMarginRoi: 1,
      breakEvenRoas: 2.5,
    })
  })
  it('platform revenue and estimates have a ROAS, but no ROI', () => {
    const attributed = { kind: 'attributed' as const, amount: 90_000, by: '巨量引擎' }
    expect(returnOf(attributed, 30_000, null)).toEqual({
      roas: 3,
      roi: null,
      grossMarginRoi: null,
      breakEvenRoas: null,
    })
  })
  it('400 conversions of 250, or 2,000 leads of which 20 % order, are an estimate of 100,000', () => {
    expect(revenueFromConversions(400, 250)).toEqual({
      kind: 'estimated',
      amount: 100_000,
      from: 'conversions',
    })
    expect(revenueFromLeads(2_000, 0.2, 250)).toEqual({ kind: 'estimated', amount: 100_000, from: 'leads' })
    expect(revenueFromLeads(2_000, null, 250).amount).toBe(null)
  })
  it('without a baseline there is no increment', () => {
    const revenue = incrementalRevenue(7_000_000, baseline(null))
    expect([revenue.amount, returnOf(revenue, 1_000_000, null).roi]).toEqual([null, null])
  })
})
