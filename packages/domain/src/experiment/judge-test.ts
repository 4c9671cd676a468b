import {
  compareRates,
  wilsonInterval,
  type Interval,
  type Outcome,
  type RateComparison,
} from './compare-rates.ts'
import { holmCorrected } from './holm-correction.ts'
import { sampleRatio, type SampleRatio } from './sample-ratio.ts'

/** A group of a test; the first of a list is the control. */
export interface TestGroup extends Outcome {
  readonly name: string
  /** Share of the split that it should get; equal shares where none is stated. */
  readonly share?: number
}

export interface TestPlan {
  /** People that each group shall have before the test is judged; null when nobody planned it. */
  readonly peoplePerGroup: number | null
  /** Chance of a false alarm over all comparisons, two-sided; 0.05 by default. */
  readonly alpha?: number
}

/**
 * What the test says.
 *
 * - `split_broken`: the groups do not have the sizes they should: repair the assignment, believe nothing
 * - `not_enough_data`: too early; `reason` says what is missing
 * - `winner`: the variant named is better than the control and has the highest rate of those that are; the
 *   others in `alsoBetter` are not shown to be worse than it
 * - `control_wins`: at least one variant is worse, and none is better
 * - `no_difference`: the planned size is reached and no difference was found; one below the planned effect
 *   may still be there
 */
export type Verdict =
  | { readonly kind: 'split_broken' }
  | {
      readonly kind: 'not_enough_data'
      readonly reason: 'few_conversions' | 'below_plan' | 'no_plan' | 'one_group'
    }
  | { readonly kind: 'winner'; readonly variant: string; readonly alsoBetter: readonly string[] }
  | { readonly kind: 'control_wins' }
  | { readonly kind: 'no_difference' }

/**
 * `early_look`: some comparison is significant although the planned size is not reached; looking again and
 * again until that happens finds a difference where there is none. `unplanned`: the verdict stands on a
 * sample whose size nobody fixed before.
 */
export type TestWarning = 'early_look' | 'unplanned'

export interface JudgedVariant extends RateComparison {
  readonly name: string
  readonly rate: number
  /** After Holm's correction for all variants: this one is compared with alpha. */
  readonly correctedPValue: number
  readonly isSignificant: boolean
}

export interface JudgedTest {
  readonly verdict: Verdict
  readonly warnings: readonly TestWarning[]
  readonly control: {
    readonly name: string
    readonly rate: number | null
    readonly interval: Interval | null
  }
  /** Against the control; empty when a group has nobody. */
  readonly variants: readonly JudgedVariant[]
  readonly ratio: SampleRatio | null
  /** People of the smallest group, as a share of the plan; null without a plan. */
  readonly planShare: number | null
  readonly alpha: number
}

/** Expected conversions, and expected people without, that each group needs for the normal approximation (Cochran 1954). */
const FEWEST_EXPECTED = 5

/**
 * Judges a test of conversion rates: its split first, then its size, then the differences.
 *
 * Before the planned size is reached nothing wins, however small its p-value: the p-value holds for one
 * look at a size fixed beforehand. Intervals are at level 1 − alpha each; significance is by Holm's
 * corrected p-values, so that with several variants an interval may exclude 0 without being significant.
 *
 * @param groups the control first; conversions between 0 and people
 * @throws RangeError for counts that are negative, not whole, or more conversions than people
 */
export function judgeTest(groups: readonly TestGroup[], plan: TestPlan): JudgedTest {
  for (const group of groups) checkGroup(group)
  const { alpha = 0.05, peoplePerGroup } = plan
  const [control, ...variants] = groups
  const ratio = sampleRatio(groups.map(({ people, share = 1 }) => ({ people, share })))
  const smallest = groups.reduce((least, { people }) => Math.min(least, people), Infinity)
  const judged = control === undefined ? [] : judgedVariants(control, variants, alpha)
  const planShare = peoplePerGroup === null || peoplePerGroup <= 0 ? null : smallest / peoplePerGroup
  const isEarly = planShare !== null && planShare < 1
  const isAnySignificant = judged.some(({ isSignificant }) => isSignificant)
  const warnings: TestWarning[] = []
  if (isEarly && isAnySignificant) warnings.push('early_look')
  if (planShare === null && isAnySignificant) warnings.push('unplanned')
  return {
    verdict: verdictOf(groups, judged, ratio, planShare),
    warnings,
    control: {
      name: control?.name ?? '',
      rate: control === undefined || control.people === 0 ? null : control.conversions / control.people,
      interval: control === undefined || control.people === 0 ? null : wilsonInterval(control, 1 - alpha),
    },
    variants: judged,
    ratio,
    planShare,
    alpha,
  }
}

function judgedVariants(control: TestGroup, variants: readonly TestGroup[], alpha: number): JudgedVariant[] {
  const compared = variants.flatMap((variant) => {
    const comparison = compareRates(control, variant, 1 - alpha)
    return comparison === null ? [] : [{ variant, comparison }]
  })
  if (compared.length < variants.length) return []
  const corrected = holmCorrected(compared.map(({ comparison }) => comparison.pValue))
  return compared.map(({ variant, comparison }, index) => ({
    ...comparison,
    name: variant.name,
    rate: variant.conversions / variant.people,
    correctedPValue: corrected[index] ?? 1,
    isSignificant: (corrected[index] ?? 1) < alpha,
  }))
}

function verdictOf(
  groups: readonly TestGroup[],
  judged: readonly JudgedVariant[],
  ratio: SampleRatio | null,
  planShare: number | null,
): Verdict {
  if (groups.length < 2) return { kind: 'not_enough_data', reason: 'one_group' }
  if (ratio?.isMismatch === true) return { kind: 'split_broken' }
  if (judged.length === 0 || hasFewConversions(groups))
    return { kind: 'not_enough_data', reason: 'few_conversions' }
  if (planShare !== null && planShare < 1) return { kind: 'not_enough_data', reason: 'below_plan' }
  const significant = judged.filter(({ isSignificant }) => isSignificant)
  const better = significant.filter(({ difference }) => difference > 0)
  const [best, ...others] = better.toSorted((a, b) => b.rate - a.rate)
  if (best !== undefined)
    return { kind: 'winner', variant: best.name, alsoBetter: others.map(({ name }) => name) }
  if (significant.length > 0) return { kind: 'control_wins' }
  return planShare === null ? { kind: 'not_enough_data', reason: 'no_plan' } : { kind: 'no_difference' }
}

function hasFewConversions(groups: readonly TestGroup[]): boolean {
  const people = groups.reduce((sum, group) => sum + group.people, 0)
  const conversions = groups.reduce((sum, group) => sum + group.conversions, 0)
  const rate = conversions / people
  return groups.some((group) => group.people * Math.min(rate, 1 - rate) < FEWEST_EXPECTED)
}

function checkGroup({ name, people, conversions }: TestGroup): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0
  if (!isCount(people) || !isCount(conversions) || conversions > people)
    throw new RangeError(`${name}: ${conversions} conversions of ${people} people`)
}
