/** Words by which a column says that its sales are the increase over a baseline. */
const INCREMENTAL = /增量|新增(销售|成交|收入)|incremental|uplift/i

/**
 * May the revenue of a column be called incremental (增量) or only turnover
 * (成交额)? Incremental means actual minus a stated baseline, so only a column
 * that says so gets the word (rule 8).
 *
 * @param header wording of the revenue column; null when nobody named one
 */
export function revenueKind(header: string | null): 'incremental' | 'turnover' {
  return header !== null && INCREMENTAL.test(header) ? 'incremental' : 'turnover'
}
