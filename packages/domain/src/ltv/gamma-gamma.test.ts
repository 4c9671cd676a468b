import { describe, expect, it } from 'vitest'
import { fitGammaGamma } from './fit-gamma-gamma.ts'
import { expectedPurchaseValue, meanPurchaseValue } from './gamma-gamma.ts'
import { seededRandom } from './random.fixture.ts'

/** Published for the 946 repeat customers of the CDNOW sample (Fader and Hardie 2013). */
const CDNOW = { p: 6.25, q: 3.74, v: 15.44 }

describe('Gamma-Gamma (F5): expected value of a purchase', () => {
  it.each([
    [2, 22.35, 24.65],
    [1, 11.77, 18.91],
    [7, 73.74, 71.46],
    [2, 25.55, 27.28],
    [0, null, 35.17],
  ])(
    'of a CDNOW customer with %d repeat purchases of %d on average is %d',
    (frequency, meanValue, expected) => {
      expect(expectedPurchaseValue(CDNOW, { frequency, meanValue }) ?? 0).toBeCloseTo(expected, 0)
      expect(
        Math.abs((expectedPurchaseValue(CDNOW, { frequency, meanValue }) ?? 0) / expected - 1),
      ).toBeLessThan(2e-3)
    },
  )
  it('ignores a value given with no repeat purchase, and is unknown for repeat purchases without one', () => {
    expect(expectedPurchaseValue(CDNOW, { frequency: 0, meanValue: 500 })).toBe(meanPurchaseValue(CDNOW))
    expect(expectedPurchaseValue(CDNOW, { frequency: 3, meanValue: null })).toBeNull()
  })
  it('of all customers does not exist for q ≤ 1', () => {
    expect(meanPurchaseValue({ p: 6, q: 1, v: 15 })).toBeNull()
    expect(expectedPurchaseValue({ p: 0.1, q: 0.5, v: 15 }, { frequency: 1, meanValue: 20 })).toBeNull()
  })
})

describe('Gamma-Gamma (F5): fit', () => {
  const simulated = (count: number, seed: number) => {
    const random = seededRandom(seed)
    return Array.from({ length: count }, () => {
      const frequency = Math.floor(random.exponential(0.4))
      const rate = random.gamma(CDNOW.q, CDNOW.v)
      const total = Array.from({ length: frequency }, () => random.gamma(CDNOW.p, rate))
      return {
        frequency,
        meanValue: frequency === 0 ? null : total.reduce((sum, one) => sum + one, 0) / frequency,
      }
    })
  }

  it('finds p 6.25, q 3.74, v 15.44 again in simulated customers, each within a tenth', () => {
    const customers = simulated(20_000, 11)
    const fit = fitGammaGamma(customers)
    expect(fit.converged).toBe(true)
    expect(fit.customers).toBe(customers.filter(({ frequency }) => frequency > 0).length)
    for (const name of ['p', 'q', 'v'] as const)
      expect(Math.abs(fit[name] / CDNOW[name] - 1)).toBeLessThan(0.1)
    expect((meanPurchaseValue(fit) ?? 0) / (meanPurchaseValue(CDNOW) ?? 1)).toBeCloseTo(1, 1)
  })
  it('does not depend on the unit of money: in fen only v is a hundred times as large', () => {
    const customers = simulated(500, 3)
    const inFen = customers.map(({ frequency, meanValue }) => ({
      frequency,
      meanValue: meanValue === null ? null : meanValue * 100,
    }))
    const [yuan, fen] = [fitGammaGamma(customers), fitGammaGamma(inFen)]
    expect(fen.v / yuan.v).toBeCloseTo(100, 2)
    expect(fen.q).toBeCloseTo(yuan.q, 4)
  })
  it('leaves customers without repeat purchases out: their values change nothing', () => {
    const customers = simulated(300, 5)
    const noisy = customers.map((one) => (one.frequency === 0 ? { ...one, meanValue: -7 } : one))
    expect(fitGammaGamma(noisy)).toEqual(fitGammaGamma(customers))
  })
  it('refuses a value that is not above 0, half a purchase, and fewer than 10 customers who bought again', () => {
    const customers = simulated(300, 5)
    const refusal = (code: string) => expect.objectContaining({ code })
    expect(() => fitGammaGamma([{ frequency: 1, meanValue: 0 }, ...customers])).toThrow(
      expect.objectContaining({ code: 'value_not_positive', customer: 0, field: 'meanValue' }),
    )
    expect(() => fitGammaGamma([{ frequency: 0.5, meanValue: 3 }])).toThrow(refusal('frequency_not_whole'))
    expect(() => fitGammaGamma([{ frequency: 1, meanValue: 3 }])).toThrow(refusal('too_few_customers'))
  })
})
