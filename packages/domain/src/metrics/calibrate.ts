/** One metric from two sources (M11). null = the source has no figure. */
export interface SourcePair {
  /** What the platform that sold the traffic reports. */
  readonly platform: number | null
  /** What the second source counted: analytics, the shop, the CRM. */
  readonly other: number | null
}

export interface Calibration {
  /** Platform less the other source; positive when the platform counts more. */
  readonly difference: number
  /** The difference as a share of the platform's figure, signed. */
  readonly gap: number
  /** Is the gap beyond the tolerance, in either direction? Exactly at it is within. */
  readonly isOverTolerance: boolean
  /** Pairs that had both figures and were compared. */
  readonly pairs: number
}

/** What a tolerance may be: a share of the platform's figure. */
export const TOLERANCE_BOUNDS = { min: 0, max: 1 } as const
/** What a comparison begins with: 5 % of the platform's figure. */
export const USUAL_TOLERANCE = 0.05

/** Slack for binary fractions: a gap of 0.05 as 0.05000000000000004 is within 5 %. */
const EPSILON = 1e-12

/**
 * How far two sources of one metric are apart, as a share of the platform's figure: 10,000 clicks
 * against 9,200 are 8.0 %. Over several days the totals are compared, of the days that both have; a
 * day that one source lacks is missing data and no gap.
 *
 * @param tolerance share 0–1
 * @returns null when no pair has both figures, or the platform's total is zero
 */
export function calibrate(pairs: readonly SourcePair[], tolerance: number): Calibration | null {
  let platform = 0
  let other = 0
  let count = 0
  for (const pair of pairs) {
    if (pair.platform === null || pair.other === null) continue
    platform += pair.platform
    other += pair.other
    count++
  }
  if (count === 0 || platform === 0) return null
  const difference = platform - other
  const gap = difference / platform
  return { difference, gap, isOverTolerance: Math.abs(gap) > tolerance + EPSILON, pairs: count }
}
