/**
 * Split an integer amount by weights so that the parts sum exactly to it:
 * largest remainder, ties by order (rule 10). Computed in whole numbers, so it
 * is exact up to amount × weight of any size.
 *
 * @param amount integer ≥ 0, in the smallest unit
 * @param weights integers ≥ 0; when all are 0 there is nothing to go by and
 *   every part is 0
 */
export function splitExactly(amount: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return weights.map(() => 0)
  const whole = BigInt(amount)
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight)
    return { index, part: Number(product / BigInt(total)), rest: product % BigInt(total) }
  })
  let left = amount - shares.reduce((sum, share) => sum + share.part, 0)
  const parts = shares.map((share) => share.part)
  for (const { index } of shares.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1
  }
  return parts
}
