import { type BoardMetric, isAmount } from '@yingce/domain/board/board-metric'
import { isRetentionMetric, type RetentionMetric } from '@yingce/domain/grading/retention'
import { formatFen, formatFixed, formatNumber, formatRatio, MISSING } from '../../ui/format.ts'

/** A figure of the channel board as it is read: amounts in the main unit, rates as percentages. */
export function formatBoardValue(
  metric: BoardMetric | RetentionMetric,
  value: number | null | undefined,
): string {
  if (value === null || value === undefined) return MISSING
  if (isRetentionMetric(metric)) return formatRatio(value, 2)
  if (metric === 'cpa' || metric === 'cac') return formatFixed(value / 100)
  if (isAmount(metric)) return formatFen(value)
  if (metric === 'ctr' || metric === 'cvrClick') return formatRatio(value, 2)
  return metric === 'roas' ? formatFixed(value) : formatNumber(value)
}

/** Relative change against the period before, with its sign; null where one of the two is missing or 0. */
export function changeText(
  value: number | null | undefined,
  before: number | null | undefined,
): string | null {
  if (value === null || value === undefined || before === null || before === undefined || before === 0)
    return null
  const change = (value - before) / Math.abs(before)
  return `${change > 0 ? '+' : ''}${formatRatio(change)}`
}
