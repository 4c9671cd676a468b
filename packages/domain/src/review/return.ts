/**
 * Return figures (docs/domain/return.md). Revenue and cost in the same unit;
 * every figure is null when a part is missing or the divisor is zero, because
 * a return on nothing spent is no number. ROAS and ROI are never one word.
 */

/** ROAS 投产比 = revenue / cost; "1:5" is 5. */
export function roas(revenue: number | null, cost: number | null): number | null {
  return quotient(revenue, cost)
}

/** ROI 净回报率(收入口径) = (incremental revenue − cost) / cost; ROAS 5 is ROI 4. */
export function roi(incrementalRevenue: number | null, cost: number | null): number | null {
  const ratio = quotient(incrementalRevenue, cost)
  return ratio === null ? null : ratio - 1
}

/** 毛利ROI = (incremental gross profit − cost) / cost, with `margin` the gross margin 0–1 of the revenue. */
export function grossMarginRoi(
  incrementalRevenue: number | null,
  margin: number | null,
  cost: number | null,
): number | null {
  if (incrementalRevenue === null || margin === null) return null
  return roi(incrementalRevenue * margin, cost)
}

/** ROAS at which the gross profit just pays the cost: 1 / gross margin. */
export function breakEvenRoas(margin: number | null): number | null {
  return quotient(1, margin)
}

/**
 * ROI with what new customers will still bring = (new customers × LTV margin − cost) / cost.
 * Whoever shows it names the LTV model and its horizon beside it.
 *
 * @param ltvMargin gross profit one new customer brings over the horizon, in the unit of `cost`
 */
export function ltvCorrectedRoi(
  newCustomers: number | null,
  ltvMargin: number | null,
  cost: number | null,
): number | null {
  if (newCustomers === null || ltvMargin === null) return null
  return roi(newCustomers * ltvMargin, cost)
}

/** a / b, null when either is missing or b is zero. */
export function quotient(a: number | null, b: number | null): number | null {
  return a === null || b === null || b === 0 ? null : a / b
}
