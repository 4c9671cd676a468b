import type {
  ChartBlock,
  KeyFigure,
  ReportBlock,
  ReportDocument,
} from '@yingce/domain/review/report-document'
import { INK, LINE, MUTED } from '../report/report-colors.ts'
import { wrapText } from '../report/text-width.ts'
import { chartMarks, SCREEN_FONTS } from './chart-svg.ts'
import { pictureTable } from './picture-table.ts'
import { type Drawn, LINE_PX, MARGIN, PICTURE_WIDTH, SMALL, TEXT, TEXT_LINES } from './picture-measure.ts'
import { svgLine, svgText } from './svg-text.ts'

const POINTS_PER_CM = 28.35
const DEFAULT_CHART_CM = 7
/** Charts are laid out for print; on a screen their texts want to be larger. */
const CHART_SCALE = 1.35
const FIGURES_IN_ROW = 5
const FIGURE_GAP = 12
const FIGURE_HEIGHT = 92

/**
 * A report as one picture (SVG 1.1, 1120 wide, as high as it gets) on white: title, facts, figures,
 * tables, charts, and the running footer as the line that says where the figures come from.
 */
export function reportPicture(report: ReportDocument): string {
  const colon = report.language === 'zh-CN' ? '：' : ': '
  const facts = report.facts.map(({ label, value }) => `${label}${colon}${value}`).join('　｜　')
  const parts: string[] = []
  let y = MARGIN
  const add = ({ svg, height }: Drawn): void => {
    parts.push(`<g transform="translate(${MARGIN} ${y})">${svg}</g>`)
    y += height
  }
  add(line(report.title, 24, INK, true, 36))
  if (report.subtitle !== undefined) add(line(report.subtitle, 15, INK, false, 24))
  if (facts !== '') add(line(facts, SMALL, MUTED, false, 22))
  for (const block of report.blocks) add(drawn(block))
  if (report.runningFooter !== undefined) {
    add({ svg: svgLine([0, 12], [TEXT, 12], LINE, 1), height: 24 })
    add(paragraph(report.runningFooter, SMALL, MUTED))
  }
  const height = Math.ceil(y + MARGIN / 2)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" font-family="${SCREEN_FONTS}"><rect width="${PICTURE_WIDTH}" height="${height}" fill="#FFFFFF"/>${parts.join('')}</svg>`
}

function drawn(block: ReportBlock): Drawn {
  switch (block.kind) {
    case 'heading':
      return {
        svg: svgText(block.text, { x: 0, y: 38, size: 16, color: INK, bold: true }),
        height: 50,
      }
    case 'paragraph':
      return paragraph(block.spans.map(({ text }) => text).join(''))
    case 'callout':
      return paragraph([block.title ?? '', ...block.spans.map(({ text }) => text)].join(' '))
    case 'list':
      return paragraph(block.items.map((item) => item.map(({ text }) => text).join('')).join('；'))
    case 'keyFigures':
      return figures(block.figures)
    case 'table':
      return pictureTable(block)
    case 'chart':
      return chart(block)
    case 'pageBreak':
      return { svg: '', height: 0 }
  }
}

function line(text: string, size: number, color: string, bold: boolean, height: number): Drawn {
  return { svg: svgText(text, { x: 0, y: size, size, color, bold }), height }
}

function paragraph(text: string, size = 13, color = INK): Drawn {
  const lines = wrapText(text, TEXT, size, TEXT_LINES)
  return {
    svg: lines.map((one, index) => svgText(one, { x: 0, y: size + index * LINE_PX, size, color })).join(''),
    height: lines.length * LINE_PX + 6,
  }
}

function figures(all: readonly KeyFigure[]): Drawn {
  const width = (TEXT - FIGURE_GAP * (FIGURES_IN_ROW - 1)) / FIGURES_IN_ROW
  const svg = all.map(({ label, value, note }, index) => {
    const x = (index % FIGURES_IN_ROW) * (width + FIGURE_GAP)
    const y = Math.floor(index / FIGURES_IN_ROW) * (FIGURE_HEIGHT + FIGURE_GAP)
    const notes = wrapText(note ?? '', width - 24, SMALL - 1, 2)
    return [
      `<rect x="${x}" y="${y}" width="${width}" height="${FIGURE_HEIGHT}" rx="6" fill="none" stroke="#${LINE}"/>`,
      svgText(label, { x: x + 12, y: y + 22, size: SMALL, color: MUTED }),
      svgText(value, { x: x + 12, y: y + 48, size: 20, color: INK, bold: true }),
      ...notes.map((one, row) =>
        svgText(one, { x: x + 12, y: y + 66 + row * 15, size: SMALL - 1, color: MUTED }),
      ),
    ].join('')
  })
  return {
    svg: svg.join(''),
    height: Math.ceil(all.length / FIGURES_IN_ROW) * (FIGURE_HEIGHT + FIGURE_GAP),
  }
}

function chart(block: ChartBlock): Drawn {
  const top = block.caption === undefined ? 8 : 30
  const height = Math.round((block.heightCm ?? DEFAULT_CHART_CM) * POINTS_PER_CM * CHART_SCALE)
  const inside = chartMarks(block, TEXT / CHART_SCALE, height / CHART_SCALE)
  const caption =
    block.caption === undefined
      ? ''
      : svgText(block.caption, { x: 0, y: 22, size: 13, color: INK, bold: true })
  return {
    svg: `${caption}<g transform="translate(0 ${top}) scale(${CHART_SCALE})">${inside}</g>`,
    height: top + height + 12,
  }
}
