import { quotient } from './return.ts'

/** A ratio together with the sums it comes from, so that a page can show both. */
export interface RatioOfSums {
  readonly numerator: number
  readonly denominator: number
  /** Rows that had both parts and entered the sums. */
  readonly rows: number
  /** null when no row has both parts, or the denominator is zero: shown as "—", never 0. */
  readonly value: number | null
}

/**
 * Ratio of sums over the rows that have both parts (rule 6): a row without
 * clicks says nothing about the conversion rate, neither above nor below the
 * line. The mean of the rows' ratios is a different, wrong figure.
 */
export function ratioOfSums<Row>(
  rows: readonly Row[],
  numeratorOf: (row: Row) => number | null,
  denominatorOf: (row: Row) => number | null,
): RatioOfSums {
  let numerator = 0
  let denominator = 0
  let count = 0
  for (const row of rows) {
    const above = numeratorOf(row)
    const below = denominatorOf(row)
    if (above === null || below === null) continue
    numerator += above
    denominator += below
    count += 1
  }
  return { numerator, denominator, rows: count, value: count === 0 ? null : quotient(numerator, denominator) }
}
