import type { ReportLocale } from '../review/document/report-input.ts'
import { NO_FIGURE, reportFormat } from '../review/document/report-format.ts'
import type { TableCell } from '../review/report-document.ts'
import type { BoardMetric } from './board-metric.ts'

/** A figure of a board as a cell: its text as read, its number for spreadsheets. */
export type BoardCell = (metric: BoardMetric, value: number | null | undefined) => TableCell

/** Rates with two decimals: a CTR of 1.85 % and one of 1.9 % are different news. */
export function rateCell(value: number | null): TableCell {
  return value === null
    ? { text: NO_FIGURE }
    : { text: `${(value * 100).toFixed(2)}%`, number: { value, format: '0.00%' } }
}

export function boardCells(currency: string, locale: ReportLocale): BoardCell {
  const { cell } = reportFormat({ money: { currency } }, locale)
  return (metric, value = null) => {
    switch (metric) {
      case 'ctr':
      case 'cvrClick':
        return rateCell(value)
      case 'cost':
      case 'revenue':
        return cell.money(value)
      case 'cpa':
      case 'cac':
        return cell.unitMoney(value)
      case 'roas':
        return cell.ratio(value)
      case 'impressions':
      case 'clicks':
      case 'conversions':
        return cell.count(value)
    }
  }
}

/** Number format of an axis of the metric, and the factor from its unit to the one that is read. */
export function axisOf(metric: BoardMetric): { readonly format: string; readonly factor: number } {
  switch (metric) {
    case 'ctr':
    case 'cvrClick':
      return { format: '0.00%', factor: 1 }
    case 'cost':
    case 'revenue':
      return { format: '#,##0', factor: 0.01 }
    case 'cpa':
    case 'cac':
      return { format: '#,##0.00', factor: 0.01 }
    case 'roas':
      return { format: '0.00', factor: 1 }
    case 'impressions':
    case 'clicks':
    case 'conversions':
      return { format: '#,##0', factor: 1 }
  }
}

/** "+12.3%": change against the period before; null where one of the two is missing, or there was nothing. */
export function changeShare(
  value: number | null | undefined,
  before: number | null | undefined,
): string | null {
  if (value === null || value === undefined || before === null || before === undefined || before === 0)
    return null
  const change = (value - before) / Math.abs(before)
  return `${change > 0 ? '+' : ''}${(change * 100).toFixed(1)}%`
}
