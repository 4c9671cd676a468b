import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta } from './incomplete-beta.ts'
import { chiSquareTail, upperGamma } from './incomplete-gamma.ts'
import { digamma, logBeta, logGamma, logRising } from './log-gamma.ts'
import { normalCdf, normalQuantile, normalTail } from './normal.ts'

/** Difference in units of the expected value. */
const off = (actual: number, expected: number) => Math.abs(actual / expected - 1)

// Expected values: mpmath 1.3 at 30 digits.
describe('special functions agree with 30-digit arithmetic', () => {
  it.each([
    [0.001, 6.907178885383853],
    [0.243, 1.31804358469967],
    [1.5, -0.12078223763524522],
    [9.7, 12.131084710789182],
    [100.5, 361.4355404677776],
    [1e6, 12815504.569147611],
  ])('ln Γ(%d) is %d', (x, expected) => {
    expect(off(logGamma(x), expected)).toBeLessThan(2e-14)
  })
  it('ln Γ is 0 at 1 and 2, and has no value at 0 and below', () => {
    expect(logGamma(1)).toBeCloseTo(0, 13)
    expect(logGamma(2)).toBeCloseTo(0, 13)
    expect([logGamma(0), logGamma(-0.5), digamma(0)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })
  it.each([
    [0.243, -4.351093864423211],
    [1, -0.5772156649015329],
    [9.7, 2.219694753518864],
    [1000, 6.907255195648812],
  ])('ψ(%d) is %d', (x, expected) => {
    expect(off(digamma(x), expected)).toBeLessThan(1e-14)
  })
  it.each([
    [0.793, 2.426, -0.5115692885937032],
    [0.5, 1e6, -6.335390211057437],
    [50, 2000, -236.0868875184655],
    [12, 1e8, -203.54586174155446],
  ])('ln B(%d, %d) is %d, in either order', (a, b, expected) => {
    expect(off(logBeta(a, b), expected)).toBeLessThan(2e-14)
    expect(logBeta(b, a)).toBe(logBeta(a, b))
  })
  it('the product of a hundred factors is the same as one by one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e4, noNaN: true }), (x) => {
        const factors = Array.from({ length: 100 }, (_unused, step) => Math.log(x + step))
        expect(logRising(x, 100)).toBeCloseTo(
          factors.reduce((sum, one) => sum + one, 0),
          9,
        )
      }),
    )
  })
  it.each([
    [0.5, 0.01, 0.887537083981715],
    [0.5, 50, 1.523970604832105e-23],
    [3, 2, 0.6766764161830635],
    [50, 80, 0.0001307839765914103],
    [1000, 990, 0.620478621462036],
  ])('Q(%d, %d) is %d', (a, x, expected) => {
    expect(off(upperGamma(a, x), expected)).toBeLessThan(5e-13)
  })
  it.each([
    [0.3, 2, 0.243, 0.016174513441176572],
    [0.31, 10, 0.243, 4.890520984862317e-7],
    [0.9, 5, 3, 0.9743085],
    [0.5, 500, 510, 0.6235397566556697],
    [0.001, 4, 4, 3.491606998e-11],
  ])('I_%d(%d, %d) is %d', (x, a, b, expected) => {
    expect(off(incompleteBeta(x, a, b), expected)).toBeLessThan(5e-13)
  })
  it('I_x(a, b) + I_(1−x)(b, a) is 1', () => {
    const positive = fc.double({ min: 0.05, max: 200, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), positive, positive, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 10)
      }),
    )
  })
  it('tails have their limits: 1 at nothing, 0 at infinity, none for a negative shape', () => {
    expect([
      upperGamma(2, 0),
      upperGamma(2, Infinity),
      incompleteBeta(0, 2, 2),
      incompleteBeta(1, 2, 2),
    ]).toEqual([1, 0, 0, 1])
    expect([upperGamma(-1, 1), incompleteBeta(1.1, 2, 2)]).toEqual([Number.NaN, Number.NaN])
  })
})

describe('the normal distribution', () => {
  it('has 2.4998 % above 1.96, and 7.62e-24 above 10', () => {
    expect(off(normalTail(1.96), 0.024997895148220435)).toBeLessThan(1e-13)
    expect(off(normalTail(10), 7.619853024160525e-24)).toBeLessThan(1e-13)
    expect(off(normalCdf(-0.3), 0.3820885778110474)).toBeLessThan(1e-13)
    expect(normalCdf(0)).toBe(0.5)
  })
  it.each([
    [0.975, 1.9599639845400543],
    [0.8, 0.8416212335729142],
    [0.995, 2.575829303548901],
    [1e-11, -6.706023155495136],
  ])('stays below the quantile of %d, %d', (probability, z) => {
    expect(off(normalQuantile(probability), z)).toBeLessThan(1e-13)
  })
  it('has its median at 0, its ends at ±∞, and no quantile of −0.1', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15)
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1)]).toEqual([
      -Infinity,
      Infinity,
      Number.NaN,
    ])
  })
})

describe('the chi-square distribution', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.4: upper critical values.
  it.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [10.828, 1, 0.001],
    [5.991, 2, 0.05],
    [18.307, 10, 0.05],
    [124.342, 100, 0.05],
  ])('%d with %d degrees of freedom leaves %d above', (value, degrees, tail) => {
    expect(chiSquareTail(value, degrees)).toBeCloseTo(tail, 4)
  })
})
