/**
 * How credit for a conversion is given to the channels before it; definitions in docs/domain/attribution.md.
 *
 * `shapley` takes for the worth of a set of channels the conversions of the paths inside it, and is then the
 * same as `linear-unique`; `shapley-rate` takes the conversion rate of the journeys with exactly that set.
 */
export const ATTRIBUTION_MODELS = [
  'first',
  'last',
  'last-non-direct',
  'linear',
  'linear-unique',
  'position',
  'time-decay',
  'markov',
  'shapley',
  'shapley-rate',
] as const
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number]

/** Touches that a state of the Markov chain remembers. */
export const MARKOV_ORDERS = [1, 2, 3, 4] as const
export type MarkovOrder = (typeof MARKOV_ORDERS)[number]

/** Days in which the weight of a touch halves: one week, as Google Ads has it. */
export const DEFAULT_HALF_LIFE_DAYS = 7

export interface ChannelCredit {
  readonly channel: string
  /** Conversions credited, a fraction as a rule; below 0 only in `shapley-rate`. */
  readonly conversions: number
  /** Value credited; null when the journeys state none. */
  readonly value: number | null
  /** Markov: the part of the conversions, 0–1, that would be lost without the channel; null in other models. */
  readonly removalEffect: number | null
  /** Markov with values: the part of the value that would be lost. */
  readonly valueRemovalEffect: number | null
}

/**
 * What to know before the figures are believed.
 *
 * | code | when |
 * |---|---|
 * | `no_conversions` | no journey converted: there is nothing to credit |
 * | `no_null_paths` | every journey converted: `markov` and `shapley-rate` then only see which channels are on the way |
 * | `no_direct_channel` | `last-non-direct` found no channel that is direct, and is the same as `last` |
 * | `same_as_linear_unique` | `shapley` as defined here is `linear-unique` |
 * | `negative_credit` | `shapley-rate`: journeys convert less often with the channel than without |
 */
export type AttributionWarning =
  | 'no_conversions'
  | 'no_null_paths'
  | 'no_direct_channel'
  | 'same_as_linear_unique'
  | 'negative_credit'

/** One model's answer. The credits of all channels sum to the totals. */
export interface Attribution {
  readonly model: AttributionModel
  /** Of `markov`; null in other models. */
  readonly order: MarkovOrder | null
  readonly conversions: number
  readonly value: number | null
  /** Of `markov`: how likely a journey converts, 0–1; null in other models. */
  readonly conversionProbability: number | null
  /** In the order of `Journeys.channels`. */
  readonly channels: readonly ChannelCredit[]
  readonly warnings: readonly AttributionWarning[]
}
