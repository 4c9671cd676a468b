import type { TableBlock, TableRow } from '@yingce/domain/review/report-document'
import { ACCENT, GROUP_FILL, HEADER_FILL, INK, LINE, TONE_FILL, TONE_TEXT } from '../report/report-colors.ts'
import { textWidth } from '../report/text-width.ts'
import { xmlText } from '../xml-text.ts'
import type { LibrarySlide, TableCell, TableCellLook } from './presentation-library.ts'
import { bodyRowHeight, columnInches, MOST_CELL_LINES, rowHeight } from './slide-measure.ts'
import { isCut } from './slide-notes.ts'
import { CELL_PADDING, FONT, inches, SIZE } from './slide-style.ts'

const NO_LINE = { type: 'none' } as const
const THIN_LINE = { type: 'solid', pt: 0.5, color: LINE } as const
const STRONG_LINE = { type: 'solid', pt: 1.25, color: ACCENT } as const
const MARGIN: [number, number, number, number] = [
  CELL_PADDING.y,
  CELL_PADDING.x,
  CELL_PADDING.y,
  CELL_PADDING.x,
]

/** A native table with the report's look. */
export function addSlideTable(
  slide: LibrarySlide,
  block: TableBlock,
  box: { readonly x: number; readonly y: number; readonly w: number },
): number {
  const widths = columnInches(block, box.w)
  const titles = block.columns.map(({ title }) => title)
  const heights = [rowHeight(titles, widths), ...block.rows.map((row) => bodyRowHeight(row, widths))]
  const header = block.columns.map(({ title, align }) => ({
    text: xmlText(title),
    options: {
      bold: true,
      color: ACCENT,
      align: align ?? 'left',
      fill: { color: HEADER_FILL },
      border: [STRONG_LINE, NO_LINE, THIN_LINE, NO_LINE],
    } satisfies TableCellLook,
  }))
  const last = block.rows.length - 1
  const rows = block.rows.map((row, index) => tableRow(row, block, widths, index === last))
  slide.addTable([header, ...rows], {
    ...box,
    colW: widths,
    rowH: heights,
    margin: MARGIN,
    fontFace: FONT,
    fontSize: SIZE.table,
    color: INK,
    valign: 'middle',
    autoPage: false,
  })
  return heights.reduce((sum, height) => sum + height, 0)
}

function tableRow(row: TableRow, block: TableBlock, widths: readonly number[], isLast: boolean): TableCell[] {
  const below = isLast ? STRONG_LINE : THIN_LINE
  if (row.kind === 'group') {
    const options = { bold: true, colspan: block.columns.length, fill: { color: GROUP_FILL } }
    return [
      {
        text: xmlText(row.cells[0]?.text ?? ''),
        options: { ...options, border: [NO_LINE, NO_LINE, below, NO_LINE] },
      },
    ]
  }
  const isTotal = row.kind === 'total'
  return block.columns.map(({ align }, index) => {
    const cell = row.cells[index] ?? { text: '' }
    const { tone } = cell
    const hasFill = tone !== undefined && tone !== 'neutral' && tone !== 'muted'
    return {
      text: shownText(xmlText(cell.text), widths[index] ?? 1),
      options: {
        align: align ?? 'left',
        bold: isTotal || cell.bold === true,
        ...(tone === undefined ? {} : { color: TONE_TEXT[tone] }),
        ...(hasFill ? { fill: { color: TONE_FILL[tone] } } : {}),
        border: [isTotal ? STRONG_LINE : NO_LINE, NO_LINE, below, NO_LINE],
      },
    }
  })
}

/** As much as the lines of a cell hold. */
function shownText(text: string, width: number): string {
  if (!isCut(text, width)) return text
  const room = (width - 2 * CELL_PADDING.x) * (MOST_CELL_LINES - 0.5)
  let shown = ''
  let used = 0
  for (const one of text.replaceAll('\n', ' ')) {
    used += inches(textWidth(one, SIZE.table)) * 1.06
    if (used > room) break
    shown += one
  }
  return `${shown.trimEnd()}…`
}
