import type { ReportBlock, ReportDocument } from '../report-document.ts'
import { channelSection } from './channel-section.ts'
import { conclusionSection } from './conclusion-section.ts'
import { contradictionSection } from './contradiction-section.ts'
import { documentFacts } from './document-facts.ts'
import { moneySection } from './money-section.ts'
import { nextSection } from './next-section.ts'
import { reportContext, type ReportContext } from './report-context.ts'
import type { ReportBoard, ReportLocale, ReportPlan } from './report-input.ts'
import { targetSection } from './target-section.ts'
import { workSection } from './work-section.ts'

function methodSection(context: ReportContext): readonly ReportBlock[] {
  const { board, words } = context
  return [
    context.heading(words.headings.method),
    {
      kind: 'list',
      ordered: false,
      items: words
        .method(board.effect?.revenueIs ?? 'stated')
        .map((text) => [{ text, tone: 'muted' as const }]),
    },
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
    facts: documentFacts(context),
    runningHeader: `${plan.name} · ${words.title}`,
    runningFooter: words.pageFooter,
    titlePage: true,
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
