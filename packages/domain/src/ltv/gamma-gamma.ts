import type { CustomerSpending } from './customer-purchases.ts'

/**
 * The Gamma-Gamma model of spending: amounts of one customer are Gamma(p, rate ν), ν varies over the
 * customers as Gamma(q, rate v). How much somebody spends is taken to be independent of how often he buys.
 *
 * Source: Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), where v is γ.
 */
export interface GammaGamma {
  readonly p: number
  readonly q: number
  /** In the unit of money of the customers' values. */
  readonly v: number
}

/** Mean amount over all customers, p v / (q − 1); null for q ≤ 1, where the model has no mean. */
export function meanPurchaseValue({ p, q, v }: GammaGamma): number | null {
  return q > 1 ? (p * v) / (q - 1) : null
}

/**
 * E[M | p, q, v, m̄, x]: what a purchase of this customer is expected to bring, his own mean m̄ drawn towards
 * that of all, the more the fewer purchases he made (eq. 5). Without repeat purchases it is the mean of all.
 * Null where that does not exist (q ≤ 1), or a customer with repeat purchases has no mean value.
 */
export function expectedPurchaseValue(model: GammaGamma, customer: CustomerSpending): number | null {
  const { frequency: x, meanValue } = customer
  if (x === 0) return meanPurchaseValue(model)
  if (meanValue === null) return null
  const { p, q, v } = model
  const rest = p * x + q - 1
  return rest > 0 ? (p * (v + meanValue * x)) / rest : null
}
