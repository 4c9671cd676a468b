import type { ValueAndSlope } from '../statistics/minimize.ts'
import type { BgNbd } from './bg-nbd.ts'
import type { CustomerPurchases } from './customer-purchases.ts'

/** Customers with the same three figures, counted together: the likelihood sees no difference between them. */
export interface LikeCustomers extends CustomerPurchases {
  readonly count: number
}

/** Customers put together by what the likelihood sees of them. */
export function likeCustomers(customers: readonly CustomerPurchases[]): LikeCustomers[] {
  const groups = new Map<string, { customer: CustomerPurchases; count: number }>()
  for (const customer of customers) {
    const key = `${customer.frequency} ${customer.recency} ${customer.age}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { customer, count: 1 })
    else known.count += 1
  }
  return [...groups.values()].map(({ customer: { frequency, recency, age }, count }) => ({
    frequency,
    recency,
    age,
    count,
  }))
}

/**
 * Log-likelihood of the BG/NBD model (Fader, Hardie and Lee 2005, eq. 6) and its slopes by r, alpha, a, b.
 *
 * What depends on the frequency alone, Γ(r + x)/Γ(r) and B(a, b + x)/B(a, b), is a product of x factors and
 * made once for all frequencies up to the highest; the rest is the sum over "still active" and "stopped
 * after the last purchase", formed from their logarithms so that neither underflows.
 */
export function bgNbdLikelihood({ r, alpha, a, b }: BgNbd, groups: readonly LikeCustomers[]): ValueAndSlope {
  const products = productsUpTo(
    { r, alpha, a, b },
    groups.reduce((most, { frequency }) => Math.max(most, frequency), 0),
  )
  let value = 0
  let byR = 0
  let byAlpha = 0
  let byA = 0
  let byB = 0
  for (const { frequency: x, recency, age, count } of groups) {
    const logActive = Math.log(alpha + age)
    const logLast = Math.log(alpha + recency)
    // Chance of having stopped, given either; without a repeat purchase nobody has.
    const odds = x === 0 ? 0 : (a / (b + x - 1)) * Math.exp((r + x) * (logActive - logLast))
    const stopped = odds === Infinity ? 1 : odds / (1 + odds)
    const logSum =
      odds === Infinity
        ? Math.log(a / (b + x - 1)) - (r + x) * logLast
        : Math.log1p(odds) - (r + x) * logActive
    value += count * ((products.value[x] ?? 0) + r * Math.log(alpha) + logSum)
    byR += count * ((products.byR[x] ?? 0) + Math.log(alpha) - (1 - stopped) * logActive - stopped * logLast)
    byAlpha += count * (r / alpha - (r + x) * ((1 - stopped) / (alpha + age) + stopped / (alpha + recency)))
    byA += count * ((products.byA[x] ?? 0) + stopped / a)
    byB += count * ((products.byB[x] ?? 0) - (x === 0 ? 0 : stopped / (b + x - 1)))
  }
  return { value, slope: [byR, byAlpha, byA, byB] }
}

/** ln [Γ(r + x)/Γ(r) · B(a, b + x)/B(a, b)] for each x from 0 on, and its slopes. */
function productsUpTo({ r, a, b }: BgNbd, highest: number) {
  const value = new Float64Array(highest + 1)
  const byR = new Float64Array(highest + 1)
  const byA = new Float64Array(highest + 1)
  const byB = new Float64Array(highest + 1)
  for (let x = 0; x < highest; x++) {
    value[x + 1] = (value[x] ?? 0) + Math.log(((r + x) * (b + x)) / (a + b + x))
    byR[x + 1] = (byR[x] ?? 0) + 1 / (r + x)
    byA[x + 1] = (byA[x] ?? 0) - 1 / (a + b + x)
    byB[x + 1] = (byB[x] ?? 0) + 1 / (b + x) - 1 / (a + b + x)
  }
  return { value, byR, byA, byB }
}
