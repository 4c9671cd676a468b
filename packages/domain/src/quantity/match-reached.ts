import type { Quantity, Reached, Target } from './quantity.ts'
import { isCurrency } from './units.ts'

/**
 * How a reached value found its target: by `name`, because there is `only` one of
 * each, because its `unit` fits one target alone, or by `order` (as many unnamed
 * values as targets, units agreeing).
 */
export type MatchedBy = 'name' | 'only' | 'unit' | 'order'

export interface ReachedMatch {
  readonly target: Target
  readonly reached: Reached | null
  readonly by: MatchedBy | null
}

export interface ReachedMatching {
  /** One per target, in order. */
  readonly matches: readonly ReachedMatch[]
  /** Values that no target could claim; shown, never spread over targets. */
  readonly leftover: readonly Reached[]
}

/** Words around a metric's name that say how it was taken, not which it is. */
const DECORATION = /实际|目前|当前|截至|累计|合计|共计|已达成|已完成|达成|目标|[总共已]|[\s:()]/g

/**
 * Pairs the reached values of a cell with the targets of another: "观看25万,销售额45万"
 * against "观看人数≥20万,销售额≥50万". Names win; an unnamed value is given to a target
 * only where nothing else is possible.
 */
export function matchReached(targets: readonly Target[], values: readonly Reached[]): ReachedMatching {
  const taken = new Map<Target, { readonly reached: Reached; readonly by: MatchedBy }>()
  const open = (): Target[] => targets.filter((target) => !taken.has(target))
  const named = values.filter(({ metric }) => metric !== null)
  const unnamed = values.filter(({ metric }) => metric === null)
  const leftover: Reached[] = []
  for (const fits of [isSameName, isPartOfName]) {
    for (const reached of named) {
      if ([...taken.values()].some((entry) => entry.reached === reached)) continue
      const found = open().filter(
        (target) => fits(target.metric, reached.metric) && isSameKind(target.quantity, reached.quantity),
      )
      if (found.length === 1) taken.set(found[0] as Target, { reached, by: 'name' })
    }
  }
  const strangers = named.filter((reached) => ![...taken.values()].some((entry) => entry.reached === reached))
  const isSingle = targets.length === 1 && values.length === 1
  leftover.push(...strangers.filter(() => !isSingle))
  const rest = isSingle ? [...strangers, ...unnamed] : unnamed
  pairUnnamed(open(), rest, taken, leftover)
  return {
    matches: targets.map((target) => ({
      target,
      reached: taken.get(target)?.reached ?? null,
      by: taken.get(target)?.by ?? null,
    })),
    leftover,
  }
}

function pairUnnamed(
  open: readonly Target[],
  values: readonly Reached[],
  taken: Map<Target, { readonly reached: Reached; readonly by: MatchedBy }>,
  leftover: Reached[],
): void {
  const fitting = (reached: Reached): Target[] =>
    open.filter((target) => isSameKind(target.quantity, reached.quantity))
  const isPaired =
    open.length === values.length &&
    values.every((value, index) => fitting(value).includes(open[index] as Target))
  for (const [index, reached] of values.entries()) {
    const candidates = fitting(reached)
    const isAlone =
      candidates.length === 1 &&
      values.filter((value) => fitting(value).includes(candidates[0] as Target)).length === 1
    if (open.length === 1 && values.length === 1 && isAlone)
      taken.set(open[0] as Target, { reached, by: 'only' })
    else if (isAlone) taken.set(candidates[0] as Target, { reached, by: 'unit' })
    else if (isPaired) taken.set(open[index] as Target, { reached, by: 'order' })
    else leftover.push(reached)
  }
}

/**
 * Can the two be compared at all: both rates or neither, both money or not
 * stated, both return ratios or a bare number? 25万 and 20万人 can.
 */
export function isSameKind(a: Quantity, b: Quantity): boolean {
  const [first, second] = [kindOf(a.unit), kindOf(b.unit)]
  if (first === second) return first !== 'currency' || a.unit === b.unit
  return (first === 'none' && second !== 'rate') || (second === 'none' && first !== 'rate')
}

function kindOf(unit: string | null): 'none' | 'rate' | 'return' | 'currency' | 'count' {
  if (unit === null) return 'none'
  if (unit === '%' || unit === '‰' || unit === '百分点') return 'rate'
  if (unit === '1:n' || unit === '倍') return 'return'
  return isCurrency(unit) ? 'currency' : 'count'
}

function isSameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && plainName(a) === plainName(b)
}

function isPartOfName(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const [first, second] = [plainName(a), plainName(b)]
  return first !== '' && second !== '' && (first.includes(second) || second.includes(first))
}

function plainName(name: string): string {
  return name.toLowerCase().replace(DECORATION, '')
}
