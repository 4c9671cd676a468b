/**
 * p-values corrected for several comparisons, in the order given: sorted ascending, the i-th of m is
 * multiplied by m − i + 1, never below one before it, at most 1. Whoever stays below α then has a chance of
 * at most α of any false alarm. Source: Holm, Scandinavian Journal of Statistics 6 (1979).
 */
export function holmCorrected(pValues: readonly number[]): number[] {
  const order = pValues.map((_p, index) => index).toSorted((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0))
  const corrected = pValues.map(() => 1)
  let least = 0
  for (const [rank, index] of order.entries()) {
    least = Math.max(least, Math.min(1, (pValues[index] ?? 1) * (pValues.length - rank)))
    corrected[index] = least
  }
  return corrected
}
