/**
 * An amount of money: an integer number of hundredths of the currency's main
 * unit (分 of 元, cents of USD). Hundredths also for currencies without a minor
 * unit, so that one column holds them all.
 */
export type Fen = number

export function isFen(value: unknown): value is Fen {
  return Number.isSafeInteger(value)
}

/** Sum of the known amounts; null when none is known (missing is not zero). */
export function sumFen(amounts: readonly (Fen | null)[]): Fen | null {
  return amounts.reduce<Fen | null>((sum, fen) => (fen === null ? sum : (sum ?? 0) + fen), null)
}
