import type { ReportFact } from '../report-document.ts'
import type { ReportContext } from './report-context.ts'

/** Where the plan stands in its period: "第 6 周，爆发期，剩余 32 天". */
function stateOf({ board: { period, today }, words: { facts } }: ReportContext): string | null {
  const { start, end, week, phase, daysLeft } = period
  if (end !== null && today > end) return facts.ended
  if (start !== null && today < start) return facts.notStarted
  return daysLeft === null ? null : facts.running(week, phase, daysLeft)
}

/**
 * Period, day of the data, state and currency of the plan.
 *
 * @param dataThrough day up to which the data of the document reach; null: it has none
 */
export function documentFacts(
  context: ReportContext,
  dataThrough: string | null = context.board.today,
): readonly ReportFact[] {
  const { board, words } = context
  const { start, end } = board.period
  const state = stateOf(context)
  return [
    ...(start === null || end === null
      ? []
      : [{ label: words.facts.period, value: words.facts.between(start, end) }]),
    ...(dataThrough === null ? [] : [{ label: words.facts.asOf, value: dataThrough }]),
    ...(state === null ? [] : [{ label: words.facts.state, value: state }]),
    // Yuan amounts say what they are by their sign.
    ...(board.money.currency === 'CNY' ? [] : [{ label: words.facts.currency, value: board.money.currency }]),
  ]
}
