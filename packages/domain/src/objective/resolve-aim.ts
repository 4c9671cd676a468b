import { comparatorOf, isAmbiguousChange } from '../quantity/comparator-of.ts'
import type { Quantity, Target } from '../quantity/quantity.ts'
import type { Aim } from './aim.ts'
import { metricDirection, metricNature } from './metric-nature.ts'

/**
 * Why a target cannot be evaluated as it is written.
 * - `ambiguous_change`: "提升15%" on a rate is × 1.15 or + 15 points: ask
 * - `no_baseline`: "提升30%" of what is not stated
 */
export type AimProblem = 'ambiguous_change' | 'no_baseline'

export interface ResolvedAim {
  readonly aim: Aim | null
  readonly problem: AimProblem | null
  /** The comparator was not written but taken from the metric (rule 3); pages show that. */
  readonly isDefaultComparator: boolean
  /** Where the way to the target begins; null when none is stated. */
  readonly baseline: number | null
  /** Written as 1:n, so it means a ROAS, also under the name ROI. */
  readonly isRoas: boolean
}

/**
 * What a written target demands, with nothing left open (rule 3).
 *
 * "提升至" is absolute; "提升30%" of a count is relative to the baseline,
 * "提升500单" is added to it; a change of a rate by a percentage stays
 * ambiguous until somebody answers, a change by points (百分点) does not.
 *
 * @param baseline stated beside the target, in its unit; one inside the target
 *   ("从30%提升至50%") wins
 * @param direction of the metric where its definition states it; else as its name is known
 */
export function resolveAim(
  target: Pick<Target, 'metric' | 'quantity'>,
  baseline: number | null,
  direction = metricDirection(target.metric),
): ResolvedAim {
  const { metric, quantity } = target
  const { change, value, upper } = quantity
  const from = change?.baseline ?? baseline
  const { comparator, isDefault } = comparatorOf(quantity, direction === 'lower')
  const known = {
    baseline: from,
    isRoas: quantity.unit === '1:n',
    isDefaultComparator: isDefault && change === null,
  }
  if (comparator === 'range') {
    return { ...known, aim: { comparator, from: value, to: upper ?? value }, problem: null }
  }
  if (change?.kind !== 'by') return { ...known, aim: { comparator, value }, problem: null }
  if (isAmbiguousChange(quantity, metricNature(metric, false) === 'ratio')) {
    return { ...known, aim: null, problem: 'ambiguous_change' }
  }
  if (from === null) return { ...known, aim: null, problem: 'no_baseline' }
  const isUp = change.direction === 'up'
  const step = isUp ? value : -value
  const level = quantity.unit === '%' ? from * (1 + step) : from + step
  return { ...known, aim: { comparator: isUp ? 'gte' : 'lte', value: level }, problem: null }
}

/**
 * Which quantities can be compared at all: a percentage is never read as a
 * count, nor yuan as dollars. "提升30%" demands a level, so it compares with
 * one and not with another percentage.
 */
export function isComparable(target: Quantity, actual: Quantity): boolean {
  if (target.change?.kind === 'by' && dimension(target) === 'share') return dimension(actual) !== 'share'
  const a = dimension(target)
  const b = dimension(actual)
  return a === b || (a !== 'share' && b === 'plain') || (a === 'plain' && b !== 'share' && b !== '1:n')
}

function dimension(quantity: Quantity): string {
  const { unit } = quantity
  if (unit === '%' || unit === '‰' || unit === '百分点') return 'share'
  if (unit === '1:n') return '1:n'
  if (unit === null) return 'plain'
  return unit === '元' || /^[A-Z]{3}$/.test(unit) ? unit : 'plain'
}
