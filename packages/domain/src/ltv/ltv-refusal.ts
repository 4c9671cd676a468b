/**
 * Why no customer lifetime value can be computed. Closed list.
 *
 * | code | when | what the user can do |
 * |---|---|---|
 * | `too_few_customers` | under 10 customers (of Gamma-Gamma: who bought again) | give more, or use the simple LTV |
 * | `no_repeat_purchases` | nobody bought again | wait; until then the simple LTV |
 * | `not_a_number` | a figure is missing or not finite | correct it |
 * | `negative` | a figure is below 0 | correct it |
 * | `frequency_not_whole` | a frequency is no whole number | count the repeat purchases |
 * | `recency_after_end` | the last purchase lies after the end of observation (recency > T) | correct one of the two |
 * | `recency_without_repeat` | frequency 0 with a recency above 0 | recency counts from the first to the last purchase |
 * | `value_not_positive` | a mean value of repeat purchases is not above 0 | leave returns and gifts out |
 */
export type LtvRefusalCode =
  | 'too_few_customers'
  | 'no_repeat_purchases'
  | 'not_a_number'
  | 'negative'
  | 'frequency_not_whole'
  | 'recency_after_end'
  | 'recency_without_repeat'
  | 'value_not_positive'

export type LtvField = 'frequency' | 'recency' | 'age' | 'meanValue'

/** A refusal, not a bug: the customers are the reason. `message` is English and for developers and logs. */
export class LtvRefusal extends Error {
  override readonly name = 'LtvRefusal'
  readonly code: LtvRefusalCode
  /** Index of the customer, from 0; null when it is about all of them. */
  readonly customer: number | null
  readonly field: LtvField | null

  constructor(
    code: LtvRefusalCode,
    message: string,
    at: { readonly customer: number; readonly field: LtvField } | null = null,
  ) {
    super(message)
    this.code = code
    this.customer = at?.customer ?? null
    this.field = at?.field ?? null
  }
}
