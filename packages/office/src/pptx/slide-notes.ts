import type { ReportBlock } from '@yingce/domain/review/report-document'
import { lineCount, MOST_CELL_LINES, MOST_NOTE_LINES, columnInches } from './slide-measure.ts'
import { CELL_PADDING, SIZE } from './slide-style.ts'

/** What a slide's speaker needs beside it: what its charts show, and the texts that had no place on it. */
export function slideNotes(
  placed: readonly { readonly block: ReportBlock; readonly width: number }[],
): string[] {
  return placed.flatMap(({ block, width }) => notesOf(block, width))
}

function notesOf(block: ReportBlock, width: number): string[] {
  if (block.kind === 'chart') return [block.alternativeText]
  if (block.kind !== 'table') return []
  const widths = columnInches(block, width)
  const cut = block.rows.flatMap(({ cells }) =>
    cells.flatMap(({ text }, index) =>
      isCut(text, widths[index] ?? width) ? [`${block.columns[index]?.title ?? ''}: ${text}`] : [],
    ),
  )
  const isNoteLeftOut = block.note !== undefined && lineCount(block.note, width, SIZE.note) > MOST_NOTE_LINES
  return [...(isNoteLeftOut ? [block.note] : []), ...cut]
}

export function isCut(text: string, columnWidth: number): boolean {
  return lineCount(text, columnWidth - 2 * CELL_PADDING.x, SIZE.table) > MOST_CELL_LINES
}
