/**
 * Touchpoint journeys (触点路径) in memory that a million of them fit into: each different path once, with how
 * often it converted and how often it did not.
 */
export interface Journeys {
  /** Names; everything else speaks of channels by their index here. */
  readonly channels: readonly string[]
  /** Path p's touches are `touches[starts[p]]` to `touches[starts[p + 1] - 1]`; one entry more than paths. */
  readonly starts: Uint32Array
  /** Channel of each touch, earliest first within a path; no path is empty. */
  readonly touches: Uint32Array
  /** Per path: journeys that ended in a conversion; fractions are allowed, negatives not. */
  readonly conversions: Float64Array
  /** Per path: what its conversions were worth together; null when nobody stated it. */
  readonly values: Float64Array | null
  /** Per path: journeys that ended without one (未转化). */
  readonly nulls: Float64Array
  /** Per touch: days from the touch to the conversion, 0 or more; null when the times are not known. */
  readonly daysBefore: Float64Array | null
}

export function pathCount(journeys: Journeys): number {
  return journeys.conversions.length
}
