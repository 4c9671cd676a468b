/**
 * Attainment of a whole from parts whose values add up (exposure of three
 * channels): Σ actual / Σ target. A part without data counts as nothing
 * reached, its target stays in the sum; null when the targets sum to zero.
 */
export function rollUpAdditive(
  parts: readonly { readonly actual: number | null; readonly target: number }[],
): number | null {
  const target = parts.reduce((sum, part) => sum + part.target, 0)
  const actual = parts.reduce((sum, part) => sum + (part.actual ?? 0), 0)
  return target === 0 ? null : actual / target
}

/**
 * Attainment of an objective from key results that cannot be added (a sales sum
 * and a rate): weighted mean of their attainments, each capped at 100 % so that
 * one runaway result does not hide a missed one. Ratios of one kind roll up
 * from their totals instead, which is not this function's question.
 *
 * Key results without an attainment are left out and the rest rescaled; null
 * when none is left.
 */
export function rollUpMixed(
  parts: readonly { readonly attainment: number | null; readonly weight: number }[],
): number | null {
  let sum = 0
  let weights = 0
  for (const { attainment, weight } of parts) {
    if (attainment === null) continue
    sum += Math.min(attainment, 1) * weight
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}
