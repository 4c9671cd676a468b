/** A step with how many got there; null where it was not measured, which is not 0. */
export interface StepCount {
  readonly name: string
  readonly count: number | null
}

export interface FunnelStep extends StepCount {
  /** n of this step / n of the one before; null for the first, after nothing, and where either is not known. */
  readonly stepRate: number | null
  /** n of this step / n of the first. */
  readonly overallRate: number | null
  /** 1 − step rate; negative where the step is larger than the one before. */
  readonly dropRate: number | null
  /** How many did not come from the step before. */
  readonly lost: number | null
  /** More than in the step before: the counts are of different people, or of events. Shown, never hidden. */
  readonly isLargerThanPrevious: boolean
}

export interface Funnel {
  readonly steps: readonly FunnelStep[]
  /** The step before which the largest share is lost, the earlier of two equal ones; null when nothing is lost. */
  readonly biggestLoss: FunnelStep | null
  /** n of the last / n of the first. */
  readonly overallRate: number | null
}

/**
 * Funnel 漏斗 of counts, step by step: step rate = n_k / n_(k−1), overall = n_k / n_1, drop = 1 − step rate.
 * These are counts as reported (exposures, clicks, orders); one person may be in them several times, and
 * nothing says that who clicked is who was shown it. For people in order see `userFunnel`.
 *
 * A step that is not known leaves itself and the next without a rate; the overall rate goes on behind it.
 */
export function funnelOfCounts(counts: readonly StepCount[]): Funnel {
  const first = counts[0]?.count ?? null
  const steps = counts.map(({ name, count }, index): FunnelStep => {
    const before = index === 0 ? null : (counts[index - 1]?.count ?? null)
    const stepRate = rate(count, before)
    return {
      name,
      count,
      stepRate,
      overallRate: rate(count, first),
      dropRate: stepRate === null ? null : 1 - stepRate,
      lost: count === null || before === null ? null : before - count,
      isLargerThanPrevious: count !== null && before !== null && count > before,
    }
  })
  return { steps, biggestLoss: biggestLoss(steps), overallRate: steps.at(-1)?.overallRate ?? null }
}

/** The step with the highest drop above 0. */
export function biggestLoss<Step extends { readonly dropRate: number | null }>(
  steps: readonly Step[],
): Step | null {
  return steps.reduce<Step | null>(
    (worst, step) => ((step.dropRate ?? 0) > (worst?.dropRate ?? 0) ? step : worst),
    null,
  )
}

function rate(count: number | null, before: number | null): number | null {
  return count === null || before === null || before === 0 ? null : count / before
}
