import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { satisfies } from './aim.ts'
import type { Aim } from './aim.ts'
import { attainment, shownAttainment } from './attainment.ts'
import { rollUpAdditive, rollUpMixed } from './roll-up.ts'

const atLeast = (value: number): Aim => ({ comparator: 'gte', value })
const atMost = (value: number): Aim => ({ comparator: 'lte', value })
const percent = (value: number | null) => (value === null ? '—' : `${Number((value * 100).toFixed(2))}%`)

describe('Rule 1: attainment', () => {
  it.each([
    [4_800_000, atLeast(5_000_000), '96%'],
    [0.015, atLeast(0.02), '75%'],
    [0.062, atLeast(0.05), '124%'],
    [180_000, atLeast(200_000), '90%'],
    [100, atMost(80), '80%'],
    [0.008, { comparator: 'lt', value: 0.01 } as Aim, '125%'],
  ])('%s against %o is %s', (actual, aim, shown) => {
    expect(percent(attainment(actual, aim))).toBe(shown)
  })
  it('with a baseline: awareness 30% → 50% at 40% is 50%, an index 5000 → 15000 at 12000 is 70%', () => {
    expect(percent(attainment(0.4, atLeast(0.5), { baseline: 0.3 }))).toBe('50%')
    expect(percent(attainment(12_000, atLeast(15_000), { baseline: 5_000 }))).toBe('70%')
  })
  it('with a baseline works downwards too, and is negative when things got worse', () => {
    expect(percent(attainment(90, atMost(80), { baseline: 100 }))).toBe('50%')
    expect(percent(attainment(110, atMost(80), { baseline: 100 }))).toBe('-50%')
  })
  it('of a ceiling with an actual of zero cannot be said, although the ceiling holds', () => {
    expect(attainment(0, atMost(0.01))).toBeNull()
    expect(satisfies(0, atMost(0.01))).toBe(true)
  })
  it('by the mirror option of a ceiling is 2 − actual/target', () => {
    expect(percent(attainment(100, atMost(80), { ceilingMethod: 'mirror' }))).toBe('75%')
    expect(percent(attainment(0, atMost(80), { ceilingMethod: 'mirror' }))).toBe('200%')
  })
  it('of a range is 100% inside, and measured against the nearer end outside', () => {
    const range: Aim = { comparator: 'range', from: 50_000, to: 200_000 }
    expect(
      [50_000, 120_000, 200_000, 40_000, 250_000].map((actual) => percent(attainment(actual, range))),
    ).toEqual(['100%', '100%', '100%', '80%', '80%'])
  })
  it('of a target of zero, or equal to its baseline, cannot be said', () => {
    expect([attainment(5, atLeast(0)), attainment(5, atLeast(5), { baseline: 5 })]).toEqual([null, null])
  })
  it('of a range without a lower end cannot be said below it, nor with an actual of zero above it', () => {
    expect(attainment(-5, { comparator: 'range', from: 0, to: 10 })).toBeNull()
    expect(attainment(0, { comparator: 'range', from: -20, to: -10 })).toBeNull()
  })
  it('a baseline says nothing of a range, and is heard before the option for ceilings', () => {
    const range: Aim = { comparator: 'range', from: 10, to: 20 }
    expect(attainment(5, range, { baseline: 4 })).toBe(0.5)
    expect(attainment(90, atMost(80), { baseline: 100, ceilingMethod: 'mirror' })).toBe(0.5)
    expect(attainment(40, atLeast(80), { baseline: 0 })).toBe(0.5)
    expect(attainment(40, atLeast(80), { ceilingMethod: 'mirror' })).toBe(0.5)
  })
  it('by the mirror option a ceiling of zero cannot be said', () => {
    expect(attainment(5, atMost(0), { ceilingMethod: 'mirror' })).toBeNull()
    expect(attainment(5, atMost(0))).toBe(0)
  })
  it('is shown as it is up to 200%, and below zero too', () => {
    expect([2, 1.999, -0.5, 0].map(shownAttainment)).toEqual([2, 1.999, -0.5, 0])
  })
  it('is shown capped at 200% and stays uncapped in the value', () => {
    expect([
      attainment(50, atLeast(10)),
      shownAttainment(attainment(50, atLeast(10))),
      shownAttainment(null),
    ]).toEqual([5, 2, null])
  })
  it('without a baseline reaches 100% exactly when the comparator holds', () => {
    const positive = fc.integer({ min: 1, max: 1e9 })
    fc.assert(
      fc.property(positive, positive, (actual, target) => {
        expect((attainment(actual, atLeast(target)) ?? 0) >= 1).toBe(satisfies(actual, atLeast(target)))
        expect((attainment(actual, atMost(target)) ?? 0) >= 1).toBe(satisfies(actual, atMost(target)))
      }),
    )
  })
})

describe('Rule 1: roll-up', () => {
  it('of additive parts is Σ actual / Σ target: exposure 480万 of 1000万 in three channels is 48%', () => {
    const parts = [
      { actual: 3_000_000, target: 5_000_000 },
      { actual: 1_800_000, target: 3_000_000 },
      { actual: null, target: 2_000_000 },
    ]
    expect(rollUpAdditive(parts)).toBe(0.48)
    expect(rollUpAdditive([])).toBeNull()
  })
  it('of mixed key results caps each at 100%: exposure 120% and conversion 80% are 90%', () => {
    expect(
      rollUpMixed([
        { attainment: 1.2, weight: 1 },
        { attainment: 0.8, weight: 1 },
      ]),
    ).toBe(0.9)
  })
  it('of additive parts with targets that sum to zero cannot be said', () => {
    expect(rollUpAdditive([{ actual: 5, target: 0 }])).toBeNull()
    expect(rollUpAdditive([{ actual: null, target: 5 }])).toBe(0)
  })
  it('weights mixed key results: 100 % with 3 and 20 % with 1 are 80 %', () => {
    expect(
      rollUpMixed([
        { attainment: 1, weight: 3 },
        { attainment: 0.2, weight: 1 },
      ]),
    ).toBe(0.8)
    expect(rollUpMixed([{ attainment: 1, weight: 0 }])).toBeNull()
  })
  it('leaves a key result without data out and rescales the rest', () => {
    expect(
      rollUpMixed([
        { attainment: null, weight: 3 },
        { attainment: 0.5, weight: 1 },
      ]),
    ).toBe(0.5)
    expect(rollUpMixed([{ attainment: null, weight: 3 }])).toBeNull()
  })
})
