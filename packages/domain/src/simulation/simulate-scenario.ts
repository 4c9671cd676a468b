import type { LongWork } from '../computation/long-work.ts'
import { baseOf, endsOf } from './distribution.ts'
import { monteCarlo } from './monte-carlo.ts'
import { baseOutcome, breakEvenOf, OUTCOME_NAMES, outcomeOf, scenarioModel, inputsOf } from './scenario.ts'
import type { BreakEven, Outcome, OutcomeName, ScenarioChannel } from './scenario.ts'
import { summarise } from './summarise.ts'
import type { Summary } from './summarise.ts'
import { tornado } from './tornado.ts'
import type { TornadoBar } from './tornado.ts'

export interface SimulationOptions {
  readonly draws: number
  /** A whole number ≥ 0. */
  readonly seed: number
  /** The figure that the tornado explains. */
  readonly outcome: OutcomeName
  /**
   * Tornado: every input ± this share of its base. null = those with a distribution from their low to their
   * high end (`endsOf`); ± 10 % for all when none has one.
   */
  readonly by: number | null
}

export interface ChannelOutcome extends Outcome {
  readonly name: string
  readonly breakEven: ChannelBreakEven
}

/** What one figure of a channel would have to be, the others at base, for the channel to pay for itself. */
export interface ChannelBreakEven extends BreakEven {
  /** Highest price of a click, or of a thousand impressions. */
  readonly price: number | null
  readonly cvr: number | null
  readonly aov: number | null
}

export interface Simulation {
  readonly base: Outcome
  readonly channels: readonly ChannelOutcome[]
  readonly summaries: Readonly<Record<OutcomeName, Summary>>
  readonly tornado: readonly TornadoBar[]
  readonly breakEven: BreakEven
  /** Share of the draws in which gross profit does not pay the spend; null while a margin is unknown. */
  readonly lossProbability: number | null
  /** Draws of an input that were taken as its bound, by name of the input; those without are left out. */
  readonly bounded: readonly { readonly input: string; readonly draws: number }[]
}

/** The bar of a tornado when nobody said how uncertain an input is. */
const USUAL_SHARE = 0.1

/** A what-if scenario (F7): its figures at base, their range under uncertainty, which input matters most, and when it pays. */
export function simulateScenario(
  channels: readonly ScenarioChannel[],
  { draws, seed, outcome, by }: SimulationOptions,
  long: LongWork = {},
): Simulation {
  const model = scenarioModel(channels)
  const inputs = inputsOf(channels)
  const names = inputs.map(({ channel, figure }) => `${channels[channel]?.name ?? ''}.${figure}`)
  const drawn = monteCarlo(model, draws, seed, long)
  const sampleOf = (name: OutcomeName): Float64Array =>
    drawn.samples[OUTCOME_NAMES.indexOf(name)] ?? new Float64Array()
  const base = baseOutcome(channels)
  const share = by ?? (inputs.every(({ distribution }) => distribution.kind === 'fixed') ? USUAL_SHARE : null)
  const bars = inputs.map(({ distribution, least, most }, index) => {
    const middle = baseOf(distribution)
    const [low, high] =
      share === null ? endsOf(distribution) : [middle - middle * share, middle + middle * share]
    return { name: names[index] ?? '', base: middle, low: Math.max(least, low), high: Math.min(most, high) }
  })
  const fixed = new Set(bars.filter(({ low, high }) => low === high).map(({ name }) => name))
  return {
    base,
    channels: channels.map((channel) => channelOutcome(channel)),
    summaries: summariesOf(sampleOf),
    tornado: tornado(bars, (values) => outcomeOf(model, values)[outcome]).filter(
      ({ name }) => !fixed.has(name),
    ),
    breakEven: breakEvenOf(base),
    lossProbability: base.profit === null ? null : shareBelowZero(sampleOf('profit')),
    bounded: names.flatMap((input, index) => {
      const count = drawn.bounded[index] ?? 0
      return count === 0 ? [] : [{ input, draws: count }]
    }),
  }
}

function summariesOf(sampleOf: (name: OutcomeName) => Float64Array): Record<OutcomeName, Summary> {
  const of = (name: OutcomeName): Summary => summarise(sampleOf(name))
  return {
    spend: of('spend'),
    clicks: of('clicks'),
    conversions: of('conversions'),
    revenue: of('revenue'),
    grossProfit: of('grossProfit'),
    profit: of('profit'),
    cpa: of('cpa'),
    roas: of('roas'),
    roi: of('roi'),
    grossMarginRoi: of('grossMarginRoi'),
  }
}

function channelOutcome(channel: ScenarioChannel): ChannelOutcome {
  const outcome = baseOutcome([channel])
  const breakEven = breakEvenOf(outcome)
  const price = baseOf(channel.buying.by === 'cpc' ? channel.buying.cpc : channel.buying.cpm)
  const times = (figure: number): number | null =>
    breakEven.factor === null ? null : figure * breakEven.factor
  return {
    name: channel.name,
    ...outcome,
    breakEven: {
      ...breakEven,
      price: breakEven.factor === null || breakEven.factor === 0 ? null : price / breakEven.factor,
      cvr: times(baseOf(channel.cvr)),
      aov: times(baseOf(channel.aov)),
    },
  }
}

function shareBelowZero(sample: Float64Array): number {
  let losses = 0
  for (const value of sample) if (value < 0) losses += 1
  return losses / sample.length
}
