import type { ReportBlock, ReportTone, TableRow } from '../report-document.ts'
import { cells, kpiName, listedNames, metricName, paragraph, type ReportContext } from './report-context.ts'
import type { ReportKpi, ReportKpiStatus } from './report-input.ts'

/** More make no document; the board has them all. */
const MOST_LISTED = 60
/** Attainment is shown up to this (docs/domain/status.md). */
export const MOST_SHOWN = 2

export const STATUS_TONES: Readonly<Record<ReportKpiStatus, ReportTone>> = {
  met: 'good',
  at_risk: 'warning',
  missed: 'bad',
  target_unclear: 'warning',
  no_data: 'muted',
  not_started: 'muted',
}

/** The table of one source of targets; the task stands in a column of its own. */
function kpiTable(
  caption: string,
  kpis: readonly ReportKpi[],
  context: ReportContext,
  note?: string,
): ReportBlock[] {
  if (kpis.length === 0) return []
  const { words, format } = context
  const hasSource = kpis.some(({ source, metric }) => source !== metric)
  const columns = [
    ...(hasSource ? [context.column('task', 'left', 6)] : []),
    context.column('metric', 'left', hasSource ? 4 : 6),
    context.column('target', 'left', 4.2),
    context.column('actual', 'left', 6),
    context.column('attainment', 'right', 2.8),
    context.column('status', 'center', 2.8),
  ]
  const rows = kpis.map((kpi): TableRow => {
    const { source, metric, targetText, attainment, status } = kpi
    return {
      cells: cells(
        ...(hasSource ? [source] : []),
        metricName(kpi, words),
        format.quantity(targetText, metric),
        format.reached(kpi, metric),
        format.cell.percent(attainment === null ? null : Math.min(attainment, MOST_SHOWN)),
        { text: words.status[status], tone: STATUS_TONES[status], bold: status === 'missed' },
      ),
    }
  })
  return [context.table(caption, columns, rows, note)]
}

/** Every target beside what was reached; the word and the colour say the same. What has not begun is only named. */
export function targetSection(context: ReportContext): readonly ReportBlock[] {
  const { board, words } = context
  const heading = context.heading(words.headings.targets)
  if (board.kpis.length === 0) return [heading, paragraph(words.targets.none)]
  return [heading, ...targetTables(board.kpis, context, words.targets.note(board.policy))]
}

/** Targets of the plan and of its tasks as two tables, with a note below the last. */
export function targetTables(
  kpis: readonly ReportKpi[],
  context: ReportContext,
  note: string,
): readonly ReportBlock[] {
  const { words } = context
  const say = words.targets
  const begun = kpis.filter(({ status }) => status !== 'not_started')
  const waiting = kpis.filter(({ status }) => status === 'not_started')
  const shown = begun.slice(0, MOST_LISTED)
  const left = begun.length - shown.length
  const ofPlan = shown.filter(({ entity }) => entity === 'target')
  const ofTasks = shown.filter(({ entity }) => entity === 'task')
  const last = left > 0 ? `${note} ${say.more(left)}` : note
  const names = waiting.map((kpi) => kpiName(kpi, words))
  return [
    ...kpiTable(say.ofPlan, ofPlan, context, ofTasks.length === 0 ? last : undefined),
    ...kpiTable(say.ofTasks, ofTasks, context, last),
    ...(names.length === 0 ? [] : [paragraph(say.notStarted(listedNames(names, words, 12)))]),
  ]
}
