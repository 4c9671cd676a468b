import { metricText } from '@yingce/domain/alerting/rule-sentence'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { currentLocale } from '../../i18n.ts'
import { MISSING } from '../../ui/format.ts'

/** A metric's value with its unit, in the reader's language; null is no zero. */
export function metricValueText(metric: string | null, value: number | null): string {
  if (value === null) return MISSING
  const text = metricText(value, metric === null ? undefined : BUILT_IN_METRICS.get(metric))
  return currentLocale() === 'en' ? text.en : text.zh
}

export function metricName(metric: string): string {
  const definition = BUILT_IN_METRICS.get(metric)
  return definition === undefined ? metric : currentLocale() === 'en' ? definition.en : definition.zh
}

/** One of the two languages of a text that the server gives in both. */
export function inMyLanguage(text: { readonly zh: string; readonly en: string }): string {
  return currentLocale() === 'en' ? text.en : text.zh
}
