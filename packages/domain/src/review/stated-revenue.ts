import { breakEvenRoas, grossMarginRoi, roas, roi } from './return.ts'
import type { Baseline } from './revenue-baseline.ts'

/** Revenue together with what it is (F4): a figure without its kind cannot be judged. Money in one unit; null = not known. */
export type StatedRevenue =
  /** 平台归因: what a platform credits to itself. */
  | { readonly kind: 'attributed'; readonly amount: number | null; readonly by: string }
  /** 增量: actual − baseline. */
  | {
      readonly kind: 'incremental'
      readonly amount: number | null
      readonly actual: number | null
      readonly baseline: Baseline
    }
  /** 估算: from counts and averages. */
  | { readonly kind: 'estimated'; readonly amount: number | null; readonly from: 'conversions' | 'leads' }

/** Actual revenue less what would have come anyway; may be negative. */
export function incrementalRevenue(actual: number | null, baseline: Baseline): StatedRevenue {
  const amount = actual === null || baseline.amount === null ? null : actual - baseline.amount
  return { kind: 'incremental', amount, actual, baseline }
}

/** Conversions × average order value. */
export function revenueFromConversions(conversions: number | null, aov: number | null): StatedRevenue {
  return { kind: 'estimated', amount: product(conversions, aov), from: 'conversions' }
}

/** Leads × lead-to-order rate (0–1) × average order value. */
export function revenueFromLeads(
  leads: number | null,
  leadToOrderRate: number | null,
  aov: number | null,
): StatedRevenue {
  return { kind: 'estimated', amount: product(product(leads, leadToOrderRate), aov), from: 'leads' }
}

export interface ReturnFigures {
  /** On turnover: the actual revenue where it is incremental, else the revenue as stated. */
  readonly roas: number | null
  /** Of incremental revenue only; null for any other kind, whose return is a ROAS (rule 8). */
  readonly roi: number | null
  readonly grossMarginRoi: number | null
  readonly breakEvenRoas: number | null
}

/**
 * The return that a revenue of its kind allows to state. Cost 1,000,000 with 5,000,000 incremental: ROI 4.
 *
 * @param cost consumption (消耗), unless the cash basis is switched on
 * @param margin gross margin 0–1; null = not known
 */
export function returnOf(revenue: StatedRevenue, cost: number | null, margin: number | null): ReturnFigures {
  const isIncremental = revenue.kind === 'incremental'
  return {
    roas: roas(isIncremental ? revenue.actual : revenue.amount, cost),
    roi: isIncremental ? roi(revenue.amount, cost) : null,
    grossMarginRoi: isIncremental ? grossMarginRoi(revenue.amount, margin, cost) : null,
    breakEvenRoas: breakEvenRoas(margin),
  }
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b
}
