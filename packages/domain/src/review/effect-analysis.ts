import type { ChannelEffectValues } from '../records/entities.ts'
import { ratioOfSums } from './ratio-of-sums.ts'
import type { RatioOfSums } from './ratio-of-sums.ts'

/** The counted parts of a row of the effect table; null = not stated, which is not zero. */
export type EffectFacts = Pick<
  ChannelEffectValues,
  'impressions' | 'clicks' | 'conversions' | 'cost' | 'revenue'
>

/** Sums over the rows that state the figure; null when no row does. Money in fen. */
export type EffectTotals = EffectFacts

export interface EffectRatios {
  /** clicks / impressions */
  readonly ctr: RatioOfSums
  /** conversions / clicks */
  readonly cvr: RatioOfSums
  /** cost / conversions, in fen per conversion, not rounded */
  readonly cpa: RatioOfSums
  /** revenue / cost */
  readonly roas: RatioOfSums
  /** (revenue − cost) / cost; only an ROI where the revenue is incremental (`revenueKind`) */
  readonly roi: RatioOfSums
}

export interface EffectAnalysis<Row extends EffectFacts> {
  readonly rows: readonly { readonly row: Row; readonly ratios: EffectRatios }[]
  readonly totals: EffectTotals
  readonly ratios: EffectRatios
}

/** Ratios of the effect table 推广效果分析表 (T3) over any set of its rows, one row included (rules 6, 8). */
export function effectRatios(rows: readonly EffectFacts[]): EffectRatios {
  const cost = (row: EffectFacts) => row.cost
  return {
    ctr: ratioOfSums(
      rows,
      (row) => row.clicks,
      (row) => row.impressions,
    ),
    cvr: ratioOfSums(
      rows,
      (row) => row.conversions,
      (row) => row.clicks,
    ),
    cpa: ratioOfSums(rows, cost, (row) => row.conversions),
    roas: ratioOfSums(rows, (row) => row.revenue, cost),
    roi: ratioOfSums(
      rows,
      (row) => (row.revenue === null || row.cost === null ? null : row.revenue - row.cost),
      cost,
    ),
  }
}

/** Sums per figure over the rows that state it; a column nobody filled stays null. */
export function effectTotals(rows: readonly EffectFacts[]): EffectTotals {
  return {
    impressions: sumStated(rows.map((row) => row.impressions)),
    clicks: sumStated(rows.map((row) => row.clicks)),
    conversions: sumStated(rows.map((row) => row.conversions)),
    cost: sumStated(rows.map((row) => row.cost)),
    revenue: sumStated(rows.map((row) => row.revenue)),
  }
}

/** Every row and the whole table, each with its ratios. */
export function analyseEffects<Row extends EffectFacts>(rows: readonly Row[]): EffectAnalysis<Row> {
  return {
    rows: rows.map((row) => ({ row, ratios: effectRatios([row]) })),
    totals: effectTotals(rows),
    ratios: effectRatios(rows),
  }
}

/** The same per channel, in the order in which channels first appear. */
export function effectsByChannel<Row extends EffectFacts & { readonly channel: string }>(
  rows: readonly Row[],
): readonly {
  readonly channel: string
  readonly rows: readonly Row[]
  readonly totals: EffectTotals
  readonly ratios: EffectRatios
}[] {
  return [...Map.groupBy(rows, (row) => row.channel)].map(([channel, own]) => ({
    channel,
    rows: own,
    totals: effectTotals(own),
    ratios: effectRatios(own),
  }))
}

/** Sum of the stated values; null when none is stated. */
export function sumStated(values: readonly (number | null)[]): number | null {
  const stated = values.filter((value) => value !== null)
  return stated.length === 0 ? null : stated.reduce((sum, value) => sum + value, 0)
}
