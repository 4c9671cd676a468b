import { ratioOfSums } from '../review/ratio-of-sums.ts'
import { biggestLoss, funnelOfCounts, type Funnel, type FunnelStep } from './funnel.ts'

/** Counts of one channel (creative, audience), in the order of the steps. */
export interface ChannelCounts {
  readonly channel: string
  readonly counts: readonly (number | null)[]
}

export interface ChannelFunnels {
  readonly channels: readonly { readonly channel: string; readonly funnel: Funnel }[]
  /** All channels together. */
  readonly total: Funnel
  /** The channel and step with the highest drop; null when nothing is lost. */
  readonly biggestLoss: { readonly channel: string; readonly step: FunnelStep } | null
}

/**
 * A funnel for each channel and one for all. The total's rates are ratios of sums over the channels that
 * have both parts (rule 6): an offline channel without clicks is in the orders, and in no rate of clicks. Its
 * counts are the sums of what is known, so that a rate need not be the quotient of the two counts shown.
 */
export function funnelByChannel(steps: readonly string[], rows: readonly ChannelCounts[]): ChannelFunnels {
  const channels = rows.map(({ channel, counts }) => ({
    channel,
    funnel: funnelOfCounts(steps.map((name, index) => ({ name, count: counts[index] ?? null }))),
  }))
  const worst = biggestLoss(
    channels.flatMap(({ channel, funnel }) =>
      funnel.steps.map((step) => ({ channel, step, dropRate: step.dropRate })),
    ),
  )
  return {
    channels,
    total: totalFunnel(steps, rows),
    biggestLoss: worst === null ? null : { channel: worst.channel, step: worst.step },
  }
}

function totalFunnel(names: readonly string[], rows: readonly ChannelCounts[]): Funnel {
  const countOf =
    (index: number) =>
    ({ counts }: ChannelCounts): number | null =>
      counts[index] ?? null
  const steps = names.map((name, index): FunnelStep => {
    const known = rows.map(countOf(index)).filter((count) => count !== null)
    const count = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
    const ofStep = ratioOfSums(rows, countOf(index), countOf(index - 1))
    const isFirst = index === 0
    return {
      name,
      count,
      stepRate: isFirst ? null : ofStep.value,
      overallRate: ratioOfSums(rows, countOf(index), countOf(0)).value,
      dropRate: isFirst || ofStep.value === null ? null : 1 - ofStep.value,
      lost: isFirst || ofStep.rows === 0 ? null : ofStep.denominator - ofStep.numerator,
      isLargerThanPrevious: !isFirst && ofStep.rows > 0 && ofStep.numerator > ofStep.denominator,
    }
  })
  return { steps, biggestLoss: biggestLoss(steps), overallRate: steps.at(-1)?.overallRate ?? null }
}
