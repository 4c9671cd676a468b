import { columnDecimals } from './shown-precision.ts'
import type { EffectFacts } from './effect-analysis.ts'

export interface StatedReturnRow extends Pick<EffectFacts, 'cost' | 'revenue'> {
  /** What the sheet's "ROI" column says. */
  readonly statedReturn: number | null
}

/** What a sheet's "ROI" column really is, with the evidence to show beside it. */
export interface ReturnColumnReading {
  readonly kind: 'roas' | 'roi' | 'unknown'
  /** Rows that state a return and have both cost and revenue. */
  readonly testedRows: number
  /** Of those, rows whose value is revenue / cost at the precision shown. */
  readonly matchingRoas: number
  /** Of those, rows whose value is (revenue − cost) / cost at the precision shown. */
  readonly matchingRoi: number
  /** First row that shows the reading, for the sentence "90,000 / 30,000 = 3.0"; null when unknown. */
  readonly example: { readonly cost: number; readonly revenue: number; readonly stated: number } | null
}

/**
 * Is a column headed "ROI" a ROAS (revenue / cost) or an ROI
 * ((revenue − cost) / cost)? Decided by its arithmetic, never by its name
 * (rule 8): the two differ by exactly 1, so with one decimal or more a cell
 * fits at most one of them.
 *
 * More than half of the testable rows must fit, and more of them than fit the
 * other reading; otherwise the answer is `unknown` and nobody guesses. Whole
 * numbers are rounded to the nearest, so a column of whole numbers still
 * tells the two apart.
 */
export function readReturnColumn(rows: readonly StatedReturnRow[]): ReturnColumnReading {
  const tested = rows.flatMap(({ cost, revenue, statedReturn }) =>
    cost !== null && cost > 0 && revenue !== null && statedReturn !== null
      ? [{ cost, revenue, stated: statedReturn }]
      : [],
  )
  const halfUnit = 10 ** -columnDecimals(tested.map((row) => row.stated)) / 2 + 1e-9
  const fits = (offset: number) =>
    tested.filter((row) => Math.abs(row.revenue / row.cost - offset - row.stated) <= halfUnit)
  const roas = fits(0)
  const roi = fits(1)
  const counts = { testedRows: tested.length, matchingRoas: roas.length, matchingRoi: roi.length }
  const best = roas.length >= roi.length ? roas : roi
  const decided = roas.length !== roi.length && best.length * 2 > tested.length
  if (!decided) return { kind: 'unknown', ...counts, example: null }
  return { kind: best === roas ? 'roas' : 'roi', ...counts, example: best[0] ?? null }
}
