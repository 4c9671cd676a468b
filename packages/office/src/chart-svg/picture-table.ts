import type { TableBlock, TableCell } from '@yingce/domain/review/report-document'
import { ACCENT, HEADER_FILL, INK, LINE, MUTED, TONE_TEXT } from '../report/report-colors.ts'
import { textWidth, wrapText } from '../report/text-width.ts'
import { type Drawn, LINE_PX, SMALL, TEXT, TEXT_LINES } from './picture-measure.ts'
import { round, svgLine, svgText } from './svg-text.ts'

/** More rows are for a spreadsheet; the picture says how many there are. */
const MOST_ROWS = 40
const MOST_CELL_LINES = 3
const MOST_COLUMN = 300
const PAD = 8
const CELL_LINE = 16

/** A table whose columns are as wide as their texts ask, within the width of the picture. */
export function pictureTable(block: TableBlock): Drawn {
  const rows = shownRows(block)
  const widths = columnWidths(block, rows)
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0))
  const parts: string[] = []
  let y = 8
  const addRow = (cells: readonly TableCell[], look: 'header' | 'body' | 'total'): void => {
    const lines = widths.map((width, index) =>
      wrapText(cells[index]?.text ?? '', width - 2 * PAD, SMALL, MOST_CELL_LINES),
    )
    const height = Math.max(...lines.map(({ length }) => length)) * CELL_LINE + 10
    if (look === 'header')
      parts.push(`<rect x="0" y="${y}" width="${TEXT}" height="${height}" fill="#${HEADER_FILL}"/>`)
    lines.forEach((texts, index) => {
      const isRight = block.columns[index]?.align === 'right'
      const x = (lefts[index] ?? 0) + (isRight ? (widths[index] ?? 0) - PAD : PAD)
      texts.forEach((text, row) =>
        parts.push(
          svgText(text, {
            x,
            y: y + 18 + row * CELL_LINE,
            size: SMALL,
            color: look === 'header' ? ACCENT : TONE_TEXT[cells[index]?.tone ?? 'neutral'],
            anchor: isRight ? 'end' : 'start',
            bold: look !== 'body' || cells[index]?.bold === true,
          }),
        ),
      )
    })
    y += height
    parts.push(svgLine([0, y], [TEXT, y], look === 'body' ? LINE : INK, look === 'body' ? 0.5 : 0.8))
  }
  if (block.caption !== undefined) {
    parts.push(svgText(block.caption, { x: 0, y: y + 14, size: 13, color: INK, bold: true }))
    y += 26
  }
  addRow(
    block.columns.map(({ title }) => ({ text: title })),
    'header',
  )
  for (const { kind, cells } of rows) addRow(cells, kind === 'total' ? 'total' : 'body')
  for (const text of block.note === undefined ? [] : wrapText(block.note, TEXT, SMALL, TEXT_LINES)) {
    parts.push(svgText(text, { x: 0, y: y + 18, size: SMALL, color: MUTED }))
    y += LINE_PX
  }
  return { svg: parts.join(''), height: round(y + 14) }
}

/** The first rows, a "… + 12" where there are more, and the totals. */
function shownRows({ rows }: TableBlock): TableBlock['rows'] {
  const body = rows.filter(({ kind }) => kind !== 'total')
  const totals = rows.filter(({ kind }) => kind === 'total')
  const rest = body.length - MOST_ROWS
  return [...body.slice(0, MOST_ROWS), ...(rest > 0 ? [{ cells: [{ text: `… + ${rest}` }] }] : []), ...totals]
}

function columnWidths({ columns }: TableBlock, rows: TableBlock['rows']): number[] {
  const wanted = columns.map(({ title }, index) =>
    Math.min(
      MOST_COLUMN,
      Math.max(
        textWidth(title, SMALL) * 1.08,
        ...rows.map(({ cells }) => textWidth(cells[index]?.text ?? '', SMALL) * 1.08),
      ) +
        2 * PAD,
    ),
  )
  const all = wanted.reduce((sum, width) => sum + width, 0)
  return wanted.map((width) => (width * TEXT) / all)
}
