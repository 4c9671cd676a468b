import type { ReportBlock, ReportDocument } from '../report-document.ts'
import { channelSection } from './channel-section.ts'
import { conclusionSection } from './conclusion-section.ts'
import { adjustmentTable } from './daily-records-tables.ts'
import type { RetrospectiveInput } from './document-input.ts'
import { documentOf, type DocumentSection, withoutHeading } from './document-section.ts'
import { moneySection } from './money-section.ts'
import { paragraph, type ReportContext, reportContext } from './report-context.ts'
import type { ReportLocale } from './report-input.ts'
import { retrospectiveCauses } from './retrospective-causes.ts'
import { retrospectiveActions, retrospectiveLessons } from './retrospective-lessons.ts'
import { failures, successes } from './retrospective-verdict.ts'
import { RETROSPECTIVE_WORDS } from './retrospective-words.ts'
import { targetTables } from './target-section.ts'

/**
 * 活动复盘报告 (R3): goals, process, results, what worked and what did not, causes from 5-Why chains,
 * lessons and actions; pre-filled from the data, every section open to a person's own text. Sections:
 * `summary`, `goals`, `process`, `results`, `worked`, `failed`, `causes`, `lessons`, `next`.
 */
export function retrospectiveReport(
  input: RetrospectiveInput,
  { locale }: { readonly locale: ReportLocale },
): ReportDocument {
  const context = reportContext(input.board, locale)
  const { title, headings } = RETROSPECTIVE_WORDS[locale]
  // Made in the order of the page, because tables and figures are numbered as they are made.
  const sections: readonly DocumentSection[] = [
    { id: 'summary', heading: headings.summary, blocks: withoutHeading(conclusionSection, context) },
    { id: 'goals', heading: headings.goals, blocks: goals(context) },
    { id: 'process', heading: headings.process, blocks: course(input, context) },
    { id: 'results', heading: headings.results, blocks: results(context) },
    { id: 'worked', heading: headings.worked, blocks: successes(context) },
    { id: 'failed', heading: headings.failed, blocks: failures(input, context) },
    { id: 'causes', heading: headings.causes, blocks: retrospectiveCauses(input, context) },
    { id: 'lessons', heading: headings.lessons, blocks: retrospectiveLessons(input, context) },
    { id: 'next', heading: headings.next, blocks: retrospectiveActions(input, context) },
  ]
  return documentOf(context, input, { title, titlePage: true }, sections)
}

function goals(context: ReportContext): ReportBlock[] {
  const { board, words, format, locale } = context
  const say = RETROSPECTIVE_WORDS[locale].goals
  if (board.kpis.length === 0) return [paragraph(say.none)]
  const { start, end } = board.period
  const period = start === null || end === null ? null : words.facts.between(start, end)
  return [
    paragraph(say.intro(period, board.kpis.length, format.money(board.money.planned))),
    ...targetTables(board.kpis, context, say.note),
  ]
}

function course(input: RetrospectiveInput, context: ReportContext): ReportBlock[] {
  const { board, locale } = context
  const say = RETROSPECTIVE_WORDS[locale].process
  const longest = board.late.toSorted((a, b) => b.days - a.days)[0]
  const tasks = say.sentence(board.doneCount, board.taskCount, board.lateCount)
  return [
    ...(board.taskCount === 0
      ? []
      : [paragraph(longest === undefined ? tasks : `${tasks}${say.longest(longest.name, longest.days)}`)]),
    ...withoutHeading(moneySection, context),
    ...adjustmentTable(say.adjustments, input.adjustments ?? [], context),
  ]
}

function results(context: ReportContext): readonly ReportBlock[] {
  return withoutHeading(channelSection, context)
}
