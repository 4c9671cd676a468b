import {
  ATTRIBUTION_MODELS,
  type AttributionModel,
  DEFAULT_HALF_LIFE_DAYS,
  MARKOV_ORDERS,
  type MarkovOrder,
} from '@yingce/domain/attribution/attribution-model'
import type { Call } from '../command.ts'
import { Refusal } from '../refusal.ts'

export interface AttributionFlags {
  /** Null: what the file allows. */
  readonly models: readonly AttributionModel[] | null
  /** `auto`: the suggested one. */
  readonly orders: readonly MarkovOrder[] | 'auto'
  readonly halfLifeDays: number
  readonly direct: readonly string[]
}

/** @throws Refusal `usage` for a model, an order or a number of days that makes no sense */
export function readAttributionFlags({ flags, lists, language }: Call): AttributionFlags {
  const models = listOf(lists?.['model']).map((word): AttributionModel => {
    const folded = word.toLowerCase().replaceAll('_', '-')
    const model = ATTRIBUTION_MODELS.find((known) => known === folded)
    if (model !== undefined) return model
    throw new Refusal('usage', language === 'zh' ? `没有这个归因模型：${word}` : `no such model: ${word}`, {
      advice: `${language === 'zh' ? '可用的模型：' : 'Models: '}${ATTRIBUTION_MODELS.join(' ')}`,
    })
  })
  const words = listOf(lists?.['order'])
  const isAuto = words.length === 1 && words[0] === 'auto'
  const orders = (isAuto ? [] : words).map((word): MarkovOrder => {
    const order = MARKOV_ORDERS.find((known) => String(known) === word)
    if (order !== undefined) return order
    throw new Refusal(
      'usage',
      language === 'zh' ? `马尔可夫阶数要在 1–4 之间：${word}` : `the order is 1 to 4, not ${word}`,
      {
        advice:
          language === 'zh'
            ? '--order 1、2、3、4，或 auto（按 BIC 选择）'
            : '--order 1, 2, 3, 4, or auto to have it chosen by BIC',
      },
    )
  })
  const halfLife = flags['half-life']
  const halfLifeDays = typeof halfLife === 'string' ? Number(halfLife) : DEFAULT_HALF_LIFE_DAYS
  if (!(halfLifeDays > 0 && Number.isFinite(halfLifeDays)))
    throw new Refusal(
      'usage',
      language === 'zh' ? `半衰期要大于 0 天：${String(halfLife)}` : `no half life: ${String(halfLife)}`,
    )
  return {
    models: models.length === 0 ? null : [...new Set(models)],
    orders: isAuto ? 'auto' : orders.length === 0 ? [1] : [...new Set(orders)],
    halfLifeDays,
    direct: listOf(lists?.['direct']),
  }
}

/** Words of a flag that may be given again or with commas. */
function listOf(values: readonly string[] = []): string[] {
  return values
    .flatMap((words) => words.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
