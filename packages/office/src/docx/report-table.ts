import type {
  TableBlock,
  TableCell as ReportCell,
  TableColumn,
  TableRow as ReportRow,
} from '@yingce/domain/review/report-document'
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { columnShares } from '../report/column-shares.ts'
import { staysWhole } from '../report/stays-whole.ts'
import { ACCENT, GROUP_FILL, HEADER_FILL, INK, LINE, MUTED, TONE_FILL } from '../report/report-colors.ts'
import { SIZE } from './report-style.ts'
import { runsOf } from './text-runs.ts'

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const THIN_LINE = { style: BorderStyle.SINGLE, size: 4, color: LINE }
const STRONG_LINE = { style: BorderStyle.SINGLE, size: 10, color: ACCENT }
/** Half a Chinese character at the size of tables, in twentieths of a point. */
const UNIT_TWIPS = SIZE.table * 5
const CELL_MARGINS = { top: 60, bottom: 60, left: 90, right: 90 }

/** Caption, table and note. The header repeats on every page, rows are not torn apart; a short table stays whole. */
export function tableBlock(block: TableBlock, textWidth: number): (Paragraph | Table)[] {
  const widths = columnWidths(block, textWidth)
  const isWhole = staysWhole(block, textWidth / UNIT_TWIPS)
  const last = block.rows.length - 1
  // Of a longer one neither the first row nor the last stands alone on a page.
  const staysWithNext = (index: number) => index < last && (isWhole || index === 0 || index === last - 1)
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGINS,
    borders: {
      top: STRONG_LINE,
      bottom: STRONG_LINE,
      left: NO_LINE,
      right: NO_LINE,
      insideHorizontal: THIN_LINE,
      insideVertical: NO_LINE,
    },
    rows: [
      headerRow(block.columns, widths),
      ...block.rows.map((row, index) => bodyRow(row, block.columns, widths, staysWithNext(index))),
    ],
  })
  const parts: (Paragraph | Table)[] = []
  if (block.caption !== undefined) parts.push(captionParagraph(block.caption))
  parts.push(table)
  parts.push(
    new Paragraph({
      spacing: {
        before: block.note === undefined ? 0 : 60,
        after: 200,
        line: block.note === undefined ? 120 : 260,
      },
      children: block.note === undefined ? [] : runsOf(block.note, { color: MUTED, size: SIZE.small }),
    }),
  )
  return parts
}

/** Bold line above a table or chart; stays with it. */
export function captionParagraph(caption: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 90 },
    children: runsOf(caption, { bold: true, size: SIZE.table + 1, color: INK }),
  })
}

function headerRow(columns: readonly TableColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cell(column.title, column, widths[index] ?? 0, {
        bold: true,
        color: ACCENT,
        fill: HEADER_FILL,
        keepNext: true,
      }),
    ),
  })
}

function bodyRow(
  row: ReportRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
  keepNext: boolean,
): TableRow {
  if (row.kind === 'group') {
    const text = row.cells[0]?.text ?? ''
    const group = { bold: true, color: INK, fill: GROUP_FILL, keepNext: true, span: columns.length }
    return new TableRow({ cantSplit: true, children: [cell(text, { title: '' }, sum(widths), group)] })
  }
  const isTotal = row.kind === 'total'
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, index) => {
      const content: ReportCell = row.cells[index] ?? { text: '' }
      return cell(content.text, column, widths[index] ?? 0, {
        bold: isTotal || content.bold === true,
        keepNext,
        ...(content.tone === undefined ? {} : { tone: content.tone }),
        ...(content.tone === undefined || content.tone === 'neutral' || content.tone === 'muted'
          ? {}
          : { fill: TONE_FILL[content.tone] }),
        ...(isTotal ? { topLine: true } : {}),
      })
    }),
  })
}

interface CellFacts {
  readonly bold: boolean
  readonly tone?: ReportCell['tone']
  readonly color?: string
  readonly fill?: string
  readonly keepNext?: boolean
  readonly span?: number
  readonly topLine?: boolean
}

function cell(text: string, column: TableColumn, width: number, facts: CellFacts): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(facts.span === undefined ? {} : { columnSpan: facts.span }),
    ...(facts.fill === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: facts.fill } }),
    ...(facts.topLine === true
      ? { borders: { top: { style: BorderStyle.SINGLE, size: 8, color: ACCENT } } }
      : {}),
    children: [
      new Paragraph({
        alignment: AlignmentType[ALIGNMENT[column.align ?? 'left']],
        keepNext: facts.keepNext ?? false,
        spacing: { before: 0, after: 0, line: 264 },
        children: runsOf(text, {
          bold: facts.bold,
          size: SIZE.table,
          ...(facts.tone === undefined ? {} : { tone: facts.tone }),
          ...(facts.color === undefined ? {} : { color: facts.color }),
        }),
      }),
    ],
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

const ALIGNMENT = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const

/** Shares of the text width; exact to the last twentieth of a point, for grids that do not add up shift in Word. */
export function columnWidths(block: Pick<TableBlock, 'columns' | 'rows'>, textWidth: number): number[] {
  const weights = columnShares(block, textWidth / UNIT_TWIPS)
  const total = sum(weights)
  let before = 0
  return weights.map((_, index) => {
    const until = Math.round((sum(weights.slice(0, index + 1)) / total) * textWidth)
    const width = until - before
    before = until
    return width
  })
}
