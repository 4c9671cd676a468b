import type { KeyFigure } from '@yingce/domain/review/report-document'
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
import { ACCENT, GROUP_FILL, MUTED, TONE_TEXT } from '../report/report-colors.ts'
import { textWidth } from '../report/text-width.ts'
import { SIZE } from './report-style.ts'
import { runsOf } from './text-runs.ts'

const PER_ROW = 4
const MOST_IN_ONE_ROW = 5
const MARGIN = { top: 130, bottom: 130, left: 160, right: 120 }
const GAP = { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Tinted boxes with a large number each, up to five beside each other. */
export function keyFigures(figures: readonly KeyFigure[], pageWidth: number): (Paragraph | Table)[] {
  const perRow = figures.length <= MOST_IN_ONE_ROW ? figures.length : PER_ROW
  if (perRow === 0) return []
  const width = Math.floor(pageWidth / perRow)
  const size = Math.min(...figures.map(({ value }) => valueSize(value, width - MARGIN.left - MARGIN.right)))
  const rows: TableRow[] = []
  for (let start = 0; start < figures.length; start += perRow) {
    const inRow = figures.slice(start, start + perRow)
    const blanks = Array.from({ length: perRow - inRow.length }, () => null)
    rows.push(
      new TableRow({
        cantSplit: true,
        children: [...inRow, ...blanks].map((figure) => box(figure, width, size)),
      }),
    )
  }
  return [
    new Table({
      width: { size: width * perRow, type: WidthType.DXA },
      columnWidths: Array.from({ length: perRow }, () => width),
      layout: TableLayoutType.FIXED,
      borders: {
        top: NONE,
        bottom: NONE,
        left: NONE,
        right: NONE,
        insideHorizontal: GAP,
        insideVertical: GAP,
      },
      rows,
    }),
    new Paragraph({ spacing: { before: 0, after: 120, line: 160 }, children: [] }),
  ]
}

function box(figure: KeyFigure | null, width: number, size: number): TableCell {
  const line = (text: string, before: number, look: Parameters<typeof runsOf>[1]): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      keepNext: true,
      spacing: { before, after: 0, line: 264 },
      children: runsOf(text, look),
    })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: MARGIN,
    ...(figure === null
      ? {}
      : {
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: GROUP_FILL },
          borders: {
            top: {
              style: BorderStyle.SINGLE,
              size: 18,
              color: figure.tone === undefined ? ACCENT : TONE_TEXT[figure.tone],
            },
          },
        }),
    children:
      figure === null
        ? [new Paragraph({ children: [] })]
        : [
            line(figure.label, 0, { color: MUTED, size: SIZE.small }),
            line(figure.value, 40, {
              bold: true,
              size,
              ...(figure.tone === undefined ? { color: ACCENT } : { tone: figure.tone }),
            }),
            line(figure.note ?? '', 40, { color: MUTED, size: SIZE.small }),
          ],
  })
}

/**
 * Long values shrink, and the others with them, instead of breaking in the middle of a number.
 *
 * @param room width of the text, in twentieths of a point
 * @returns half points
 */
function valueSize(value: string, room: number): number {
  // Programs without Arial set digits a fifth wider.
  const fitting = Math.floor(room / 10 / (textWidth(value, 1) * 1.2))
  return Math.max(SIZE.table, Math.min(SIZE.figure, fitting))
}
