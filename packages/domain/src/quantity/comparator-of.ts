import type { Comparator, Quantity } from './quantity.ts'

/**
 * The comparator that decides whether a quantity is reached: the written one, else the
 * direction of its change ("提升至50%" ≥, "降低至2%" ≤), else the metric's sense: a bare
 * "2%" means ≥ for a higher-is-better metric and ≤ for a lower-is-better one. `isDefault`
 * says that nothing was written and the reading should be shown as a default.
 */
export function comparatorOf(
  quantity: Quantity,
  isLowerBetter: boolean,
): { readonly comparator: Comparator; readonly isDefault: boolean } {
  if (quantity.comparator !== null) return { comparator: quantity.comparator, isDefault: false }
  const { change } = quantity
  // "降低20%" compares the size of the change: at least 20 % lower.
  if (change?.kind === 'by') return { comparator: 'gte', isDefault: true }
  const isDown = change === null ? isLowerBetter : change.direction === 'down'
  return { comparator: isDown ? 'lte' : 'gte', isDefault: true }
}

/** Does a value satisfy the comparator? Unrounded; both ends of a range are in. */
export function satisfies(value: number, quantity: Quantity, comparator: Comparator): boolean {
  switch (comparator) {
    case 'gte':
      return value >= quantity.value
    case 'gt':
      return value > quantity.value
    case 'lte':
      return value <= quantity.value
    case 'lt':
      return value < quantity.value
    case 'eq':
      return value === quantity.value
    case 'range':
      return value >= quantity.value && value <= (quantity.upper ?? quantity.value)
  }
}

/** "提升15%" without a baseline on a rate: × 1.15 or + 15 points? Ask; 提升…个百分点 and a stated baseline are clear. */
export function isAmbiguousChange(quantity: Quantity, isRateMetric: boolean): boolean {
  return isRateMetric && quantity.change?.kind === 'by' && quantity.unit === '%'
}
