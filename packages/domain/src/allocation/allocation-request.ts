import type { ResponseCurve } from '../response/curve.ts'

export interface AllocationChannel {
  readonly name: string
  readonly curve: ResponseCurve
  readonly min: number
  /** null = up to the whole budget. */
  readonly max: number | null
  /** A fixed amount, which is not to be changed; null = free. */
  readonly locked: number | null
  /** The amount is a whole multiple of it; null = of the smallest unit. */
  readonly step: number | null
}

export interface AllocationRequest {
  readonly budget: number
  readonly channels: readonly AllocationChannel[]
  /** How many smallest units one is: 100 when amounts are 元 and the parts shall be whole fen. */
  readonly unitsPerOne: number
}

/** Of a channel in a result: where its amount stands. */
export type AllocationPlace = 'min' | 'max' | 'interior' | 'locked'

export interface AllocatedChannel {
  readonly name: string
  readonly amount: number
  readonly response: number
  /** Result of the next unit of money; Infinity for √x and x^p at 0. */
  readonly marginal: number
  readonly at: AllocationPlace
}

export interface Allocation {
  readonly channels: readonly AllocatedChannel[]
  /** Sum of the amounts. */
  readonly spent: number
  /** What no channel may take: the budget is larger than the sum of the largest amounts, or not a whole number of steps. */
  readonly unspent: number
  readonly response: number
  /** λ: what one more unit of budget would bring where it brings most; 0 when no channel may take more. */
  readonly marginal: number
  /** The search ended before it could rule out a better answer; at most this much more response is possible. */
  readonly possibleGain: number
}

export type AllocationRefusalCode =
  | 'min_over_max'
  | 'locked_under_min'
  | 'locked_over_max'
  /** No multiple of the step lies between the least and the largest amount. */
  | 'no_step_in_bounds'
  /** The locked and least amounts together exceed the budget by `missing`. */
  | 'min_over_budget'
  /** No budget reaches the target: at most `most` is possible. */
  | 'target_out_of_reach'
  /** The target needs `needed`, more than the budget. */
  | 'target_over_budget'

/** A request that no amounts can meet. */
export class AllocationRefusal extends Error {
  override readonly name = 'AllocationRefusal'
  readonly code: AllocationRefusalCode
  /** Index of the channel; null when it is about all of them. */
  readonly channel: number | null
  /** What the sentence names, in the unit of the request. */
  readonly params: Readonly<Record<string, number>>

  constructor(
    code: AllocationRefusalCode,
    channel: number | null,
    params: Readonly<Record<string, number>> = {},
  ) {
    super(`${code}${channel === null ? '' : ` (channel ${channel + 1})`} ${JSON.stringify(params)}`)
    this.code = code
    this.channel = channel
    this.params = params
  }
}
