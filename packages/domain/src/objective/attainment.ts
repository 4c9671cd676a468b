import { isCeiling } from './aim.ts'
import type { Aim } from './aim.ts'
import type { CeilingMethod } from './policy-bounds.ts'

/** Attainment above this is shown as this; sums use the value as it is. */
export const SHOWN_ATTAINMENT_CAP = 2

/**
 * Attainment 达成率 of a target, 1 = 100 %, not capped (docs/domain/status.md).
 *
 * With a stated baseline: (actual − baseline) / (target − baseline), in either
 * direction, negative when things moved the wrong way. Without one: actual /
 * target, for a ceiling target / actual. A range is attained inside it and
 * measured against the nearer end outside.
 *
 * null when it cannot be said: a divisor of zero (a ceiling with an actual of
 * zero, a target equal to its baseline). The status does not depend on it.
 */
export function attainment(
  actual: number,
  aim: Aim,
  options: { readonly baseline?: number | null; readonly ceilingMethod?: CeilingMethod } = {},
): number | null {
  const { baseline = null, ceilingMethod = 'quotient' } = options
  if (aim.comparator === 'range') return rangeAttainment(actual, aim.from, aim.to)
  if (baseline !== null) return divide(actual - baseline, aim.value - baseline)
  if (!isCeiling(aim)) return divide(actual, aim.value)
  if (ceilingMethod === 'quotient') return divide(aim.value, actual)
  const used = divide(actual, aim.value)
  return used === null ? null : 2 - used
}

/** Attainment as it is displayed: capped at 200 %, never to be summed. */
export function shownAttainment(value: number | null): number | null {
  return value === null ? null : Math.min(value, SHOWN_ATTAINMENT_CAP)
}

function rangeAttainment(actual: number, from: number, to: number): number | null {
  if (actual < from) return divide(actual, from)
  return actual > to ? divide(to, actual) : 1
}

function divide(a: number, b: number): number | null {
  return b === 0 ? null : a / b
}
