import type {
  ChartBlock,
  KeyFiguresBlock,
  ReportBlock,
  ReportDocument,
  TableBlock,
} from '@yingce/domain/review/report-document'
import { chartSvg } from '../chart-svg/chart-svg.ts'
import { staysWhole } from '../report/stays-whole.ts'
import { columnShares, textUnits } from '../report/column-shares.ts'
import {
  ACCENT,
  GROUP_FILL,
  HEADER_FILL,
  INK,
  LINE,
  MUTED,
  TONE_FILL,
  TONE_TEXT,
} from '../report/report-colors.ts'
import { xmlText } from '../xml-text.ts'
import { breakable } from './breakable-text.ts'

const APPLICATION = 'Yingce 营策'
/** A4 between margins of 2.2 cm, in points. */
const TEXT_WIDTH = { portrait: 470.5, landscape: 717.1 }
/** Half a Chinese character at the size of tables, 8.5 points. */
const UNIT_POINTS = 4.25
const POINTS_PER_CM = 72 / 2.54
const DEFAULT_CHART_CM = 6.5
const FIGURES_PER_ROW = 4
const MOST_IN_ONE_ROW = 5
/** A row with a longer text may break over pages: it might not fit on one. */
const LONG_TEXT = 500

/**
 * A report as what the template `report.typ` shows: plain data, of which every text is a value that
 * is printed as it is. Charts come drawn.
 */
export function pdfData(report: ReportDocument): unknown {
  const width = TEXT_WIDTH[report.orientation ?? 'portrait']
  const data = {
    language: report.language,
    title: report.title,
    ...(report.subtitle === undefined ? {} : { subtitle: report.subtitle }),
    author: APPLICATION,
    facts: report.facts,
    colon: report.language === 'zh-CN' ? '：' : ': ',
    runningHeader: report.runningHeader ?? report.title,
    runningFooter: report.runningFooter ?? '',
    titlePage: report.titlePage ?? false,
    landscape: report.orientation === 'landscape',
    contents: report.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
    blocks: withoutGapsInHeadings(report.blocks).map((block) => blockData(block, width)),
  }
  const look = {
    colors: {
      ink: INK,
      muted: MUTED,
      accent: ACCENT,
      line: LINE,
      headerFill: HEADER_FILL,
      groupFill: GROUP_FILL,
    },
    toneText: TONE_TEXT,
    toneFill: TONE_FILL,
  }
  return { ...(printable(data) as object), ...look }
}

/** A heading is at most one level below the one before it: the standard of accessible PDF asks for that. */
function withoutGapsInHeadings(blocks: readonly ReportBlock[]): ReportBlock[] {
  let before = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    before = Math.min(block.level, before + 1)
    return { ...block, level: before as 1 | 2 | 3 }
  })
}

function blockData(block: ReportBlock, width: number): unknown {
  switch (block.kind) {
    case 'keyFigures':
      return figuresData(block, width)
    case 'table':
      return tableData(block, width)
    case 'chart':
      return chartData(block, width)
    default:
      return block
  }
}

function figuresData({ figures }: KeyFiguresBlock, width: number): unknown {
  const perRow = figures.length <= MOST_IN_ONE_ROW ? Math.max(1, figures.length) : FIGURES_PER_ROW
  const longest = figures.reduce((most, { value }) => Math.max(most, textUnits(value)), 0)
  // The longest value decides for all, so that a row of figures has one size.
  const size = Math.max(9, Math.min(18, (width / perRow - 26) / (longest * 0.5)))
  return { kind: 'keyFigures', perRow, figures: figures.map((figure) => ({ ...figure, size })) }
}

function tableData(block: TableBlock, width: number): unknown {
  return {
    ...block,
    columns: block.columns.map(({ title, align }) => ({ title, align: align ?? 'left' })),
    shares: columnShares(block, width / UNIT_POINTS),
    isWhole: staysWhole(block, width / UNIT_POINTS),
    rows: block.rows.map(({ kind, cells }) => ({
      kind: kind ?? 'body',
      isLong: cells.some(({ text }) => text.length > LONG_TEXT),
      cells: block.columns.map((_, index) => cells[index] ?? { text: '' }),
    })),
  }
}

function chartData(block: ChartBlock, width: number): unknown {
  const { caption, alternativeText, heightCm } = block
  const svg = chartSvg(block, width, Math.round((heightCm ?? DEFAULT_CHART_CM) * POINTS_PER_CM))
  return {
    kind: 'chart',
    ...(caption === undefined ? {} : { caption }),
    alternativeText,
    svg: { drawn: svg },
  }
}

/** Every text of the data without control characters and with places to break; drawings stay as they are. */
function printable(value: unknown): unknown {
  if (typeof value === 'string') return breakable(xmlText(value))
  if (Array.isArray(value)) return value.map(printable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'svg' ? one.drawn : printable(one)]),
  )
}
