import { incompleteBeta } from '../statistics/incomplete-beta.ts'
import { logRising } from '../statistics/log-gamma.ts'
import type { CustomerPurchases } from './customer-purchases.ts'
import { expectedCount } from './expected-count.ts'

/**
 * The BG/NBD model of buying until one stops: while active a customer buys at a rate λ, after each purchase
 * he stops for good with chance p; λ varies over the customers as Gamma(r, rate alpha), p as Beta(a, b).
 *
 * Source: Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2005).
 */
export interface BgNbd {
  readonly r: number
  /** In the unit of the customers' times. */
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** E[X(t)]: purchases that a customer of whom nothing is known makes in a time t ≥ 0, his first not counted (eq. 9). */
export function expectedPurchases(model: BgNbd, t: number): number {
  return expectedCount(model, t)
}

/** E[Y(t) | x, t_x, T]: purchases that this customer makes in the time t after what was observed (eq. 10). */
export function expectedFuturePurchases(model: BgNbd, customer: CustomerPurchases, t: number): number {
  return probabilityAlive(model, customer) * expectedPurchasesWhileActive(model, customer, t)
}

/**
 * The same of a customer who is known to be active still: his λ is of Gamma(r + x, alpha + T) and his p of
 * Beta(a, b + x), so that he is a new customer of the model with these four parameters. When he last bought
 * does not matter then.
 */
export function expectedPurchasesWhileActive(
  { r, alpha, a, b }: BgNbd,
  { frequency: x, age }: Pick<CustomerPurchases, 'frequency' | 'age'>,
  t: number,
): number {
  return expectedCount({ r: r + x, alpha: alpha + age, a, b: b + x }, t)
}

/**
 * P(alive | x, t_x, T): chance that the customer is still active at the end of what was observed. Exactly 1
 * for one without repeat purchases, however long ago: in this model one stops only right after a repeat
 * purchase. Source: Fader, Hardie and Lee, "Computing P(alive) Using the BG/NBD Model" (2008).
 */
export function probabilityAlive(model: BgNbd, customer: CustomerPurchases): number {
  const { r, alpha, a, b } = model
  const { frequency: x, recency, age } = customer
  if (x === 0) return 1
  return 1 / (1 + Math.exp(Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + age) / (alpha + recency))))
}

/**
 * P(X(t) = n): chance that a customer of whom nothing is known makes exactly n repeat purchases in a time
 * t ≥ 0 (eq. 8). The share that stopped at the n-th is an incomplete beta rather than 1 minus a sum, so
 * that rare counts keep their digits.
 */
export function purchaseProbability(model: BgNbd, n: number, t: number): number {
  const { r, alpha, a, b } = model
  if (t === 0) return n === 0 ? 1 : 0
  const share = t / (alpha + t)
  const stays = logRising(b, n) - logRising(a + b, n)
  const counted = logRising(r, n) - logRising(1, n) + r * Math.log1p(-share) + n * Math.log(share)
  const active = Math.exp(stays + counted)
  if (n === 0) return active
  const stopsThen = Math.exp(stays) * (a / (b + n - 1))
  return active + stopsThen * incompleteBeta(share, n, r)
}
