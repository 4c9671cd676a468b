import type { ReportBlock, ReportTone, TableRow } from '../report-document.ts'
import { quotient } from '../return.ts'
import { sumStated } from '../effect-analysis.ts'
import { cells, paragraph, type ReportContext, SUM } from './report-context.ts'

function phaseTable(context: ReportContext): ReportBlock[] {
  const { board, words, format } = context
  const phases = board.phases.filter(({ taskCount }) => taskCount > 0)
  if (phases.length === 0) return []
  const row = (
    name: string,
    line: {
      readonly taskCount: number
      readonly doneCount: number
      readonly budget: number | null
      readonly spent: number | null
    },
    kind: 'body' | 'total',
  ): TableRow => {
    const used = quotient(line.spent, line.budget)
    const tone: ReportTone | undefined = used !== null && used > 1 ? 'bad' : undefined
    return {
      kind,
      cells: cells(
        name,
        `${line.doneCount}/${line.taskCount}`,
        format.cell.money(line.budget),
        format.cell.money(line.spent),
        { ...format.cell.percent(used), ...(tone === undefined ? {} : { tone }) },
      ),
    }
  }
  const total = {
    taskCount: phases.reduce((sum, { taskCount }) => sum + taskCount, 0),
    doneCount: phases.reduce((sum, { doneCount }) => sum + doneCount, 0),
    budget: sumStated(phases.map(({ budget }) => budget)),
    spent: sumStated(phases.map(({ spent }) => spent)),
  }
  const columns = [
    context.column('phase', 'left', 5),
    context.column('done', 'right', 2.5),
    ...(['budget', 'spent'] as const).map((name) => context.column(name, 'right', 4, SUM)),
    context.column('share', 'right', 2.5, { kind: 'quotient', of: 3, by: 2 }),
  ]
  const { reserve } = board.money
  const note = words.money.note(reserve === null || reserve === 0 ? null : format.money(reserve))
  const rows = [...phases.map((phase) => row(phase.name, phase, 'body')), row(words.total, total, 'total')]
  return [context.table(words.money.caption, columns, rows, note)]
}

function reconciliationTable(context: ReportContext): ReportBlock[] {
  const { board, words, format } = context
  const { reconciliation } = board
  if (reconciliation === null) return []
  const channels = reconciliation.channels.filter(
    ({ trackerSpend, effectCost }) => trackerSpend !== null || effectCost !== null,
  )
  if (channels.every(({ difference }) => difference === 0 || difference === null))
    return [paragraph(words.money.sourcesAgree(format.money(reconciliation.trackerSpend)))]
  const columns = [
    context.column('channel', 'left', 5),
    ...(['trackerSpend', 'effectCost'] as const).map((name) => context.column(name, 'right', 4, SUM)),
    context.column('difference', 'right', 4, { kind: 'difference', of: 2, minus: 1 }),
  ]
  const differing = (difference: number | null) => ({
    ...format.cell.money(difference),
    ...(difference === null || difference === 0 ? {} : { tone: 'warning' as const }),
  })
  const rows: TableRow[] = [
    ...channels.map(({ channel, trackerSpend, effectCost, difference }) => ({
      cells: cells(
        channel ?? words.money.noChannel,
        format.cell.money(trackerSpend),
        format.cell.money(effectCost),
        differing(difference),
      ),
    })),
    {
      kind: 'total',
      cells: cells(
        words.total,
        format.cell.money(reconciliation.trackerSpend),
        format.cell.money(reconciliation.effectCost),
        differing(reconciliation.difference),
      ),
    },
  ]
  return [context.table(words.money.reconciliation, columns, rows, words.money.reconciliationNote)]
}

/** Budget and spend by phase, and the two sources of spend beside each other. */
export function moneySection(context: ReportContext): readonly ReportBlock[] {
  const { board, words, format } = context
  const { total, planned, reserve, spent } = board.money
  const heading = context.heading(words.headings.money)
  if (planned === null && spent === null) return [heading, paragraph(words.money.none)]
  return [
    heading,
    ...(total === null || planned === null || reserve === null || reserve === 0
      ? []
      : [paragraph(words.money.total(format.money(total), format.money(planned), format.money(reserve)))]),
    ...phaseTable(context),
    ...reconciliationTable(context),
  ]
}
