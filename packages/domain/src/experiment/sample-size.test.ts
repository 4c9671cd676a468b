import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysToRun, sampleSizeForMeans, sampleSizeForRates } from './sample-size.ts'

const relative = (value: number) => ({ kind: 'relative', value }) as const
const absolute = (value: number) => ({ kind: 'absolute', value }) as const

describe('Sample size for rates (M9)', () => {
  // R, help page of stats::power.prop.test: p1 = .50, p2 = .75, power = .90 gives n = 76.7.
  it('50 % against 75 % at a power of 90 % is 77 each, as in R', () => {
    expect(sampleSizeForRates(0.5, { effect: absolute(0.25), power: 0.9 })).toEqual({
      size: { control: 77, perVariant: 77, total: 154, changed: 0.75 },
      gap: null,
    })
  })
  it('10 % against 12 % is 3,841 each, whether the effect is 2 points or a fifth', () => {
    expect(sampleSizeForRates(0.1, { effect: absolute(0.02) }).size?.control).toBe(3841)
    expect(sampleSizeForRates(0.1, { effect: relative(0.2) }).size?.control).toBe(3841)
  })
  it('two variants share alpha: 4,652 each; two people of the variant per one of the control need 2,911 + 5,822', () => {
    expect(sampleSizeForRates(0.1, { effect: absolute(0.02), comparisons: 2 }).size).toMatchObject({
      control: 4652,
      total: 3 * 4652,
    })
    expect(sampleSizeForRates(0.1, { effect: absolute(0.02), ratio: 2 }).size).toMatchObject({
      control: 2911,
      perVariant: 5822,
    })
  })
  it('a fall as large as the rise needs fewer people below 50 %', () => {
    const rise = sampleSizeForRates(0.1, { effect: absolute(0.02) }).size?.control ?? 0
    expect(sampleSizeForRates(0.1, { effect: absolute(-0.02) }).size?.control).toBeLessThan(rise)
  })
  it('grows as the effect shrinks', () => {
    const share = fc.double({ min: 0.05, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(share, share, (baseline, effect) => {
        const half = sampleSizeForRates(baseline, { effect: relative(effect / 2) }).size?.control ?? 0
        const whole = sampleSizeForRates(baseline, { effect: relative(effect) }).size?.control ?? 0
        expect(half).toBeGreaterThan(whole)
      }),
    )
  })
  it.each([
    [0, { effect: relative(0.1) }, 'baseline_out_of_range'],
    [1, { effect: relative(0.1) }, 'baseline_out_of_range'],
    [0.6, { effect: relative(0.9) }, 'effect_out_of_range'],
    [0.1, { effect: absolute(0) }, 'no_effect'],
    [0.1, { effect: relative(0.1), alpha: 0 }, 'bad_design'],
    [0.1, { effect: relative(0.1), power: 1 }, 'bad_design'],
    [0.1, { effect: relative(0.1), comparisons: 0 }, 'bad_design'],
  ])('a baseline of %d with %o has none: %s', (baseline, design, gap) => {
    expect(sampleSizeForRates(baseline, design)).toEqual({ size: null, gap })
  })
})

describe('Sample size for means (M9)', () => {
  // n = 2 (1.959964 + 0.841621)² σ²/δ² = 15.6978 σ²/δ²: the known "16 σ²/δ²" (van Belle, Statistical Rules of Thumb, 2.1).
  it('is 15.70 σ²/δ²: 1,570 each for an order value of 300 ± 100 changed by 10', () => {
    expect(sampleSizeForMeans(300, 100, { effect: absolute(10) }).size).toMatchObject({
      control: 1570,
      changed: 310,
    })
  })
  it('has no relative effect on a mean of 0, and none without a deviation', () => {
    expect(sampleSizeForMeans(0, 5, { effect: relative(0.1) }).gap).toBe('no_effect')
    expect(sampleSizeForMeans(5, 0, { effect: relative(0.1) }).gap).toBe('baseline_out_of_range')
  })
})

describe('Days to run (M9)', () => {
  it('are rounded up to whole weeks: 7,682 people at 500 a day are 16 days, 3 weeks', () => {
    expect(daysToRun(7682, 500)).toEqual({ days: 16, weeks: 3 })
    expect(daysToRun(7682, 0)).toBeNull()
  })
})
