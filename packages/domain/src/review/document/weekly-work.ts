import type { ReportBlock } from '../report-document.ts'
import { alertTable, issueLogTable, taskTable } from './daily-records-tables.ts'
import type { WeeklyReportInput } from './document-input.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { kpiName, listedNames, paragraph, type ReportContext } from './report-context.ts'
import { weeklyFacts } from './weekly-facts.ts'
import { WEEKLY_WORDS } from './weekly-words.ts'

/** What was finished and what is late; what comes stands under "next". */
export function weeklyTasks({ done, late }: WeeklyReportInput, context: ReportContext): ReportBlock[] {
  const say = WEEKLY_WORDS[context.locale]
  const titles = DOCUMENT_WORDS[context.locale].columns
  if (done.length === 0 && late.length === 0) return [paragraph(say.noTasks)]
  return [
    ...taskTable(say.captions.done, titles.finished, done, context),
    ...taskTable(say.captions.late, context.words.columns.plannedEnd, late, context),
  ]
}

export function weeklyAlerts({ alerts, issues }: WeeklyReportInput, context: ReportContext): ReportBlock[] {
  const { captions } = WEEKLY_WORDS[context.locale]
  return [
    ...alertTable(captions.alerts, alerts ?? [], context),
    ...issueLogTable(captions.issues, issues ?? [], context),
  ]
}

/** What follows from the week in the order of its urgency, and what is due next week. */
export function weeklyNext(input: WeeklyReportInput, context: ReportContext): ReportBlock[] {
  const { locale, words, format } = context
  const say = WEEKLY_WORDS[locale]
  const { owed } = DOCUMENT_WORDS[locale]
  const { difference, openIssues, openAlerts } = weeklyFacts(input)
  const missed = input.kpis.filter(({ status }) => status === 'missed').map((kpi) => kpiName(kpi, words))
  const names = (list: readonly string[]): string => listedNames(list, words)
  const steps = [
    ...(input.late.length === 0
      ? []
      : [say.nextSteps.late(names(input.late.map(({ name, owner }) => owed(name, owner, null))))]),
    ...(missed.length === 0 ? [] : [say.nextSteps.missed(names(missed))]),
    ...(openAlerts.length === 0 ? [] : [say.nextSteps.alerts(names(openAlerts.map(({ rule }) => rule)))]),
    ...(openIssues.length === 0
      ? []
      : [
          say.nextSteps.issues(
            names(openIssues.map(({ name, owner, dueDate }) => owed(name, owner, dueDate))),
          ),
        ]),
    ...(difference === null || difference <= 0 ? [] : [say.nextSteps.over(format.money(difference))]),
  ]
  const table = taskTable(say.captions.next, words.columns.date, input.next, context)
  if (steps.length === 0 && table.length === 0) return [paragraph(say.noNext)]
  return [
    ...(steps.length === 0
      ? []
      : [{ kind: 'list', ordered: true, items: steps.map((text) => [{ text }]) } as const]),
    ...table,
  ]
}
