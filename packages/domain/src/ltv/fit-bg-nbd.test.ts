import { describe, expect, it } from 'vitest'
import { Cancelled } from '../computation/long-work.ts'
import type { CustomerPurchases } from './customer-purchases.ts'
import { fitBgNbd } from './fit-bg-nbd.ts'
import { seededRandom } from './random.fixture.ts'
import { simulatedCustomers } from './simulated-customers.fixture.ts'

const customer = (frequency: number, recency: number, age: number): CustomerPurchases => ({
  frequency,
  recency,
  age,
})
const TEN = Array.from({ length: 10 }, (_unused, index) => customer(index % 3, index % 3, 10))

describe('BG/NBD fitted on simulated customers (F5)', () => {
  it('finds the parameters they were drawn from again: 20,000 customers, each within a tenth', () => {
    const model = { r: 0.6, alpha: 5, a: 1, b: 3 }
    const fit = fitBgNbd(simulatedCustomers(model, 20_000, 52, seededRandom(7)))
    expect(fit.converged).toBe(true)
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(Math.abs(fit[name] / model[name] - 1)).toBeLessThan(0.1)
  })
  it('does not depend on the unit of time: in days only alpha is seven times as large', () => {
    const inWeeks = simulatedCustomers({ r: 0.6, alpha: 5, a: 1, b: 3 }, 1000, 52, seededRandom(8))
    const inDays = inWeeks.map(({ frequency, recency, age }) => customer(frequency, recency * 7, age * 7))
    const [weeks, days] = [fitBgNbd(inWeeks), fitBgNbd(inDays)]
    expect(days.alpha / weeks.alpha).toBeCloseTo(7, 4)
    expect(days.r).toBeCloseTo(weeks.r, 5)
    expect(days.b).toBeCloseTo(weeks.b, 4)
  })
  it('takes repeat purchases with a recency of 0, as times rounded to days give them', () => {
    const customers = [...TEN, ...TEN, customer(1, 0, 9)]
    expect(fitBgNbd(customers)).toMatchObject({ customers: 21, converged: true })
  })
  it('names what the data leave open: where nobody stops, the stopping chance runs to 0', () => {
    const customers = Array.from({ length: 200 }, (_unused, index) =>
      customer(1 + (index % 5), 50 - (index % 3) * 0.1, 50),
    )
    const { undetermined } = fitBgNbd(customers)
    expect(undetermined.some((name) => name === 'a' || name === 'b')).toBe(true)
  })
})

describe('BG/NBD refuses', () => {
  const withOne = (one: CustomerPurchases) => [...TEN.slice(0, 4), one, ...TEN.slice(4)]
  it.each([
    ['a last purchase after the end of observation', customer(2, 11, 10), 'recency_after_end', 'recency'],
    ['a negative T', customer(0, 0, -1), 'negative', 'age'],
    ['a negative frequency', customer(-1, 0, 5), 'negative', 'frequency'],
    ['half a purchase', customer(1.5, 3, 5), 'frequency_not_whole', 'frequency'],
    ['a recency without repeat purchases', customer(0, 3, 5), 'recency_without_repeat', 'recency'],
    ['what is no number', customer(2, Number.NaN, 5), 'not_a_number', 'recency'],
  ])('%s, naming the customer', (_what, one, code, field) => {
    expect(() => fitBgNbd(withOne(one))).toThrow(expect.objectContaining({ code, field, customer: 4 }))
  })
  it('nine customers, and ten of whom nobody bought again', () => {
    expect(() => fitBgNbd(TEN.slice(1))).toThrow(expect.objectContaining({ code: 'too_few_customers' }))
    const once = TEN.map(() => customer(0, 0, 9))
    expect(() => fitBgNbd(once)).toThrow(
      expect.objectContaining({ code: 'no_repeat_purchases', customer: null }),
    )
  })
  it('to go on once it is called off', () => {
    expect(() => fitBgNbd(TEN, { signal: { aborted: true } })).toThrow(Cancelled)
  })
})
