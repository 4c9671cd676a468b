import type { ReportDocument } from '../report-document.ts'
import { adjustmentTable } from './daily-records-tables.ts'
import type { WeeklyReportInput } from './document-input.ts'
import { documentOf } from './document-section.ts'
import { reportContext } from './report-context.ts'
import type { ReportLocale } from './report-input.ts'
import { weeklyAlerts, weeklyNext, weeklyTasks } from './weekly-work.ts'
import { weeklyChannels, weeklySpend, weeklyTargets } from './weekly-results.ts'
import { weeklySummary } from './weekly-summary.ts'
import { weeklyFacts } from './weekly-facts.ts'
import { WEEKLY_WORDS } from './weekly-words.ts'

/**
 * 周复盘报告 (X5, R6): the week's spend against plan, targets, channels, tasks, alerts and issues,
 * adjustments and what comes next. Every sentence is made of the data; `overrides` replace them by
 * section: `summary`, `spend`, `targets`, `channels`, `tasks`, `alerts`, `adjustments`, `next`.
 */
export function weeklyReport(
  input: WeeklyReportInput,
  { locale }: { readonly locale: ReportLocale },
): ReportDocument {
  const context = reportContext(input.board, locale)
  const say = WEEKLY_WORDS[locale]
  const { number, start, end } = input.week
  // In the order of the page: tables and figures are numbered as they are made.
  const sections = [
    { id: 'summary', heading: say.headings.summary, blocks: weeklySummary(input, context) },
    { id: 'spend', heading: say.headings.spend, blocks: weeklySpend(input, context) },
    { id: 'targets', heading: say.headings.targets, blocks: weeklyTargets(input, context) },
    { id: 'channels', heading: say.headings.channels, blocks: weeklyChannels(input, context) },
    { id: 'tasks', heading: say.headings.tasks, blocks: weeklyTasks(input, context) },
    { id: 'alerts', heading: say.headings.alerts, blocks: weeklyAlerts(input, context) },
    {
      id: 'adjustments',
      heading: say.headings.adjustments,
      blocks: adjustmentTable(say.captions.adjustments, input.adjustments ?? [], context),
    },
    { id: 'next', heading: say.headings.next, blocks: weeklyNext(input, context) },
  ]
  return documentOf(
    context,
    input,
    {
      title: say.title,
      subtitle: say.week(number, start, end),
      dataThrough: weeklyFacts(input).dataThrough,
    },
    sections,
  )
}
