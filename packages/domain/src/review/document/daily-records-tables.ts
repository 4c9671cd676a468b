import type { ReportBlock, ReportTone } from '../report-document.ts'
import type { DocumentAdjustment, DocumentAlert, DocumentIssue, DocumentTask } from './document-input.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { cells, type ReportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'

/** More make no document; the plan's own pages have them all. */
const MOST_LISTED = 40

/** Tasks with their day; `dayTitle` says what it is. */
export function taskTable(
  caption: string,
  dayTitle: string,
  tasks: readonly DocumentTask[],
  context: ReportContext,
): ReportBlock[] {
  if (tasks.length === 0) return []
  const { words, locale } = context
  const hasDelay = tasks.some(({ daysLate }) => daysLate !== null)
  const columns = [
    context.column('task', 'left', 7),
    context.column('phase', 'left', 3),
    context.column('owner', 'left', 3),
    { title: dayTitle, weight: 3 },
    ...(hasDelay ? [context.column('daysLate', 'right', 2.2)] : []),
  ]
  const rows = tasks.slice(0, MOST_LISTED).map(({ name, phaseName, owner, date, daysLate }) => ({
    cells: cells(
      name,
      phaseName ?? NO_FIGURE,
      owner ?? NO_FIGURE,
      date ?? NO_FIGURE,
      ...(hasDelay
        ? [
            daysLate === null || daysLate <= 0
              ? { text: daysLate === null ? NO_FIGURE : DOCUMENT_WORDS[locale].inTime, tone: 'good' as const }
              : { text: words.days(daysLate), tone: 'bad' as const },
          ]
        : []),
    ),
  }))
  const note = tasks.length > MOST_LISTED ? words.work.lateMore(MOST_LISTED, tasks.length) : undefined
  return [context.table(caption, columns, rows, note)]
}

const SEVERITY_TONES = { minor: 'muted', normal: 'neutral', serious: 'bad' } as const
const STATE_TONES: Readonly<Record<string, ReportTone>> = {
  open: 'bad',
  in_progress: 'warning',
  acknowledged: 'warning',
  resolved: 'good',
}

const stateTone = (state: string): ReportTone => STATE_TONES[state] ?? 'neutral'

/** The worst and the open ones first. */
export function issueLogTable(
  caption: string,
  issues: readonly DocumentIssue[],
  context: ReportContext,
): ReportBlock[] {
  if (issues.length === 0) return []
  const say = DOCUMENT_WORDS[context.locale]
  const order = ['serious', 'normal', 'minor']
  const rank = (severity: DocumentIssue['severity']): number =>
    severity === null ? order.length : order.indexOf(severity)
  const sorted = issues.toSorted(
    (a, b) =>
      Number(a.state === 'resolved') - Number(b.state === 'resolved') || rank(a.severity) - rank(b.severity),
  )
  const columns = [
    context.column('issue', 'left', 6),
    { title: say.columns.severity, align: 'center' as const, weight: 2.2 },
    context.column('owner', 'left', 2.6),
    context.column('solution', 'left', 6),
    { title: say.columns.due, weight: 2.8 },
    { title: context.words.columns.status, align: 'center' as const, weight: 2.4 },
  ]
  const rows = sorted.slice(0, MOST_LISTED).map(({ name, severity, owner, solution, dueDate, state }) => ({
    cells: cells(
      name,
      severity === null ? NO_FIGURE : { text: say.severity[severity], tone: SEVERITY_TONES[severity] },
      owner ?? NO_FIGURE,
      solution ?? { text: context.words.work.noSolution, tone: 'warning' },
      dueDate ?? NO_FIGURE,
      { text: say.issueState[state], tone: stateTone(state) },
    ),
  }))
  return [context.table(caption, columns, rows)]
}

export function alertTable(
  caption: string,
  alerts: readonly DocumentAlert[],
  context: ReportContext,
): ReportBlock[] {
  if (alerts.length === 0) return []
  const say = DOCUMENT_WORDS[context.locale]
  const columns = [
    { title: say.columns.fired, weight: 2.8 },
    { title: say.columns.rule, weight: 7 },
    { title: say.columns.cause, weight: 5 },
    { title: say.columns.action, weight: 5 },
    { title: context.words.columns.status, align: 'center' as const, weight: 2.4 },
  ]
  const rows = alerts.slice(0, MOST_LISTED).map(({ firedOn, rule, cause, action, state }) => ({
    cells: cells(firedOn, rule, cause ?? NO_FIGURE, action ?? NO_FIGURE, {
      text: say.alertState[state],
      tone: stateTone(state),
    }),
  }))
  return [context.table(caption, columns, rows)]
}

export function adjustmentTable(
  caption: string,
  adjustments: readonly DocumentAdjustment[],
  context: ReportContext,
): ReportBlock[] {
  if (adjustments.length === 0) return []
  const say = DOCUMENT_WORDS[context.locale].columns
  const hasEffect = adjustments.some(({ effect }) => effect !== null)
  const columns = [
    { title: say.changed, weight: 2.8 },
    { title: say.adjustment, weight: 6 },
    { title: say.reason, weight: 5 },
    { title: say.expected, weight: 4 },
    ...(hasEffect ? [{ title: say.effect, weight: 4 }] : []),
    context.column('owner', 'left', 2.6),
  ]
  const rows = adjustments
    .slice(0, MOST_LISTED)
    .map(({ changedOn, name, reason, expected, effect, owner }) => ({
      cells: cells(
        changedOn ?? NO_FIGURE,
        name,
        reason ?? NO_FIGURE,
        expected ?? NO_FIGURE,
        ...(hasEffect ? [effect ?? NO_FIGURE] : []),
        owner ?? NO_FIGURE,
      ),
    }))
  return [context.table(caption, columns, rows)]
}
