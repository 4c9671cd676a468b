import type { ReportBlock, ReportTone, TableRow } from '../report-document.ts'
import { cells, paragraph, type ReportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'
import type { ReportKpi, ReportKpiStatus } from './report-input.ts'

/** More make no document; the board has them all. */
const MOST_LISTED = 60
/** Attainment is shown up to this (docs/domain/status.md). */
const MOST_SHOWN = 2

const TONES: Readonly<Record<ReportKpiStatus, ReportTone>> = {
  met: 'good',
  at_risk: 'warning',
  missed: 'bad',
  no_data: 'muted',
  not_started: 'muted',
}

function kpiRow(kpi: ReportKpi, { words, format }: ReportContext): TableRow {
  const { status, attainment } = kpi
  return {
    cells: cells(
      kpi.source === kpi.metric ? kpi.metric : `${kpi.metric}\n${kpi.source}`,
      kpi.targetText,
      kpi.actualText ?? NO_FIGURE,
      attainment === null ? NO_FIGURE : format.percent(Math.min(attainment, MOST_SHOWN)),
      { text: words.status[status], tone: TONES[status], bold: status === 'missed' },
    ),
  }
}

/** Every target beside what was reached; the word and the colour say the same. */
export function targetSection(context: ReportContext): readonly ReportBlock[] {
  const { board, words } = context
  const say = words.targets
  const heading = context.heading(words.headings.targets)
  if (board.kpis.length === 0) return [heading, paragraph(say.none)]
  const shown = board.kpis.slice(0, MOST_LISTED)
  const ofPlan = shown.filter(({ entity }) => entity === 'target')
  const ofTasks = shown.filter(({ entity }) => entity === 'task')
  const groups = [
    { title: say.ofPlan, kpis: ofPlan },
    { title: say.ofTasks, kpis: ofTasks },
  ].filter(({ kpis }) => kpis.length > 0)
  const rows = groups.flatMap(({ title, kpis }): TableRow[] => [
    ...(groups.length > 1 ? [{ kind: 'group' as const, cells: cells(title) }] : []),
    ...kpis.map((kpi) => kpiRow(kpi, context)),
  ])
  const left = board.kpis.length - shown.length
  const columns = [
    context.column('metric', 'left', 7),
    context.column('target', 'left', 5),
    context.column('actual', 'left', 5),
    context.column('attainment', 'right', 2.4),
    context.column('status', 'center', 2.4),
  ]
  return [heading, context.table(say.caption, columns, rows, left > 0 ? `${say.note} ${say.more(left)}` : say.note)]
}
