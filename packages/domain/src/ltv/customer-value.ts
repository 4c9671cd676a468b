import { expectedFuturePurchases, type BgNbd } from './bg-nbd.ts'
import type { CustomerPurchases } from './customer-purchases.ts'

export interface ValueTerms {
  /** How far the value looks ahead, in the unit of the customers' times. Named wherever the value is shown. */
  readonly horizon: number
  /** Gross margin 0–1; 1 gives revenue rather than profit. */
  readonly margin?: number
  /** Interest of one unit of time, 0.01 = 1 %; 0 does not discount. */
  readonly discountRate?: number
}

/**
 * What a customer brings over the horizon = Σ purchases expected in each unit of time × value of a
 * purchase × margin, each discounted from the end of its unit: (1 + rate)^−k. Without discount that is
 * expected purchases × value × margin.
 *
 * @param purchaseValue what one of his purchases is expected to bring (Gamma-Gamma, or a known mean);
 *   null gives null
 * @returns in the unit of `purchaseValue`
 */
export function customerValue(
  model: BgNbd,
  customer: CustomerPurchases,
  purchaseValue: number | null,
  { horizon, margin = 1, discountRate = 0 }: ValueTerms,
): number | null {
  if (purchaseValue === null) return null
  if (discountRate === 0) return expectedFuturePurchases(model, customer, horizon) * purchaseValue * margin
  let purchases = 0
  let before = 0
  for (let unit = 1; unit - 1 < horizon; unit++) {
    const until = expectedFuturePurchases(model, customer, Math.min(unit, horizon))
    purchases += (until - before) / (1 + discountRate) ** unit
    before = until
  }
  return purchases * purchaseValue * margin
}
