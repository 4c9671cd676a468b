import { metricText } from '@yingce/domain/alerting/rule-sentence'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { currentLocale } from '../../i18n.ts'
import { MISSING } from '../../ui/format.ts'

/** A metric's value with its unit, in the reader's language; null is no zero. */
export function metricValueText(
  dictionary: MetricDictionary,
  metric: string | null,
  value: number | null,
): string {
  if (value === null) return MISSING
  const text = metricText(value, metric === null ? undefined : dictionary.get(metric))
  return currentLocale() === 'en' ? text.en : text.zh
}

/** One of the two languages of a text that the server gives in both. */
export function inMyLanguage(text: { readonly zh: string; readonly en: string }): string {
  return currentLocale() === 'en' ? text.en : text.zh
}
