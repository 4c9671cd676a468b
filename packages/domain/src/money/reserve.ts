import type { Fen } from './fen.ts'
import { shareLine, splitByShares } from './split-by-shares.ts'

/** 应急储备金: 10 % of the total unless the workspace says otherwise. Basis points. */
export const DEFAULT_RESERVE_BPS = 1000
const FULL_BPS = 10_000

export interface ReserveSplit {
  readonly reserveFen: Fen
  readonly distributableFen: Fen
}

/**
 * Sets the reserve aside: total = distributable + reserve, reserve = share of the
 * total (docs/domain/money.md). 1,000,000 元 at 10 % keeps 100,000 元.
 *
 * @param reserveBps basis points of the total, 0–10000
 */
export function setReserveAside(totalFen: Fen, reserveBps: number = DEFAULT_RESERVE_BPS): ReserveSplit {
  if (reserveBps > FULL_BPS) throw new RangeError('a reserve cannot exceed the total')
  const split = splitByShares(totalFen, [shareLine(reserveBps), shareLine(FULL_BPS - reserveBps)])
  if (split.kind !== 'split') throw new RangeError('a reserve has no bounds to break')
  const [reserveFen = 0, distributableFen = 0] = split.parts
  return { reserveFen, distributableFen }
}

/** Is a budget line of this name the reserve? 应急, 备用, 储备 anywhere in it; "reserve", "contingency" in English. */
export function isReserveName(name: string): boolean {
  return /应急|备用|储备|\breserves?\b|\bcontingency\b/i.test(name)
}

export interface NamedShare {
  readonly name: string
  /** Weight relative to the other lines, any scale. */
  readonly share: number
}

export interface BudgetSplit {
  readonly reserveFen: Fen
  readonly distributableFen: Fen
  /** By line, in order; where the reserve is one of the lines it stands among them and is `reserveFen` too. */
  readonly parts: readonly Fen[]
}

/**
 * Distributes a budget over named lines. Where one of the lines is itself the
 * reserve (40/30/20/10 with 应急 10), the shares are of the total and no further
 * reserve is kept; else the reserve is set aside first and the shares are of what
 * remains.
 *
 * @param reserveBps basis points of the total kept when no line is the reserve; 0 for none
 */
export function distributeBudget(
  totalFen: Fen,
  lines: readonly NamedShare[],
  reserveBps: number,
): BudgetSplit {
  const isListed = lines.some(({ name }) => isReserveName(name))
  const aside = setReserveAside(totalFen, isListed ? 0 : reserveBps)
  const split = splitByShares(
    aside.distributableFen,
    lines.map(({ share }) => shareLine(share)),
  )
  if (split.kind !== 'split') return { ...aside, parts: lines.map(() => 0) }
  if (!isListed) return { ...aside, parts: split.parts }
  const reserveFen = split.parts.reduce(
    (sum, fen, index) => (isReserveName(lines[index]?.name ?? '') ? sum + fen : sum),
    0,
  )
  return { reserveFen, distributableFen: totalFen - reserveFen, parts: split.parts }
}
