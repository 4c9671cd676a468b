import { parseReached } from '../quantity/parse-targets.ts'
import type { KpiEvaluation, KpiTargetResult } from './evaluate-kpi.ts'

export interface ShownActual {
  /** As written; null: nothing was reached that anybody wrote. */
  readonly text: string | null
  /** Of a target for every unit (每场): how many units the cell gives; `text` is that of the worst (rules 2). Else null. */
  readonly units: number | null
}

/**
 * What stands beside one target as reached. Of a cell with several values it is the one that was laid on this target,
 * wherever it was written; a cell with one value stands as it is, and so does what could not be read or laid on a
 * target. Nothing stands where every value of the cell is another target's.
 *
 * @param target one of `targets`
 */
export function shownActual(
  target: KpiTargetResult,
  { targets }: Pick<KpiEvaluation, 'targets'>,
  cell: string | null,
): ShownActual {
  const { actual, actuals, written } = target
  const { values, unread } = parseReached(cell ?? '')
  const isSeveral =
    targets.length > 1 || values.length > 1 || written.length > 1 || target.source === 'remark'
  if (!isSeveral) return { text: cell, units: null }
  if (actual !== null)
    return {
      text: written[actuals.indexOf(actual)] ?? cell,
      units: written.length > 1 ? written.length : null,
    }
  if (written.length === 1) return { text: written[0] ?? cell, units: null }
  const isOthers =
    target.problem === null && unread.length === 0 && targets.some((other) => other.written.length > 0)
  return { text: isOthers ? null : cell, units: null }
}
