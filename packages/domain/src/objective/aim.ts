/**
 * A target with nothing left open: the comparator is decided, the value is
 * absolute, ratios are 0–1, money is in the unit of the actual value.
 */
export type Aim =
  | { readonly comparator: 'gte' | 'gt' | 'lte' | 'lt' | 'eq'; readonly value: number }
  | { readonly comparator: 'range'; readonly from: number; readonly to: number }

/** Does the actual value satisfy the comparator, unrounded? (1.95% is not ≥ 2%; exactly 1% is not < 1%.) */
export function satisfies(actual: number, aim: Aim): boolean {
  switch (aim.comparator) {
    case 'gte':
      return actual >= aim.value
    case 'gt':
      return actual > aim.value
    case 'lte':
      return actual <= aim.value
    case 'lt':
      return actual < aim.value
    case 'eq':
      return actual === aim.value
    case 'range':
      return actual >= aim.from && actual <= aim.to
  }
}

/** Is this a ceiling: the smaller the actual value the better? */
export function isCeiling(aim: Aim): boolean {
  return aim.comparator === 'lte' || aim.comparator === 'lt'
}
