import {
  estimateLifetimeValues,
  type LifetimeValues,
  type ObservedCustomer,
} from '@yingce/domain/ltv/estimate-lifetime-values'
import { LtvRefusal } from '@yingce/domain/ltv/ltv-refusal'
import type { Language } from '../language.ts'
import type { ThreadWork } from '../long-work/run-in-thread.ts'
import { Refusal } from '../refusal.ts'
import { LTV_WORDS } from './ltv-words.ts'

export interface LtvOrder {
  readonly customers: readonly ObservedCustomer[]
  readonly horizon: number
  readonly margin: number
  readonly path: string
  readonly language: Language
}

/** The part of `yingce ltv` that takes long. */
export const work: ThreadWork<LtvOrder, LifetimeValues> = (order, long) => {
  try {
    return estimateLifetimeValues(order.customers, order, long)
  } catch (error) {
    if (!(error instanceof LtvRefusal)) throw error
    throw new Refusal(error.code, LTV_WORDS[error.code][order.language], { file: order.path })
  }
}
