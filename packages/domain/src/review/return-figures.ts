import { breakEvenRoas, grossMarginRoi, quotient, roas, roi } from './return.ts'

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
  /** Gross margin of the revenue, 0–1; null: not known, and the figures that need it are left out. */
  readonly margin: number | null
}

/** A figure with what stands above and below the line, so that it opens to its formula. */
export interface ReturnFigure {
  readonly key: 'roas' | 'roi' | 'grossMarginRoi' | 'breakEvenRoas' | 'cpa' | 'cac'
  /** Ratio (ROAS, both ROI), or fen per head (CPA, CAC); null where a part is missing or the divisor is 0. */
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
  margin,
}: ReturnParts): readonly ReturnFigure[] {
  const gain = revenue === null || cost === null ? null : revenue - cost
  return [
    { key: 'roas', value: roas(revenue, cost), numerator: revenue, denominator: cost },
    { key: 'roi', value: roi(revenue, cost), numerator: gain, denominator: cost },
    ...marginFigures(revenue, margin, cost),
    { key: 'cpa', value: quotient(cost, conversions), numerator: cost, denominator: conversions },
    { key: 'cac', value: quotient(cost, newCustomers), numerator: cost, denominator: newCustomers },
  ]
}

function marginFigures(
  revenue: number | null,
  margin: number | null,
  cost: number | null,
): readonly ReturnFigure[] {
  if (margin === null) return []
  const gain = revenue === null || cost === null ? null : Math.round(revenue * margin) - cost
  return [
    {
      key: 'grossMarginRoi',
      value: grossMarginRoi(revenue, margin, cost),
      numerator: gain,
      denominator: cost,
    },
    { key: 'breakEvenRoas', value: breakEvenRoas(margin), numerator: 1, denominator: margin },
  ]
}
