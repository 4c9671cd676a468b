/**
 * Why journeys cannot be attributed. Closed list.
 *
 * | code | when | what the user can do |
 * |---|---|---|
 * | `no_journeys` | there is no path at all | check the file |
 * | `bad_journey` | a journey has no touch, or a count, value or distance that is negative or no number; `index` says which, from 0 | correct it |
 * | `needs_times` | time decay over paths whose touch times nobody knows | give touches with times, or take another model |
 * | `bad_half_life` | the half life is not above 0 | give a number of days |
 * | `too_many_channels` | more than `limit` channels (`found`) for this model: of the file for `markov` at this order, of the file or of one journey for `shapley-rate` | a lower order; merge small channels, or take `shapley` |
 */
export type AttributionRefusalCode =
  | 'no_journeys'
  | 'bad_journey'
  | 'needs_times'
  | 'bad_half_life'
  | 'too_many_channels'

/** A refusal, not a bug. `message` is English and for developers and logs. */
export class AttributionRefusal extends Error {
  override readonly name = 'AttributionRefusal'
  readonly code: AttributionRefusalCode
  readonly params: Readonly<Record<string, string | number>>

  constructor(
    code: AttributionRefusalCode,
    message: string,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(message)
    this.code = code
    this.params = params
  }
}
