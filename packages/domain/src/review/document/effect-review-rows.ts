import type { LocalDate } from '../../calendar/local-date.ts'
import { evaluateKpi } from '../../objective/evaluate-kpi.ts'
import { shownActual } from '../../objective/shown-actual.ts'
import type { StatusPolicy } from '../../objective/status-policy.ts'
import type { RecordValues } from '../../records/entities.ts'
import type { EffectReviewRow } from './document-input.ts'

/**
 * Rows of the effect review from the team's own table (T6), a line for each target of a cell. A review
 * looks back, so a target is met or missed, never "on its way".
 */
export function effectReviewRows(
  records: readonly RecordValues<'effect_review'>[],
  today: LocalDate,
  policy: StatusPolicy,
): EffectReviewRow[] {
  return records.flatMap((record): EffectReviewRow[] => {
    const { strategy, target, actual, gap, improvement, owner, reviewDate } = record
    const evaluation = evaluateKpi({
      kpiText: target,
      reachedText: actual,
      today,
      start: null,
      end: reviewDate,
      isFinished: true,
      policy,
    })
    const { targets, status: ofCell } = evaluation
    const rest = { strategy, gap, improvement, owner, reviewDate }
    if (targets.length === 0)
      return [
        {
          ...rest,
          targetText: target ?? '—',
          actualText: actual,
          units: null,
          attainment: null,
          status: ofCell ?? 'no_data',
        },
      ]
    return targets.map((one) => {
      const { text: actualText, units } = shownActual(one, evaluation, actual)
      return {
        ...rest,
        targetText: one.text,
        actualText,
        units,
        attainment: one.attainment,
        status: one.status,
      }
    })
  })
}
