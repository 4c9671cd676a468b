import type { EffectFacts } from './effect-analysis.ts'
import type { ComputedEffect } from './effect-from-facts.ts'

/**
 * What the sales of an effect table are: `stated` as somebody wrote them into its column of incremental sales,
 * `attributed` the platforms' own, which stand in the rows that were taken from facts, or some of each (`mixed`).
 */
export type EffectRevenue = 'stated' | 'attributed' | 'mixed'

/**
 * A row whose sales are to the fen what the facts of its channel say carries the platforms' figure, however it came
 * there. Sales that were taken before further facts came in are told as stated.
 *
 * @param rows of the table
 * @param computed what the facts say of them
 */
export function effectRevenue(
  rows: readonly EffectFacts[],
  computed: readonly ComputedEffect[],
): EffectRevenue {
  const known = rows.filter(({ revenue }) => revenue !== null).length
  const attributed = computed.filter(
    ({ row, computed: of }) => row !== null && row.revenue !== null && row.revenue === of.revenue,
  ).length
  if (attributed === 0) return 'stated'
  return attributed === known ? 'attributed' : 'mixed'
}
