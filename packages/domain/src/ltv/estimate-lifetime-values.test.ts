import { describe, expect, it } from 'vitest'
import { Cancelled } from '../computation/long-work.ts'
import { expectedFuturePurchases } from './bg-nbd.ts'
import { estimateLifetimeValues } from './estimate-lifetime-values.ts'
import { seededRandom } from './random.fixture.ts'
import { simulatedCustomers } from './simulated-customers.fixture.ts'

const random = seededRandom(21)
const CUSTOMERS = simulatedCustomers({ r: 0.6, alpha: 5, a: 0.9, b: 3 }, 600, 40, random).map((one) => ({
  ...one,
  meanValue: one.frequency === 0 ? null : random.gamma(6, 6 / 40),
}))

describe('Lifetime values of many customers (F5)', () => {
  it('are for each customer what the model says of him alone, × value × margin', () => {
    const { bgNbd, customers } = estimateLifetimeValues(CUSTOMERS, { horizon: 26, margin: 0.5 })
    for (const [index, customer] of CUSTOMERS.entries()) {
      const found = customers[index]
      expect(found?.expectedPurchases).toBeCloseTo(expectedFuturePurchases(bgNbd, customer, 26), 10)
      expect(found?.lifetimeValue).toBeCloseTo(
        (found?.expectedPurchases ?? 0) * (found?.expectedValue ?? 0) * 0.5,
        10,
      )
    }
  })
  it('say why spending stays open: no values at all, or fewer than 10 of repeat purchases', () => {
    const none = CUSTOMERS.map((one) => ({ ...one, meanValue: null }))
    const repeaters = CUSTOMERS.filter(({ frequency }) => frequency > 0).slice(0, 9)
    const few = CUSTOMERS.map((one) => (repeaters.includes(one) ? one : { ...one, meanValue: null }))
    const terms = { horizon: 26, margin: 1 }
    expect(estimateLifetimeValues(none, terms)).toMatchObject({
      gammaGamma: null,
      gammaGammaGap: 'no_values',
    })
    expect(estimateLifetimeValues(few, terms)).toMatchObject({
      gammaGamma: null,
      gammaGammaGap: 'too_few_customers',
    })
    expect(estimateLifetimeValues(few, terms).customers[0]).toMatchObject({ lifetimeValue: null })
  })
  it('tell how far they are, never falling, up to 1, and end when called off', () => {
    const told: number[] = []
    estimateLifetimeValues(CUSTOMERS, { horizon: 26, margin: 1 }, { progress: (done) => told.push(done) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    const signal = { aborted: false }
    expect(() =>
      estimateLifetimeValues(
        CUSTOMERS,
        { horizon: 26, margin: 1 },
        { signal, progress: () => (signal.aborted = true) },
      ),
    ).toThrow(Cancelled)
  })
})
