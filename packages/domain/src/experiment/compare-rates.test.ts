import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRates, wilsonInterval, type Outcome } from './compare-rates.ts'
import { holmCorrected } from './holm-correction.ts'
import { sampleRatio } from './sample-ratio.ts'

const outcome = (conversions: number, people: number): Outcome => ({ conversions, people })

describe('Interval of a rate (M9)', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (conversions, people, low, high) => {
    const interval = wilsonInterval(outcome(conversions, people), 0.95)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })
})

describe('Two rates compared (M9)', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d/%d − %d/%d lies between', (a, m, b, n, low, high) => {
    const found = compareRates(outcome(b, n), outcome(a, m), 0.95)
    expect(found?.interval.low).toBeCloseTo(low, 4)
    expect(found?.interval.high).toBeCloseTo(high, 4)
  })
  it('z² is the chi-square of the 2 × 2 table: 30/100 against 45/100 is 4.8, p .0285', () => {
    const found = compareRates(outcome(30, 100), outcome(45, 100), 0.95)
    expect((found?.z ?? 0) ** 2).toBeCloseTo(4.8, 10)
    expect(found?.pValue).toBeCloseTo(0.0284597, 6)
    expect(found?.lift).toBeCloseTo(0.5, 12)
  })
  it('with no conversions at all says nothing: p 1, no lift', () => {
    expect(compareRates(outcome(0, 50), outcome(0, 60), 0.95)).toMatchObject({ z: 0, pValue: 1, lift: null })
    expect(compareRates(outcome(0, 0), outcome(1, 60), 0.95)).toBeNull()
  })
  it('turned round has the opposite difference and interval, and the same p', () => {
    const group = fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([people, share]) => outcome(Math.round(people * share), people))
    fc.assert(
      fc.property(group, group, (one, other) => {
        const [there, back] = [compareRates(one, other, 0.95), compareRates(other, one, 0.95)]
        expect(there?.pValue).toBeCloseTo(back?.pValue ?? -1, 12)
        expect(there?.interval.low).toBeCloseTo(-(back?.interval.high ?? -9), 12)
        expect(there?.interval.low).toBeLessThanOrEqual(there?.difference ?? -9)
      }),
    )
  })
})

describe('Holm correction (M9)', () => {
  it('multiplies .01, .04, .03, .005 by 3, 1, 2, 4 in their order and keeps them from falling', () => {
    const found = holmCorrected([0.01, 0.04, 0.03, 0.005])
    expect(found.map((p) => Number(p.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02])
  })
  it('never exceeds 1, and leaves a single one as it is', () => {
    expect(holmCorrected([0.7, 0.6])).toEqual([1, 1])
    expect(holmCorrected([0.04])).toEqual([0.04])
    expect(holmCorrected([])).toEqual([])
  })
})

describe('Sample-ratio mismatch (M9)', () => {
  // Kohavi, Tang and Xu 2020, ch. 3: 821,588 against 815,482 users of an equal split, p = 1.8e-6.
  it('821,588 against 815,482 is none of an equal split: p 1.8e-6', () => {
    const found = sampleRatio([
      { people: 821_588, share: 0.5 },
      { people: 815_482, share: 0.5 },
    ])
    expect(found?.isMismatch).toBe(true)
    expect((found?.pValue ?? 0) * 1e6).toBeCloseTo(1.8, 1)
  })
  it('5,020 against 4,980 is, and 910 / 2,090 of a split 30 : 70 is', () => {
    const equal = [
      { people: 5020, share: 1 },
      { people: 4980, share: 1 },
    ]
    const unequal = [
      { people: 910, share: 3 },
      { people: 2090, share: 7 },
    ]
    expect([sampleRatio(equal)?.isMismatch, sampleRatio(unequal)?.isMismatch]).toEqual([false, false])
  })
  it('cannot be said of one group, of nobody, or of a group that should get none', () => {
    expect(sampleRatio([{ people: 5, share: 1 }])).toBeNull()
    expect(
      sampleRatio([
        { people: 0, share: 1 },
        { people: 0, share: 1 },
      ]),
    ).toBeNull()
    expect(
      sampleRatio([
        { people: 5, share: 1 },
        { people: 5, share: 0 },
      ]),
    ).toBeNull()
  })
})
