import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectedFuturePurchases,
  expectedPurchases,
  probabilityAlive,
  purchaseProbability,
} from './bg-nbd.ts'
import { customerValue } from './customer-value.ts'

/** Published for the CDNOW sample, times in weeks (Fader, Hardie and Lee 2005). */
const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
const CUSTOMER = { frequency: 2, recency: 30.43, age: 38.86 }

describe('BG/NBD (F5): known answers on CDNOW', () => {
  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])('within %d weeks a new customer makes %d repeat purchases', (weeks, purchases) => {
    // The published figures come from parameters with more digits than are published.
    expect(Math.abs(expectedPurchases(CDNOW, weeks) / purchases - 1)).toBeLessThan(6e-3)
  })
  it('with 2 repeat purchases, the last after 30.43 of 38.86 weeks, he makes 1.226 in the next 39', () => {
    expect(expectedFuturePurchases(CDNOW, CUSTOMER, 39)).toBeCloseTo(1.226, 3)
  })
  it('no purchase in 39 weeks has a chance of .5737864, ten purchases in 2 weeks one of 1.07869e-7', () => {
    expect(purchaseProbability(CDNOW, 0, 39)).toBeCloseTo(0.5737864, 7)
    expect(purchaseProbability(CDNOW, 10, 2) / 1.07869e-7).toBeCloseTo(1, 5)
  })
  it.each([
    [11, 0.0019995214],
    [12, 0.0015170236],
    [13, 0.001163315],
    [14, 0.0009003148],
    [15, 0.0007023638],
    [16, 0.0005517902],
    [17, 0.0004361913],
    [18, 0.0003467171],
    [19, 0.0002769613],
    [20, 0.000222226],
  ])('%d purchases in 30 weeks have a chance of %d', (n, chance) => {
    expect(purchaseProbability(CDNOW, n, 30)).toBeCloseTo(chance, 9)
  })
})

describe('BG/NBD: expected purchases', () => {
  // mpmath at 40 digits: the published closed form, or where that has no value (a = 1, a + b = 1) the integral.
  it.each([
    [0.243, 4.414, 0.793, 2.426, 39, 1.196723193320817],
    [0.243, 4.414, 0.793, 2.426, 1e6, 53.54047825301458],
    [2.5, 3, 1.7, 4, 200, 6.096506395932612],
    [40.3, 60, 0.8, 50.2, 500, 126.09640603855554],
    [120.5, 80, 3.3, 300, 4000, 131.31219574006562],
    [0.05, 1, 0.1, 0.2, 30, 0.8656931058438175],
    [3, 1, 0.01, 5, 1e4, 27706.189189002496],
    [1500.5, 100, 2.5, 1600, 50, 467.67826943318715],
    [0.5, 2, 20_000.5, 30_000, 5000, 2.421017393683314],
    [0.3, 2, 0.4, 0.6000001, 20, 1.4230996028299912],
    [0.3, 2, 0.4, 0.6, 20, 1.423099527991327],
    [0.3, 2, 0.4, 0.6000001, 1e5, 263.7291166389191],
    [0.243, 4.414, 1, 2.426, 39, 1.0842790105915188],
    [0.243, 4.414, 1, 2.426, 1e5, 13.384955006742354],
  ])('of r %d, alpha %d, a %d, b %d within %d are exact to 11 digits', (r, alpha, a, b, t, expected) => {
    expect(Math.abs(expectedPurchases({ r, alpha, a, b }, t) / expected - 1)).toBeLessThan(1e-11)
  })
  it('do not jump where a passes 1, and are 0 within no time', () => {
    const at = (a: number) => expectedPurchases({ ...CDNOW, a }, 39)
    expect(at(1 + 1e-9)).toBeCloseTo(at(1 - 1e-9), 7)
    expect(expectedPurchases(CDNOW, 0)).toBe(0)
  })
  it('are Σ n · P(X(t) = n), whose probabilities sum to 1', () => {
    const model = { r: 1.4, alpha: 6, a: 1.2, b: 3.3 }
    const chances = Array.from({ length: 200 }, (_unused, n) => purchaseProbability(model, n, 9))
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
    expect(chances.reduce((sum, one, n) => sum + n * one, 0)).toBeCloseTo(expectedPurchases(model, 9), 10)
  })
  it('never fall with the time and stay below r t / alpha, what nobody stopping would buy', () => {
    const positive = fc.double({ min: 0.05, max: 50, noNaN: true })
    fc.assert(
      fc.property(positive, positive, positive, positive, positive, (r, alpha, a, b, t) => {
        const model = { r, alpha, a, b }
        const once = expectedPurchases(model, t)
        const twice = expectedPurchases(model, 2 * t)
        expect(twice).toBeGreaterThanOrEqual(once * (1 - 1e-12))
        expect(once).toBeLessThanOrEqual(((r * t) / alpha) * (1 + 1e-12))
      }),
      { numRuns: 60 },
    )
  })
})

describe('BG/NBD: chance to be active', () => {
  it('is exactly 1 without repeat purchases', () => {
    expect(probabilityAlive(CDNOW, { frequency: 0, recency: 0, age: 300 })).toBe(1)
  })
  it('is 1 / (1 + a / (b + x − 1) · …): 0.726 two purchases after, b / (a + b) right at the first repeat', () => {
    expect(probabilityAlive(CDNOW, CUSTOMER)).toBeCloseTo(0.7266, 3)
    expect(probabilityAlive(CDNOW, { frequency: 1, recency: 20, age: 20 })).toBeCloseTo(2.426 / 3.219, 12)
  })
  it('is 0, not NaN, when a frequent buyer has been silent beyond all measure', () => {
    expect(probabilityAlive(CDNOW, { frequency: 2000, recency: 1, age: 1e6 })).toBe(0)
  })
  it('within no time only "no purchase" can happen', () => {
    expect([purchaseProbability(CDNOW, 0, 0), purchaseProbability(CDNOW, 3, 0)]).toEqual([1, 0])
  })
})

describe('Customer value over a horizon (F5)', () => {
  it('is expected purchases × value × margin', () => {
    const purchases = expectedFuturePurchases(CDNOW, CUSTOMER, 39)
    expect(customerValue(CDNOW, CUSTOMER, 25, { horizon: 39 })).toBeCloseTo(purchases * 25, 12)
    expect(customerValue(CDNOW, CUSTOMER, 25, { horizon: 39, margin: 0.4 })).toBeCloseTo(purchases * 10, 12)
    expect(customerValue(CDNOW, CUSTOMER, null, { horizon: 39 })).toBeNull()
  })
  it('discounts each week from its end: one week at 10 % is value / 1.1, half a week more adds at 1.21', () => {
    const within = (t: number) => expectedFuturePurchases(CDNOW, CUSTOMER, t)
    expect(customerValue(CDNOW, CUSTOMER, 1, { horizon: 1, discountRate: 0.1 })).toBeCloseTo(
      within(1) / 1.1,
      12,
    )
    expect(customerValue(CDNOW, CUSTOMER, 1, { horizon: 1.5, discountRate: 0.1 })).toBeCloseTo(
      within(1) / 1.1 + (within(1.5) - within(1)) / 1.21,
      12,
    )
  })
})
