import { type LongWork, partOfWork } from '../computation/long-work.ts'
import { steadySum } from '../computation/steady-sums.ts'
import { AttributionRefusal } from './attribution-refusal.ts'
import {
  type Attribution,
  type AttributionModel,
  type AttributionWarning,
  DEFAULT_HALF_LIFE_DAYS,
  type MarkovOrder,
} from './attribution-model.ts'
import { creditByTouch, type Credits } from './credit-by-touch.ts'
import { directChannels } from './direct-channels.ts'
import { type Journeys, pathCount } from './journeys.ts'
import { markovChain } from './markov-chain.ts'
import { markovCredits, type MarkovCredits } from './markov.ts'
import { shapleyRateCredits } from './shapley-rate.ts'
import * as shares from './touch-shares.ts'

export interface AttributionOptions {
  readonly models: readonly AttributionModel[]
  /** Of `markov`, one answer each; 1 when not given. */
  readonly orders?: readonly MarkovOrder[]
  /** Of `time-decay`; a week when not given. */
  readonly halfLifeDays?: number
  /** What `last-non-direct` takes for direct; the usual names when empty or not given. */
  readonly direct?: readonly string[]
}

/**
 * Credits all conversions, and their value, to the channels on the way to them (归因), one answer per model
 * and order, in the order asked for.
 *
 * @throws AttributionRefusal
 * @throws Cancelled
 */
export function attribute(
  journeys: Journeys,
  options: AttributionOptions,
  long: LongWork = {},
): readonly Attribution[] {
  if (pathCount(journeys) === 0) throw new AttributionRefusal('no_journeys', 'there are no journeys')
  const totals = totalsOf(journeys)
  const jobs = options.models.flatMap((model) => jobsOf(model, options.orders ?? [1]))
  return jobs.map((job, index) => {
    const part = partOfWork(long, index / jobs.length, (index + 1) / jobs.length)
    const credits =
      job.model === 'markov'
        ? markovOf(journeys, job.order, totals, part)
        : creditsOf(journeys, job.model, options, part)
    const warnings = warningsOf(journeys, job.model, options, totals, credits)
    return answer(journeys, job, totals, credits, warnings)
  })
}

type Job =
  | { readonly model: 'markov'; readonly order: MarkovOrder }
  | { readonly model: Exclude<AttributionModel, 'markov'>; readonly order: null }

function jobsOf(model: AttributionModel, orders: readonly MarkovOrder[]): Job[] {
  return model === 'markov' ? orders.map((order) => ({ model, order })) : [{ model, order: null }]
}

interface Totals {
  readonly conversions: number
  readonly value: number | null
  readonly nulls: number
}

function totalsOf({ conversions, values, nulls }: Journeys): Totals {
  return {
    conversions: steadySum(conversions),
    value: values === null ? null : steadySum(values),
    nulls: steadySum(nulls),
  }
}

function markovOf(journeys: Journeys, order: MarkovOrder, totals: Totals, long: LongWork): MarkovCredits {
  const chain = markovChain(journeys, order, partOfWork(long, 0, 0.1))
  const { conversions, value } = totals
  return markovCredits(chain, journeys.channels.length, conversions, value, partOfWork(long, 0.1, 1))
}

function creditsOf(
  journeys: Journeys,
  model: Exclude<AttributionModel, 'markov'>,
  options: AttributionOptions,
  long: LongWork,
): Credits {
  switch (model) {
    case 'first':
      return creditByTouch(journeys, shares.firstTouch, long)
    case 'last':
      return creditByTouch(journeys, shares.lastTouch, long)
    case 'last-non-direct': {
      const isDirect = directChannels(journeys.channels, options.direct ?? [])
      return creditByTouch(journeys, shares.lastNonDirectTouch(journeys, isDirect), long)
    }
    case 'linear':
      return creditByTouch(journeys, shares.everyTouch, long)
    case 'linear-unique':
    case 'shapley':
      return creditByTouch(journeys, shares.everyChannel(journeys), long)
    case 'position':
      return creditByTouch(journeys, shares.byPosition, long)
    case 'time-decay':
      return creditByTouch(journeys, timeDecay(journeys, options), long)
    case 'shapley-rate':
      return shapleyRateCredits(journeys, long)
  }
}

function timeDecay({ daysBefore }: Journeys, { halfLifeDays }: AttributionOptions): shares.TouchShares {
  const days = halfLifeDays ?? DEFAULT_HALF_LIFE_DAYS
  if (!(days > 0 && Number.isFinite(days)))
    throw new AttributionRefusal('bad_half_life', 'the half life is not above 0', { found: String(days) })
  if (daysBefore === null)
    throw new AttributionRefusal('needs_times', 'time decay needs the time of every touch')
  return shares.byTime(daysBefore, days)
}

function warningsOf(
  { channels }: Journeys,
  model: AttributionModel,
  options: AttributionOptions,
  totals: Totals,
  credits: Credits,
): AttributionWarning[] {
  const warnings: AttributionWarning[] = []
  if (totals.conversions === 0) warnings.push('no_conversions')
  if (totals.nulls === 0 && (model === 'markov' || model === 'shapley-rate')) warnings.push('no_null_paths')
  if (model === 'last-non-direct' && !directChannels(channels, options.direct ?? []).includes(1))
    warnings.push('no_direct_channel')
  if (model === 'shapley') warnings.push('same_as_linear_unique')
  if (model === 'shapley-rate' && credits.conversions.some((credit) => credit < 0))
    warnings.push('negative_credit')
  return warnings
}

function answer(
  { channels }: Journeys,
  { model, order }: Job,
  { conversions, value }: Totals,
  credits: Credits | MarkovCredits,
  warnings: readonly AttributionWarning[],
): Attribution {
  const markov = 'probability' in credits ? credits : null
  return {
    model,
    order,
    conversions,
    value,
    conversionProbability: markov?.probability ?? null,
    channels: channels.map((channel, index) => ({
      channel,
      conversions: credits.conversions[index] ?? 0,
      value: credits.values?.[index] ?? null,
      removalEffect: markov?.removalEffects?.[index] ?? null,
      valueRemovalEffect: markov?.valueRemovalEffects?.[index] ?? null,
    })),
    warnings,
  }
}
