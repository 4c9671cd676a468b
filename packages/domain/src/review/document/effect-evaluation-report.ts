import type { ReportBlock, ReportDocument, ReportFact } from '../report-document.ts'
import { channelSection } from './channel-section.ts'
import { conclusionSection } from './conclusion-section.ts'
import { contradictionSection } from './contradiction-section.ts'
import { moneySection } from './money-section.ts'
import { nextSection } from './next-section.ts'
import { reportContext, type ReportContext } from './report-context.ts'
import type { ReportBoard, ReportLocale, ReportPlan } from './report-input.ts'
import { targetSection } from './target-section.ts'
import { workSection } from './work-section.ts'

/** Where the plan stands in its period: "第 6 周，爆发期，剩余 32 天". */
function stateOf({ board: { period, today }, words: { facts } }: ReportContext): string | null {
  const { start, end, week, phase, daysLeft } = period
  if (end !== null && today > end) return facts.ended
  if (start !== null && today < start) return facts.notStarted
  return daysLeft === null ? null : facts.running(week, phase, daysLeft)
}

function factsOf(context: ReportContext): readonly ReportFact[] {
  const { board, words } = context
  const { start, end } = board.period
  const state = stateOf(context)
  return [
    ...(start === null || end === null
      ? []
      : [{ label: words.facts.period, value: words.facts.between(start, end) }]),
    { label: words.facts.asOf, value: board.today },
    ...(state === null ? [] : [{ label: words.facts.state, value: state }]),
    // Yuan amounts say what they are by their sign.
    ...(board.money.currency === 'CNY' ? [] : [{ label: words.facts.currency, value: board.money.currency }]),
  ]
}

function methodSection(context: ReportContext): readonly ReportBlock[] {
  const { words } = context
  return [
    context.heading(words.headings.method),
    { kind: 'list', ordered: false, items: words.method.map((text) => [{ text, tone: 'muted' as const }]) },
  ]
}

/**
 * 推广效果评估报告: how a plan stands against its targets, what its channels
 * brought, what it cost, what is late and open, and what follows. Every sentence
 * and figure comes from the board; a section without data says so in a line.
 */
export function effectEvaluationReport(
  board: ReportBoard,
  plan: ReportPlan,
  { locale }: { readonly locale: ReportLocale },
): ReportDocument {
  const context = reportContext(board, locale)
  const { words } = context
  return {
    language: locale,
    title: words.title,
    subtitle: plan.name,
    facts: factsOf(context),
    runningHeader: `${plan.name} · ${words.title}`,
    runningFooter: words.pageFooter,
    blocks: [
      ...conclusionSection(context),
      ...targetSection(context),
      ...channelSection(context),
      ...moneySection(context),
      ...workSection(context),
      ...contradictionSection(context),
      ...nextSection(context),
      ...methodSection(context),
    ],
  }
}
