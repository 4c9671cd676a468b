import type {
  KeyFigure,
  ReportBlock,
  ReportDocument,
  TableBlock,
} from '@yingce/domain/review/report-document'
import type { DocumentColumn, DocumentSheet, WorkbookDocument } from '@yingce/domain/sheets/workbook-document'
import { fittedUnits, textUnits } from '../report/column-shares.ts'
import { numberText } from '../report/number-text.ts'
import { REPORT_LOOKS } from './report-looks.ts'
import { addSheetBlock } from './sheet-blocks.ts'
import { SheetRows } from './sheet-rows.ts'

const LEAST_COLUMNS = 5
/** Width of all columns together; a page across holds no more. */
const PAGE_WIDTH = 110
const LEAST_WIDTH = 11
const MOST_WIDTH = 46
/** Figures are written larger than the body, whose characters widths count. */
const FIGURE_SCALE = 1.5

/**
 * A report as a workbook: one sheet per section, numbers as numbers in their formats, totals and
 * ratios as live formulas, charts native over the numbers beside them.
 */
export function reportWorkbook(report: ReportDocument): WorkbookDocument {
  return {
    title: report.title,
    looks: REPORT_LOOKS,
    sheets: sectionsOf(report).map(({ title, blocks }, index) =>
      sectionSheet(report, title, blocks, index === 0),
    ),
  }
}

function sectionsOf(report: ReportDocument): { readonly title: string; readonly blocks: ReportBlock[] }[] {
  const sections: { title: string; blocks: ReportBlock[] }[] = []
  for (const block of report.blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ title: block.text, blocks: [] })
    else if (sections.length === 0) sections.push({ title: report.title, blocks: [block] })
    else sections.at(-1)?.blocks.push(block)
  }
  // A workbook without a sheet cannot be opened.
  return sections.length === 0 ? [{ title: report.title, blocks: [] }] : sections
}

function sectionSheet(
  report: ReportDocument,
  title: string,
  blocks: readonly ReportBlock[],
  isFirst: boolean,
): DocumentSheet {
  const tables = blocks.filter((block) => block.kind === 'table')
  const columns = sheetColumns(
    tables,
    blocks.flatMap((block) => (block.kind === 'keyFigures' ? block.figures : [])),
  )
  const sheet = new SheetRows(columns.length)
  if (isFirst) {
    const colon = report.language === 'zh-CN' ? '：' : ': '
    sheet.addAcross(report.title, 'title', 30)
    if (report.subtitle !== undefined) sheet.addAcross(report.subtitle, 'subtitle', 20)
    const facts = report.facts.map(({ label, value }) => `${label}${colon}${value}`)
    if (facts.length > 0) sheet.addAcross(facts.join('　｜　'), 'facts')
    sheet.addGap()
  }
  sheet.addAcross(title, 'heading', 26)
  for (const block of blocks) addSheetBlock(sheet, block)
  const { rows, merges, charts } = sheet
  return {
    name: title,
    columns,
    rows,
    merges,
    charts,
    gridLines: false,
    print: {
      orientation: columns.length > 6 ? 'landscape' : 'portrait',
      footerLeft: report.runningHeader ?? report.title,
    },
  }
}

/** The tables of a sheet share its columns: each is as wide as the widest of them asks. */
function sheetColumns(tables: readonly TableBlock[], figures: readonly KeyFigure[]): DocumentColumn[] {
  const count = tables.reduce((most, { columns }) => Math.max(most, columns.length), LEAST_COLUMNS)
  const widths = Array.from({ length: count }, (_, index) =>
    tables.reduce(
      (most, table) =>
        index < table.columns.length ? Math.max(most, Math.min(MOST_WIDTH, fittedUnits(table, index))) : most,
      figureWidth(figures, index, count),
    ),
  )
  const all = widths.reduce((sum, width) => sum + width, 0)
  // Texts across the sheet want a page's width also where the tables are narrow.
  const factor = all < PAGE_WIDTH * 0.75 ? (PAGE_WIDTH * 0.75) / all : 1
  return widths.map((width) => ({ width: Math.round(width * factor) }))
}

/** Large figures stand beside each other; a number that does not fit would show as "###". */
function figureWidth(figures: readonly KeyFigure[], column: number, columns: number): number {
  return figures
    .filter((_, index) => index % columns === column)
    .reduce((most, { value, number }) => {
      const shown = number === undefined ? value : numberText(number.value, number.format.replaceAll('"', ''))
      return Math.max(most, Math.ceil(textUnits(shown) * FIGURE_SCALE) + 2)
    }, LEAST_WIDTH)
}
