import type { ChannelGrade } from '../grading/channel-grade.ts'
import type { Fen } from '../money/fen.ts'

/** At most so many points of the whole budget change their place in one review (rule 14). Basis points. */
export const DEFAULT_REALLOCATION_BPS = 1_000
const FULL_BPS = 10_000

export interface ReallocationItem {
  readonly name: string
  readonly budgetFen: Fen
  /** What it must keep: its least amount, or what is spent or committed already. */
  readonly minFen: Fen
  readonly maxFen: Fen | null
  /** Return of the next unit of money, or the average return where no response curve is known; null = unknown. */
  readonly marginalReturn: number | null
  /** Channel grade (rule 11); null = not graded. */
  readonly grade: ChannelGrade | null
}

export interface ReallocationMove {
  /** Indices of the items. */
  readonly from: number
  readonly to: number
  readonly fen: Fen
  readonly because: 'grade_c' | 'lower_return'
}

export interface ReallocationProposal {
  readonly moves: readonly ReallocationMove[]
  /** By item, what it would have; the sum is unchanged. */
  readonly budgetsFen: readonly Fen[]
  /** By item, its part of the whole before and after, 0–1; null when the whole is 0. */
  readonly shares: readonly { readonly before: number | null; readonly after: number | null }[]
}

/**
 * Proposes to move money at a review (rule 14, F6), at most `limitBps` of the whole: from channels of grade C,
 * then from the lowest marginal return, as far as they stand above their minimum, to the highest marginal
 * return that still has room. 小红书 with ROI 5 at 40 % and 抖音 with ROI 3 at 30 % become 50 % and 20 %.
 *
 * Money only moves to a higher return, and never to grade C. Items of unknown return neither give (unless of
 * grade C) nor get. It is a proposal: whoever may approve budgets decides.
 *
 * @param limitBps basis points of the whole, 0–10000
 */
export function proposeReallocation(
  items: readonly ReallocationItem[],
  limitBps: number = DEFAULT_REALLOCATION_BPS,
): ReallocationProposal {
  const totalFen = items.reduce((sum, { budgetFen }) => sum + budgetFen, 0)
  const budgets = items.map(({ budgetFen }) => budgetFen)
  const moves: ReallocationMove[] = []
  let leftFen = Math.floor((totalFen * limitBps) / FULL_BPS)
  for (const from of donors(items))
    for (const to of receivers(items)) {
      const [donor, receiver] = [items[from], items[to]]
      if (donor === undefined || receiver === undefined || !isBetter(receiver, donor)) continue
      const spare = (budgets[from] ?? 0) - donor.minFen
      const room = receiver.maxFen === null ? Infinity : receiver.maxFen - (budgets[to] ?? 0)
      const fen = Math.max(0, Math.min(leftFen, spare, room))
      if (fen === 0) continue
      moves.push({ from, to, fen, because: donor.grade === 'C' ? 'grade_c' : 'lower_return' })
      budgets[from] = (budgets[from] ?? 0) - fen
      budgets[to] = (budgets[to] ?? 0) + fen
      leftFen -= fen
    }
  const share = (fen: Fen): number | null => (totalFen === 0 ? null : fen / totalFen)
  return {
    moves,
    budgetsFen: budgets,
    shares: items.map(({ budgetFen }, index) => ({
      before: share(budgetFen),
      after: share(budgets[index] ?? 0),
    })),
  }
}

/** Grade C first, then by rising return; ties in order. */
function donors(items: readonly ReallocationItem[]): number[] {
  const rank = ({ grade }: ReallocationItem): number => (grade === 'C' ? 0 : 1)
  return [...items.entries()]
    .filter(([, item]) => item.grade === 'C' || item.marginalReturn !== null)
    .toSorted(
      ([, a], [, b]) =>
        rank(a) - rank(b) || (a.marginalReturn ?? -Infinity) - (b.marginalReturn ?? -Infinity) || 0,
    )
    .map(([index]) => index)
}

/** By falling return; ties in order. */
function receivers(items: readonly ReallocationItem[]): number[] {
  return [...items.entries()]
    .filter(([, item]) => item.grade !== 'C' && item.marginalReturn !== null)
    .toSorted(([, a], [, b]) => (b.marginalReturn ?? 0) - (a.marginalReturn ?? 0))
    .map(([index]) => index)
}

function isBetter(receiver: ReallocationItem, donor: ReallocationItem): boolean {
  return receiver.marginalReturn !== null && receiver.marginalReturn > (donor.marginalReturn ?? -Infinity)
}
