import type { KpiTreeNode } from '@yingce/contracts/kpi-tree/kpi-tree'
import { currentLocale } from '../../i18n.ts'
import { formatCompact, formatFixed, formatNumber, formatRatio, MISSING } from '../../ui/format.ts'

type Metric = Pick<NonNullable<KpiTreeNode['metric']>, 'unit'>

/** Counts from here on are shortened as the reader speaks: 250万, 2.5M. */
const MANY = 10_000

/**
 * A figure in the unit of its metric; a missing one is an em dash.
 *
 * @param value amounts in the main unit of the currency, rates 0–1
 */
export function figureText(value: number | null, metric: Metric | null, currency: string): string {
  if (value === null) return MISSING
  const count = Math.abs(value) >= MANY ? formatCompact(value) : formatNumber(value, 2)
  switch (metric?.unit) {
    case 'share':
      return formatRatio(value, 2)
    case 'multiple':
      return formatFixed(value)
    case 'money':
    case 'money_per_count': {
      const amount = Math.abs(value) >= MANY ? formatCompact(value) : formatNumber(value, 2)
      return currency === 'CNY' && currentLocale() === 'zh-CN' ? `${amount}元` : `${currency} ${amount}`
    }
    case 'count_per_count':
    case 'count':
    case 'index':
    case 'seconds':
    case undefined:
      return count
  }
}

/** Facts keep amounts in fen. */
export function factText(value: number | null, metric: Metric, currency: string): string {
  const isAmount = metric.unit === 'money' || metric.unit === 'money_per_count'
  return figureText(value !== null && isAmount ? value / 100 : value, metric, currency)
}

export function metricName(metric: { readonly zh: string; readonly en: string }): string {
  return currentLocale() === 'zh-CN' ? metric.zh : metric.en
}
