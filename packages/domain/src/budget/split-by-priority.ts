import type { Fen } from '../money/fen.ts'
import { splitByShares } from '../money/split-by-shares.ts'

/** A strategy or channel that gets part of a budget. */
export interface PriorityItem {
  readonly name: string
  /** Strategic priority, relative to the others, any scale; 0 gets no more than its least amount. */
  readonly weight: number
  readonly minFen: Fen | null
  readonly maxFen: Fen | null
  /** An amount that is fixed already, such as a signed contract; null = free. */
  readonly lockedFen: Fen | null
}

export interface PriorityPart {
  readonly name: string
  readonly fen: Fen
  /** Part of the whole, 0–1; null when the whole is 0. */
  readonly share: number | null
  readonly at: 'weight' | 'min' | 'max' | 'locked'
}

export type PrioritySplit =
  | { readonly kind: 'split'; readonly parts: readonly PriorityPart[] }
  | {
      readonly kind: 'infeasible'
      /**
       * `min_over_max`, `locked_under_min`, `locked_over_max`: of the item. Of the whole: `min` the locked and
       * least amounts exceed it, `max` locked and largest amounts do not use it up, `weight` no item with a
       * weight may take the rest.
       */
      readonly reason: 'min_over_max' | 'locked_under_min' | 'locked_over_max' | 'min' | 'max' | 'weight'
      /** Index of the item; null when it is about the whole. */
      readonly item: number | null
      readonly missingFen: Fen
    }

/**
 * Splits a distributable budget by strategic priority (F6): in proportion to the weights, exact to the fen,
 * with least, largest and locked amounts kept (`splitByShares`); what a bound takes or leaves, the others
 * share in proportion.
 *
 * @param totalFen not negative, the reserve set aside before
 */
export function splitByPriority(totalFen: Fen, items: readonly PriorityItem[]): PrioritySplit {
  for (const [item, { minFen, maxFen, lockedFen }] of items.entries()) {
    const over = (least: Fen | null, most: Fen | null): Fen =>
      least === null || most === null ? 0 : Math.max(0, least - most)
    if (over(minFen, maxFen) > 0) return infeasible('min_over_max', item, over(minFen, maxFen))
    if (lockedFen === null) continue
    if (over(minFen, lockedFen) > 0) return infeasible('locked_under_min', item, over(minFen, lockedFen))
    if (over(lockedFen, maxFen) > 0) return infeasible('locked_over_max', item, over(lockedFen, maxFen))
  }
  const split = splitByShares(
    totalFen,
    items.map(({ weight, minFen, maxFen, lockedFen }) => ({
      share: weight,
      minFen: lockedFen ?? minFen,
      maxFen: lockedFen ?? maxFen,
    })),
  )
  if (split.kind === 'infeasible')
    return infeasible(split.reason === 'share' ? 'weight' : split.reason, null, split.missingFen)
  return {
    kind: 'split',
    parts: items.map((item, index) => {
      const fen = split.parts[index] ?? 0
      return { name: item.name, fen, share: totalFen === 0 ? null : fen / totalFen, at: placeOf(item, fen) }
    }),
  }
}

function infeasible(
  reason: Extract<PrioritySplit, { kind: 'infeasible' }>['reason'],
  item: number | null,
  missingFen: Fen,
): PrioritySplit {
  return { kind: 'infeasible', reason, item, missingFen }
}

function placeOf({ minFen, maxFen, lockedFen }: PriorityItem, fen: Fen): PriorityPart['at'] {
  if (lockedFen !== null) return 'locked'
  if (fen === maxFen) return 'max'
  return fen === minFen ? 'min' : 'weight'
}
