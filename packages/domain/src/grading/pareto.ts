import type { ChannelGrade } from './channel-grade.ts'

export interface Contribution {
  readonly name: string
  /** Revenue, profit, conversions …; null where it is not known. */
  readonly value: number | null
}

export interface ParetoItem {
  readonly name: string
  readonly value: number | null
  /** Part of the sum of what is above 0; null for what is not. */
  readonly share: number | null
  /** Shares of all items before this one. */
  readonly shareBefore: number | null
  /** With this one. */
  readonly cumulativeShare: number | null
  /** Null where the value is not known. */
  readonly grade: ChannelGrade | null
}

const A_BELOW = 0.8
const B_BELOW = 0.95
/** 0.1 + 0.7 is a hair below 0.8; the rule means 80 %. */
const DUST = 1e-12

/**
 * Contribution view (Pareto, ABC) of rule 11: sorted from the largest, an item is A while the cumulative
 * share BEFORE it is under 80 %, B while it is under 95 %, else C. So the item that crosses 80 % is A, and a
 * single one always is.
 *
 * Equal values keep the order of their names' characters, whatever order they came in; yet of equal items
 * the ones before the line are A and the ones behind it are not. Shares are of the sum of positive values;
 * zero and negative ones are C without a share. Unknown values have no class and come last.
 */
export function paretoClasses(contributions: readonly Contribution[]): ParetoItem[] {
  const total = contributions.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0)
  let before = 0
  return contributions.toSorted(byContribution).map(({ name, value }): ParetoItem => {
    if (value === null || value <= 0)
      return {
        name,
        value,
        share: null,
        shareBefore: null,
        cumulativeShare: null,
        grade: value === null ? null : 'C',
      }
    const shareBefore = before / total
    before += value
    return {
      name,
      value,
      share: value / total,
      shareBefore,
      cumulativeShare: before / total,
      grade: shareBefore < A_BELOW - DUST ? 'A' : shareBefore < B_BELOW - DUST ? 'B' : 'C',
    }
  })
}

function byContribution(one: Contribution, other: Contribution): number {
  if (one.value === null || other.value === null)
    return one.value === other.value ? byName(one, other) : one.value === null ? 1 : -1
  return other.value - one.value || byName(one, other)
}

function byName(one: Contribution, other: Contribution): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0
}
