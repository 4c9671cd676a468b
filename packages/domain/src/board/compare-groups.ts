import { judgeTest, type JudgedTest } from '../experiment/judge-test.ts'
import { sampleSizeForRates } from '../experiment/sample-size.ts'
import type { BoardMetric, BoardValues } from './board-metric.ts'

/** Rates that two groups can be compared by: each a share of people (or views) who did something. */
export const COMPARED_METRICS = ['ctr', 'cvrClick'] as const
export type ComparedMetric = (typeof COMPARED_METRICS)[number]

const PARTS: Readonly<Record<ComparedMetric, { readonly of: BoardMetric; readonly by: BoardMetric }>> = {
  ctr: { of: 'clicks', by: 'impressions' },
  cvrClick: { of: 'conversions', by: 'clicks' },
}
/** Sums of the same facts divide to the same rate up to the last digits. */
const DUST = 1e-9

export interface ComparedGroup {
  readonly name: string
  readonly values: BoardValues
}

export interface ComparisonDesign {
  readonly metric: ComparedMetric
  /** The smallest change worth knowing, relative to the first group's rate: 0.1 = a tenth. */
  readonly effect: number
  /** People were sent to either group by chance, half and half: their numbers are then checked too. */
  readonly isSplitEven: boolean
}

export interface GroupComparison {
  readonly people: readonly [number, number]
  readonly conversions: readonly [number, number]
  /** People that each group needs for the effect, at 5 % false alarms and 80 % power; null where no number is enough. */
  readonly needed: number | null
  readonly judged: JudgedTest
}

/**
 * `no_figures`: one of the two has no such counts. `unfit`: the counts are of different facts (clicks without
 * impressions are in the data), are not whole, or more did it than could: a rate of them would be invented.
 */
export type ComparisonGap = 'no_figures' | 'unfit'

/**
 * Two groups of a board compared like an A/B test (M9): the first is the control. The size that they need
 * follows from the control's own rate and the smallest change worth knowing; until it is reached there is not
 * enough data. Reports of platforms are counts of views and clicks, not of people; one person in several
 * clicks makes the interval too narrow.
 */
export function compareGroups(
  control: ComparedGroup,
  variant: ComparedGroup,
  { metric, effect, isSplitEven }: ComparisonDesign,
): GroupComparison | ComparisonGap {
  const { of, by } = PARTS[metric]
  const counts = [control, variant].map(({ values }) => ({
    people: values[by] ?? null,
    conversions: values[of] ?? null,
    rate: values[metric] ?? null,
  }))
  const [first, second] = counts
  if (first === undefined || second === undefined) return 'no_figures'
  if (
    first.people === null ||
    first.conversions === null ||
    second.people === null ||
    second.conversions === null
  )
    return 'no_figures'
  const isFit = counts.every(
    ({ people, conversions, rate }) =>
      people !== null &&
      conversions !== null &&
      Number.isInteger(people) &&
      Number.isInteger(conversions) &&
      conversions <= people &&
      (people === 0 || (rate !== null && Math.abs(conversions / people - rate) < DUST)),
  )
  if (!isFit) return 'unfit'
  const { size } = sampleSizeForRates(first.people === 0 ? 0 : first.conversions / first.people, {
    effect: { kind: 'relative', value: effect },
  })
  const group = ({ name }: ComparedGroup, people: number, conversions: number) => ({
    name,
    people,
    conversions,
    share: isSplitEven ? 1 : people,
  })
  return {
    people: [first.people, second.people],
    conversions: [first.conversions, second.conversions],
    needed: size?.control ?? null,
    judged: judgeTest(
      [group(control, first.people, first.conversions), group(variant, second.people, second.conversions)],
      { peoplePerGroup: size?.control ?? null },
    ),
  }
}
