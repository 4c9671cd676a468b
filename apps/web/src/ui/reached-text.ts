import i18next from 'i18next'
import { MISSING } from './format.ts'
import { quantityText } from './quantity-text.ts'

/** What was reached in the reader's own units; of a target for every unit the worst with how many there are. */
export function reachedText(kpi: {
  readonly metric: string
  readonly actualText: string | null
  readonly units: number | null
}): string {
  if (kpi.actualText === null) return MISSING
  const text = quantityText(kpi.actualText, kpi.metric)
  return kpi.units === null ? text : i18next.t('board:kpi.worstOf', { text, count: kpi.units })
}
