import type { ReportBlock } from '../report-document.ts'
import { cells, paragraph, type ReportContext } from './report-context.ts'
import { NO_FIGURE } from './report-format.ts'

function lateTable(context: ReportContext): ReportBlock {
  const { board, words } = context
  if (board.late.length === 0) return paragraph(words.work.noneLate)
  const columns = [
    context.column('task', 'left', 7),
    context.column('phase', 'left', 3),
    context.column('owner', 'left', 3),
    context.column('plannedEnd', 'left', 3.2),
    context.column('daysLate', 'right', 2.4),
  ]
  const rows = board.late.map(({ name, phaseName, owner, plannedEnd, days }) => ({
    cells: cells(name, phaseName ?? NO_FIGURE, owner ?? NO_FIGURE, plannedEnd, {
      text: words.days(days),
      tone: 'bad' as const,
    }),
  }))
  const isCut = board.lateCount > board.late.length
  return context.table(
    words.work.late,
    columns,
    rows,
    isCut ? words.work.lateMore(board.late.length, board.lateCount) : undefined,
  )
}

function issueTable(context: ReportContext): ReportBlock[] {
  const { board, words } = context
  if (board.issues.length === 0) return []
  const columns = [
    context.column('task', 'left', 5),
    context.column('owner', 'left', 2.6),
    context.column('issue', 'left', 6),
    context.column('solution', 'left', 6),
  ]
  const rows = board.issues.map(({ name, owner, text, solution }) => ({
    cells: cells(
      name,
      owner ?? NO_FIGURE,
      text,
      solution === null || solution.trim() === ''
        ? { text: words.work.noSolution, tone: 'warning' }
        : solution,
    ),
  }))
  return [context.table(words.work.issues, columns, rows)]
}

/** What is late, and the recorded issues with what is done about them. */
export function workSection(context: ReportContext): readonly ReportBlock[] {
  return [context.heading(context.words.headings.work), lateTable(context), ...issueTable(context)]
}
