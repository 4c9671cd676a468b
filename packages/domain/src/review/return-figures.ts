import { quotient, roas, roi } from './return.ts'

/**
 * What the revenue of a return figure is (F4).
 * - `attributed` 平台归因: what the platforms claim
 * - `incremental` 增量: actual less a stated baseline
 * - `estimated` 估算: conversions × average order value
 */
export const REVENUE_KINDS = ['attributed', 'incremental', 'estimated'] as const
export type RevenueKind = (typeof REVENUE_KINDS)[number]

export interface ReturnParts {
  /** Fen on one cost basis, which whoever shows the figures names. */
  readonly cost: number | null
  /** Fen of one revenue kind. */
  readonly revenue: number | null
  readonly conversions: number | null
  readonly newCustomers: number | null
}

/** A figure with what stands above and below the line, so that it opens to its formula. */
export interface ReturnFigure {
  readonly key: 'roas' | 'roi' | 'cpa' | 'cac'
  /** Ratio (ROAS, ROI), or fen per head (CPA, CAC); null where a part is missing or the divisor is 0. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/** ROAS, ROI, CPA 转化成本 and CAC 新客获取成本 of a whole plan, each from totals (rules 6, 8). */
export function returnFigures({
  cost,
  revenue,
  conversions,
  newCustomers,
}: ReturnParts): readonly ReturnFigure[] {
  const gain = revenue === null || cost === null ? null : revenue - cost
  return [
    { key: 'roas', value: roas(revenue, cost), numerator: revenue, denominator: cost },
    { key: 'roi', value: roi(revenue, cost), numerator: gain, denominator: cost },
    { key: 'cpa', value: quotient(cost, conversions), numerator: cost, denominator: conversions },
    { key: 'cac', value: quotient(cost, newCustomers), numerator: cost, denominator: newCustomers },
  ]
}
