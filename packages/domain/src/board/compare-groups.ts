import { judgeTest, type JudgedTest } from '../experiment/judge-test.ts'
import { sampleSizeForRates } from '../experiment/sample-size.ts'
import type { BoardMetric, BoardValues } from './board-metric.ts'

/** Rates that two groups can be compared by, the one of people first: each a share of those who could and did. */
export const COMPARED_METRICS = ['cvrPeople', 'ctr', 'cvrClick'] as const
export type ComparedMetric = (typeof COMPARED_METRICS)[number]

/** Counts of different people. They do not add over days, so that only a single figure of a group counts. */
export const PEOPLE_COUNTS = ['visitors', 'users', 'buyers'] as const
type PeopleCount = (typeof PEOPLE_COUNTS)[number]

/** What a test is about: heads, or views and clicks of which one person may make several. */
export type ComparedUnit = 'visitors' | 'users' | 'impressions' | 'clicks'

interface RateParts {
  readonly of: BoardMetric | 'buyers'
  readonly by: ComparedUnit
}

/** Sums of the same facts divide to the same rate up to the last digits. */
const DUST = 1e-9

export interface ComparedGroup {
  readonly name: string
  readonly values: BoardValues & Readonly<Partial<Record<PeopleCount, number | null>>>
  /** There are several head counts (of days, of sources), and no sum of them. */
  readonly isPeopleSplit: boolean
}

export interface ComparisonDesign {
  readonly metric: ComparedMetric
  /** The smallest change worth knowing, relative to the first group's rate: 0.1 = a tenth. */
  readonly effect: number
  /** People were sent to either group by chance, half and half: their numbers are then checked too. */
  readonly isSplitEven: boolean
}

export interface GroupComparison {
  /** What is counted, and what those did: 访客 and 支付人数, 曝光 and 点击. */
  readonly unit: ComparedUnit
  readonly done: RateParts['of']
  readonly people: readonly [number, number]
  readonly conversions: readonly [number, number]
  /** People that each group needs for the effect, at 5 % false alarms and 80 % power; null where no number is enough. */
  readonly needed: number | null
  readonly judged: JudgedTest
}

/**
 * `no_figures`: one of the two has no such counts. `unfit`: the counts are of different facts (clicks without
 * impressions are in the data), are not whole, or more did it than could: a rate of them would be invented.
 * `people_split`: people are counted by day or source, and such counts do not add.
 */
export type ComparisonGap = 'no_figures' | 'unfit' | 'people_split'

/** Of people: visitors before users, who paid before conversions; null where the groups have no count in common. */
function partsOf(metric: ComparedMetric, groups: readonly ComparedGroup[]): RateParts | null {
  if (metric === 'ctr') return { of: 'clicks', by: 'impressions' }
  if (metric === 'cvrClick') return { of: 'conversions', by: 'clicks' }
  const isKnown = (count: PeopleCount) => groups.every(({ values }) => (values[count] ?? null) !== null)
  const by = (['visitors', 'users'] as const).find(isKnown)
  return by === undefined ? null : { of: isKnown('buyers') ? 'buyers' : 'conversions', by }
}

/** The rate that a test of the two is about unless somebody says otherwise: of people where they are counted. */
export function usualMetric(control: ComparedGroup, variant: ComparedGroup): ComparedMetric {
  const design = { effect: 0.1, isSplitEven: false }
  return (
    COMPARED_METRICS.find(
      (metric) => typeof compareGroups(control, variant, { ...design, metric }) !== 'string',
    ) ?? 'ctr'
  )
}

/**
 * Two groups of a board compared like an A/B test (M9): the first is the control. The size that they need
 * follows from the control's own rate and the smallest change worth knowing; until it is reached there is not
 * enough data. By visitors or users it is a test of people; reports of platforms are counts of views and
 * clicks, and one person in several clicks makes the interval too narrow.
 */
export function compareGroups(
  control: ComparedGroup,
  variant: ComparedGroup,
  { metric, effect, isSplitEven }: ComparisonDesign,
): GroupComparison | ComparisonGap {
  const parts = partsOf(metric, [control, variant])
  if (parts === null) return control.isPeopleSplit || variant.isPeopleSplit ? 'people_split' : 'no_figures'
  const counts = [control, variant].map(({ values }) => ({
    people: values[parts.by] ?? null,
    conversions: values[parts.of] ?? null,
    // A head count is one figure: there is no rate of other facts that it could be mixed with.
    rate: metric === 'cvrPeople' ? undefined : (values[metric] ?? null),
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
      (people === 0 || rate === undefined || (rate !== null && Math.abs(conversions / people - rate) < DUST)),
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
    unit: parts.by,
    done: parts.of,
    people: [first.people, second.people],
    conversions: [first.conversions, second.conversions],
    needed: size?.control ?? null,
    judged: judgeTest(
      [group(control, first.people, first.conversions), group(variant, second.people, second.conversions)],
      { peoplePerGroup: size?.control ?? null },
    ),
  }
}
