import type { Quantity, Target } from '@yingce/domain/quantity/quantity'

/** A quantity as programs get it: the five stable keys first, what is rarely set only when it is. */
export function quantityJson(quantity: Quantity): Record<string, unknown> {
  const { comparator, value, unit, per, text, upper, perBasis, change, isApproximate } = quantity
  return {
    comparator,
    value,
    unit,
    per,
    text,
    ...(upper === null ? {} : { upper }),
    ...(perBasis === null ? {} : { perBasis }),
    ...(change === null ? {} : { change }),
    ...(isApproximate ? { isApproximate } : {}),
  }
}

/** One target of a cell: the quantity with the metric it is about. */
export function targetJson(target: Target): Record<string, unknown> {
  return { metric: target.metric, ...quantityJson(target.quantity) }
}

/** Text without a readable figure, in the same shape. */
export function unreadQuantityJson(text: string): Record<string, unknown> {
  return { comparator: null, value: null, unit: null, per: null, text }
}
