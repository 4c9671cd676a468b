import type { ReportBlock } from '../report-document.ts'
import { cells, kpiName, listedNames, paragraph, type ReportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'

/** What follows from the data, in the order of its urgency. */
function measures({ board, words }: ReportContext): readonly string[] {
  const say = words.next
  const metrics = (status: 'missed' | 'no_data' | 'target_unclear'): string[] =>
    board.kpis.filter((kpi) => kpi.status === status).map((kpi) => kpiName(kpi, words))
  const unsolved = board.issues
    .filter(({ solution }) => solution === null || solution.trim() === '')
    .map(({ name }) => name)
  const overdue = board.late.map(({ name, owner }) => (owner === null ? name : words.named(name, owner)))
  const [missed, noData, unclear] = [metrics('missed'), metrics('no_data'), metrics('target_unclear')]
  return [
    ...(overdue.length === 0 ? [] : [say.late(listedNames(overdue, words))]),
    ...(missed.length === 0 ? [] : [say.missed(listedNames(missed, words))]),
    ...(unsolved.length === 0 ? [] : [say.noSolution(listedNames(unsolved, words))]),
    ...(unclear.length === 0 ? [] : [say.unclear(listedNames(unclear, words))]),
    ...(noData.length === 0 ? [] : [say.noData(listedNames(noData, words))]),
    ...(board.contradictionCount === 0 ? [] : [say.contradictions(board.contradictionCount)]),
  ]
}

/** What is to be done, and what is due in the next two weeks. */
export function nextSection(context: ReportContext): readonly ReportBlock[] {
  const { board, words } = context
  const items = measures(context)
  const heading = context.heading(words.headings.next)
  const columns = [
    context.column('date', 'left', 3),
    context.column('task', 'left', 8),
    context.column('event', 'left', 2.6),
    context.column('phase', 'left', 3),
    context.column('owner', 'left', 3.4),
  ]
  const rows = board.next.map(({ date, name, what, phaseName, owner }) => ({
    cells: cells(
      date,
      name,
      what === 'starts' ? words.next.starts : words.next.ends,
      phaseName ?? NO_FIGURE,
      owner ?? NO_FIGURE,
    ),
  }))
  if (items.length === 0 && rows.length === 0) return [heading, paragraph(words.next.none)]
  return [
    heading,
    ...(items.length === 0
      ? []
      : [{ kind: 'list', ordered: true, items: items.map((text) => [{ text }]) } as const]),
    ...(rows.length === 0 ? [] : [context.table(words.next.caption, columns, rows)]),
  ]
}
