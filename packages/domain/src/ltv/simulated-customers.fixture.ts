import type { BgNbd } from './bg-nbd.ts'
import type { CustomerPurchases } from './customer-purchases.ts'
import type { Random } from './random.fixture.ts'

/** Customers as the BG/NBD model imagines them, who began at any time in the first half of what was observed. */
export function simulatedCustomers(
  { r, alpha, a, b }: BgNbd,
  count: number,
  observed: number,
  random: Random,
): CustomerPurchases[] {
  return Array.from({ length: count }, () => {
    const age = observed * (0.5 + random.uniform() / 2)
    const rate = random.gamma(r, alpha)
    const stops = random.beta(a, b)
    let frequency = 0
    let recency = 0
    for (let at = random.exponential(rate); at <= age; at += random.exponential(rate)) {
      frequency += 1
      recency = at
      if (random.uniform() < stops) break
    }
    return { frequency, recency, age }
  })
}
