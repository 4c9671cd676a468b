import i18next from 'i18next'
import { manualCurrency } from '@yingce/domain/metrics/manual-source'
import { formatFormula } from '@yingce/domain/metrics/format-formula'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { parseFormula } from '@yingce/domain/metrics/parse-formula'
import { METRIC_PRESETS } from '@yingce/domain/sheets/metric-presets'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { currentLocale } from '../../i18n.ts'
import { formatFen, formatNumber, MISSING } from '../../ui/format.ts'

/** Name of a metric in the reader's language; the key itself of one that is not in the dictionary. */
export function metricName(key: string, dictionary: MetricDictionary = BUILT_IN_METRICS): string {
  const metric = dictionary.get(key)
  return metric === undefined ? key : currentLocale() === 'en' ? metric.en : metric.zh
}

/** A formula with the names of its metrics in the reader's language: 消耗 ÷ 新客数; as written when it cannot be read. */
export function formulaText(written: string, dictionary: MetricDictionary): string {
  const { formula } = parseFormula(written)
  return formula === null ? written : formatFormula(formula, (key) => metricName(key, dictionary))
}

/** Name of a platform; null when none was recognised. */
export function presetName(id: string | null): string | null {
  const preset = METRIC_PRESETS.find((known) => known.id === id)
  return preset === undefined ? null : currentLocale() === 'en' ? preset.en : preset.zh
}

/** Name of a source; the one of figures that people fill in has no name of anybody's choosing. */
export function sourceName(name: string): string {
  const currency = manualCurrency(name)
  return currency === null ? name : `${i18next.t('data:sourceKind.manual')} (${currency})`
}

/** A sum of an import: money in the main unit, counts as they are. */
export function sumText(metric: string, sum: string | number | undefined): string {
  if (sum === undefined) return MISSING
  return isMoneyMetric(metric) ? formatFen(Math.round(Number(sum) * 100)) : formatNumber(Number(sum), 2)
}
