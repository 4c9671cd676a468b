import type { LocalDate } from '../../calendar/local-date.ts'
import { evaluateKpi } from '../../objective/evaluate-kpi.ts'
import type { RecordValues } from '../../records/entities.ts'
import type { EffectReviewRow } from './document-input.ts'

/**
 * Rows of the effect review from the team's own table (T6), a line for each target of a cell. A review
 * looks back, so a target is met or missed, never "on its way".
 */
export function effectReviewRows(
  records: readonly RecordValues<'effect_review'>[],
  today: LocalDate,
): EffectReviewRow[] {
  return records.flatMap((record): EffectReviewRow[] => {
    const { strategy, target, actual, gap, improvement, owner, reviewDate } = record
    const { targets, status: ofCell } = evaluateKpi({
      kpiText: target,
      reachedText: actual,
      today,
      start: null,
      end: reviewDate,
      isFinished: true,
    })
    const rest = { strategy, actualText: actual, gap, improvement, owner, reviewDate }
    if (targets.length === 0)
      return [{ ...rest, targetText: target ?? '—', attainment: null, status: ofCell ?? 'no_data' }]
    return targets.map(({ text, attainment, status }) => ({ ...rest, targetText: text, attainment, status }))
  })
}
