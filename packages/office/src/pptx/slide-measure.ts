import type { ReportBlock, TableBlock, TableRow, TextSpan } from '@yingce/domain/review/report-document'
import { columnShares } from '../report/column-shares.ts'
import { textWidth } from '../report/text-width.ts'
import { CALLOUT_PADDING, CELL_PADDING, inches, LINE, SIZE, TABLE_LINE } from './slide-style.ts'

const FIGURES_HEIGHT = 1.25
const MIN_CHART_HEIGHT = 2.5
const FIGURES_PER_ROW = 4
const MOST_IN_ONE_ROW = 5
/** Programs set Chinese wider than estimated. */
const SLACK = 1.1
/** Some put this much of a character between Chinese and Latin letters or digits. */
const SCRIPT_GAP = 0.25
/** Longer cells are cut; their whole text stands in the notes. */
export const MOST_CELL_LINES = 6
/** Lines of a table's note on the slide; a longer one stands in the notes only. */
export const MOST_NOTE_LINES = 2

/** Lines that a text takes in a width, in inches and points. */
export function lineCount(text: string, width: number, size: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(lineWidth(line, size) / width)), 0)
}

function lineWidth(line: string, size: number): number {
  const gaps = line.match(/[\u2e80-\uffff](?=[\dA-Za-z])|[\dA-Za-z%](?=[\u2e80-\uffff])/g)?.length ?? 0
  return inches(textWidth(line, size) * SLACK + gaps * SCRIPT_GAP * size)
}

function textHeight(text: string, width: number, size: number): number {
  return lineCount(text, width, size) * inches(size * LINE)
}

export function spansText(spans: readonly TextSpan[]): string {
  return spans.map(({ text }) => text).join('')
}

export function figureRows(count: number): { readonly perRow: number; readonly rows: number } {
  const perRow = count <= MOST_IN_ONE_ROW ? Math.max(1, count) : FIGURES_PER_ROW
  return { perRow, rows: Math.ceil(count / perRow) }
}

/** Widths of a table's columns in inches. */
export function columnInches(block: TableBlock, width: number): number[] {
  const shares = columnShares(block, width / inches(SIZE.table / 2))
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (share / all) * width)
}

/** Height of a row as its tallest cell needs it. */
export function rowHeight(texts: readonly string[], widths: readonly number[], isGroup = false): number {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const lines = texts.reduce((most, text, index) => {
    const width = (isGroup ? all : (widths[index] ?? all)) - 2 * CELL_PADDING.x
    return Math.max(most, Math.min(MOST_CELL_LINES, lineCount(text, width, SIZE.table)))
  }, 1)
  return lines * inches(SIZE.table * TABLE_LINE) + 2 * CELL_PADDING.y
}

export function bodyRowHeight(row: TableRow, widths: readonly number[]): number {
  const isGroup = row.kind === 'group'
  const texts = row.cells.map(({ text }) => text)
  return rowHeight(isGroup ? texts.slice(0, 1) : texts, widths, isGroup)
}

export function captionHeight(caption: string | undefined): number {
  return caption === undefined ? 0 : inches(SIZE.caption * LINE) + 0.08
}

export function noteHeight(note: string | undefined, width: number): number {
  if (note === undefined || lineCount(note, width, SIZE.note) > MOST_NOTE_LINES) return 0
  return textHeight(note, width, SIZE.note) + 0.06
}

/** Height that a block takes over a width, in inches; of a chart the least that it can be read at. */
export function blockHeight(block: ReportBlock, width: number): number {
  switch (block.kind) {
    case 'heading':
      return inches(SIZE.body * LINE) + 0.05
    case 'paragraph':
      return textHeight(spansText(block.spans), width, SIZE.body)
    case 'list':
      return block.items.reduce((sum, item) => sum + itemHeight(item, width), 0)
    case 'keyFigures':
      return figureRows(block.figures.length).rows * FIGURES_HEIGHT
    case 'callout': {
      const inside = width - 2 * CALLOUT_PADDING.x - 0.1
      const title = block.title === undefined ? 0 : textHeight(block.title, inside, SIZE.body) + 0.08
      const text = block.spans.length === 0 ? 0 : textHeight(spansText(block.spans), inside, SIZE.body)
      return title + text + 2 * CALLOUT_PADDING.y
    }
    case 'table':
      return tableHeight(block, width)
    case 'chart':
      return captionHeight(block.caption) + MIN_CHART_HEIGHT
    case 'pageBreak':
      return 0
  }
}

export function itemHeight(item: readonly TextSpan[], width: number): number {
  return textHeight(spansText(item), width - 0.3, SIZE.body) + 0.07
}

function tableHeight(block: TableBlock, width: number): number {
  const widths = columnInches(block, width)
  const titles = block.columns.map(({ title }) => title)
  return (
    captionHeight(block.caption) +
    rowHeight(titles, widths) +
    block.rows.reduce((sum, row) => sum + bodyRowHeight(row, widths), 0) +
    noteHeight(block.note, width)
  )
}
