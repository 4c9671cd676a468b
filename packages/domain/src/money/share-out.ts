import type { Fen } from './fen.ts'
import { shareLine, splitByShares } from './split-by-shares.ts'

/** An amount by shares without bounds, exact to the unit; nothing to anybody when all shares are zero. */
export function shareOut(total: Fen, shares: readonly number[]): readonly Fen[] {
  const split = splitByShares(total, shares.map(shareLine))
  return split.kind === 'split' ? split.parts : shares.map(() => 0)
}
