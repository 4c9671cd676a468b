import type { Attribution } from '@yingce/domain/attribution/attribution-model'
import type { OrderCriterion } from '@yingce/domain/attribution/suggest-order'
import type { Language } from '../language.ts'
import type { AttributeOutput } from './attribute-work.ts'
import { warningsOf } from './attribution-warnings.ts'

interface ChannelJson {
  readonly channel: string
  readonly conversions: number
  readonly value: number | null
  readonly removalEffect?: number
  readonly valueRemovalEffect?: number
}

export interface AttributionJson {
  readonly model: string
  readonly order: number | null
  readonly conversions: number
  readonly value: number | null
  readonly conversionProbability?: number
  readonly channels: readonly ChannelJson[]
  readonly orderCriteria?: readonly OrderCriterion[]
  readonly warnings?: readonly { readonly code: string; readonly message: string }[]
}

/**
 * An attribution as programs get it. `value` is null when the file states none; what only a Markov chain has,
 * `orderCriteria` (of `--order auto`) and `warnings` are there only when there is something in them.
 */
export function attributionJson(
  attribution: Attribution,
  output: AttributeOutput,
  language: Language,
): AttributionJson {
  const { model, order, conversions, value, conversionProbability, channels } = attribution
  const warnings = warningsOf(attribution, output.unattributed, language)
  return {
    model,
    order,
    conversions,
    value,
    ...(conversionProbability === null ? {} : { conversionProbability }),
    channels: channels.map(({ removalEffect, valueRemovalEffect, ...credit }) => ({
      ...credit,
      ...(removalEffect === null ? {} : { removalEffect }),
      ...(valueRemovalEffect === null ? {} : { valueRemovalEffect }),
    })),
    ...(output.criteria === null || model !== 'markov' ? {} : { orderCriteria: output.criteria }),
    ...(warnings.length === 0 ? {} : { warnings }),
  }
}
