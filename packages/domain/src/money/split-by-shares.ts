import { decimalText } from '../quantity/decimal.ts'
import type { Fen } from './fen.ts'

export interface ShareLine {
  /** Weight relative to the other lines, any scale: 40, 0.4 and 4000 basis points say the same. Not negative. */
  readonly share: number
  /** Least amount, null for none. */
  readonly minFen: Fen | null
  /** Largest amount, null for none. */
  readonly maxFen: Fen | null
}

export type SplitResult =
  | { readonly kind: 'split'; readonly parts: readonly Fen[] }
  /** `min`: the least amounts exceed the total; `max`: the largest do not reach it; `share`: no line may take the rest. */
  | { readonly kind: 'infeasible'; readonly reason: 'min' | 'max' | 'share'; readonly missingFen: Fen }

/** A line without bounds. */
export function shareLine(share: number): ShareLine {
  return { share, minFen: null, maxFen: null }
}

/**
 * Splits an amount by shares so that the parts are whole fen and sum to it
 * exactly (docs/domain/money.md): every line gets the whole fen of its exact
 * part, the fen that are left go to the largest remainders, ties in order
 * (Hamilton's method).
 *
 * Bounds are kept as a flexible layout keeps them: lines that would break their
 * bound are set to it, the rest is shared among the others, until none breaks.
 *
 * @param totalFen not negative
 * @throws RangeError for a negative or fractional total or bound, or a negative share: a bug of the caller
 */
export function splitByShares(totalFen: Fen, lines: readonly ShareLine[]): SplitResult {
  check(totalFen, lines)
  const weights = integerWeights(lines.map(({ share }) => share))
  const min = lines.map((line) => BigInt(line.minFen ?? 0))
  const max = lines.map((line) => BigInt(line.maxFen ?? totalFen))
  const total = BigInt(totalFen)
  const least = sum(min)
  if (least > total) return { kind: 'infeasible', reason: 'min', missingFen: Number(least - total) }
  const most = sum(max)
  if (most < total) return { kind: 'infeasible', reason: 'max', missingFen: Number(total - most) }
  const frozen = freezeBounds(total, weights, min, max)
  const open = lines.flatMap((_, index) => (frozen[index] === null ? [index] : []))
  const rest = total - sum(frozen.map((fen) => fen ?? 0n))
  const openWeight = sum(open.map((index) => weights[index] as bigint))
  if (rest > 0n && openWeight === 0n) return { kind: 'infeasible', reason: 'share', missingFen: Number(rest) }
  const parts = frozen.map((fen) => fen ?? 0n)
  const largest = largestRemainders(
    rest,
    open.map((index) => weights[index] as bigint),
    openWeight,
  )
  for (const [position, index] of open.entries()) parts[index] = largest[position] as bigint
  return { kind: 'split', parts: parts.map(Number) }
}

/** Lines held at a bound, null for those that share the rest (CSS Flexible Box Layout, 9.7). */
function freezeBounds(
  total: bigint,
  weights: readonly bigint[],
  min: readonly bigint[],
  max: readonly bigint[],
): (bigint | null)[] {
  const frozen: (bigint | null)[] = weights.map(() => null)
  for (let round = 0; round <= weights.length; round++) {
    const rest = total - sum(frozen.map((fen) => fen ?? 0n))
    const weight = sum(weights.filter((_, index) => frozen[index] === null))
    // Exact parts times `weight`, so that comparing needs no fractions; with no weight left every part is 0.
    const scale = weight === 0n ? 1n : weight
    const excess = weights.map((own, index) => {
      if (frozen[index] !== null) return 0n
      const exact = weight === 0n ? 0n : rest * own
      if (exact < (min[index] as bigint) * scale) return (min[index] as bigint) * scale - exact
      return exact > (max[index] as bigint) * scale ? (max[index] as bigint) * scale - exact : 0n
    })
    if (excess.every((difference) => difference === 0n)) return frozen
    const balance = sum(excess)
    for (const [index, difference] of excess.entries()) {
      if (difference > 0n && balance >= 0n) frozen[index] = min[index] as bigint
      if (difference < 0n && balance <= 0n) frozen[index] = max[index] as bigint
    }
  }
  return frozen
}

function largestRemainders(total: bigint, weights: readonly bigint[], weight: bigint): bigint[] {
  if (weight === 0n) return weights.map(() => 0n)
  const parts = weights.map((own) => (total * own) / weight)
  const remainders = weights.map((own, index) => ({ index, remainder: (total * own) % weight }))
  const byRemainder = remainders.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  const left = Number(total - sum(parts))
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] as bigint) + 1n
  return parts
}

/** Shares as integers in the same proportion, so that 0.1 + 0.2 is exactly 0.3. */
function integerWeights(shares: readonly number[]): bigint[] {
  const texts = shares.map(decimalText)
  const decimals = Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0))
  return texts.map((text) => {
    const [whole = '0', fraction = ''] = text.split('.')
    return BigInt(whole + fraction.padEnd(decimals, '0'))
  })
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}

function check(totalFen: Fen, lines: readonly ShareLine[]): void {
  const amounts = [totalFen, ...lines.flatMap(({ minFen, maxFen }) => [minFen ?? 0, maxFen ?? 0])]
  if (!amounts.every((fen) => Number.isSafeInteger(fen) && fen >= 0))
    throw new RangeError('amounts must be whole fen, not negative')
  if (!lines.every(({ share }) => Number.isFinite(share) && share >= 0))
    throw new RangeError('shares must not be negative')
  if (lines.some(({ minFen, maxFen }) => maxFen !== null && (minFen ?? 0) > maxFen))
    throw new RangeError('a least amount exceeds its largest')
}
