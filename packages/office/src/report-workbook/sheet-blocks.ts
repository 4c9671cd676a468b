import type {
  ChartBlock,
  KeyFigure,
  ReportBlock,
  TableBlock,
  TableCell,
  TextSpan,
} from '@yingce/domain/review/report-document'
import type { DocumentCell } from '@yingce/domain/sheets/workbook-document'
import { seriesColor } from '../report/report-colors.ts'
import { rowFormula, type TablePlace, totalFormula } from './calculated-cell.ts'
import { eventSeries } from './event-series.ts'
import { cellLook } from './report-looks.ts'
import type { SheetRows } from './sheet-rows.ts'

const CHART_ROWS = 15
const NARROW_CHART_ROWS = 10
const ROW_CM = 0.5

/** Adds a block below what the sheet has. */
export function addSheetBlock(sheet: SheetRows, block: ReportBlock): void {
  switch (block.kind) {
    case 'heading':
      sheet.addAcross(block.text, 'subheading')
      return
    case 'paragraph':
      sheet.addAcross(textOf(block.spans), 'text')
      break
    case 'list':
      block.items.forEach((item, index) =>
        sheet.addAcross(`${block.ordered ? `${index + 1}.` : '•'} ${textOf(item)}`, 'text'),
      )
      break
    case 'callout':
      if (block.title !== undefined) sheet.addAcross(block.title, `callout-title-${block.tone}`)
      if (block.spans.length > 0) sheet.addAcross(textOf(block.spans), `callout-${block.tone}`)
      break
    case 'keyFigures':
      addFigures(sheet, block.figures)
      break
    case 'table':
      addTable(sheet, block)
      break
    case 'chart':
      addChart(sheet, block)
      break
    case 'pageBreak':
      return
  }
  sheet.addGap()
}

function textOf(spans: readonly TextSpan[]): string {
  return spans.map(({ text }) => text).join('')
}

/** Label, number and note below each other, the figures beside each other. */
function addFigures(sheet: SheetRows, figures: readonly KeyFigure[]): void {
  for (let start = 0; start < figures.length; start += sheet.across) {
    const inRow = figures.slice(start, start + sheet.across)
    sheet.add(inRow.map(({ label }) => ({ value: label, look: 'figureLabel' })))
    sheet.add(
      inRow.map(({ value, number, tone }) => ({
        ...(number === undefined ? { value } : { value: number.value, numberFormat: number.format }),
        look: `figure-${tone ?? 'neutral'}`,
      })),
      26,
    )
    sheet.add(inRow.map(({ note }) => ({ value: note ?? null, look: 'figureNote' })))
  }
}

function addTable(sheet: SheetRows, block: TableBlock): void {
  if (block.caption !== undefined) sheet.addAcross(block.caption, 'caption')
  sheet.add(
    block.columns.map(({ title }) => ({ value: title, look: 'header' })),
    20,
  )
  const totalAt = block.rows.findIndex(({ kind }) => kind === 'total')
  const body = totalAt === -1 ? block.rows.length : totalAt
  const place: TablePlace = { left: 1, firstRow: sheet.next, lastRow: sheet.next + body - 1 }
  for (const row of block.rows) {
    if (row.kind === 'group') {
      const rest = block.columns.slice(1).map(() => ({ value: null, look: 'group' }))
      sheet.add([{ value: row.cells[0]?.text ?? '', look: 'group' }, ...rest])
      continue
    }
    const isTotal = row.kind === 'total'
    sheet.add(
      block.columns.map((column, index): DocumentCell => {
        const cell = row.cells[index] ?? { text: '' }
        const look = cellLook(column.align ?? 'left', cell.tone, isTotal || cell.bold === true, isTotal)
        const formula =
          column.calculated === undefined
            ? null
            : isTotal
              ? totalFormula(column.calculated, index, sheet.next, place)
              : rowFormula(column.calculated, sheet.next, place)
        return { ...shown(cell), ...(formula === null || !isCalculable(cell) ? {} : { formula }), look }
      }),
    )
  }
  if (block.note !== undefined) sheet.addAcross(block.note, 'note')
}

function shown({ text, number }: TableCell): Pick<DocumentCell, 'value' | 'numberFormat'> {
  return number === undefined ? { value: text } : { value: number.value, numberFormat: number.format }
}

/** A text in a calculated column is a figure that is missing, or a remark that must stay. */
function isCalculable({ number, text }: TableCell): boolean {
  return number !== undefined || text === '—'
}

/** The chart, and below it the numbers that it draws. */
function addChart(sheet: SheetRows, block: ChartBlock): void {
  if (block.caption !== undefined) sheet.addAcross(block.caption, 'caption')
  const rows =
    block.heightCm === undefined
      ? CHART_ROWS
      : Math.max(NARROW_CHART_ROWS, Math.round(block.heightCm / ROW_CM))
  const isDrawn = block.categories.length > 0 && block.series.length > 0
  const first = sheet.next + (isDrawn ? rows : 0) + 1
  const last = first + block.categories.length - 1
  const column = (left: number) => ({ top: first, left, bottom: last, right: left })
  const marks = eventSeries(block)
  const isWhole = block.series.every(({ values }) =>
    values.every((value) => value === null || Number.isInteger(value)),
  )
  const numberFormat = { numberFormat: block.numberFormat ?? (isWhole ? '#,##0' : '#,##0.00') }
  if (isDrawn)
    sheet.addChart(
      {
        chart: block.chart,
        categories: column(1),
        series: [
          ...block.series.map(({ name, role }, index) => ({
            name,
            values: column(index + 2),
            color: seriesColor(index, role),
          })),
          ...marks.map(({ name, color, mark }, index) => ({
            name,
            values: column(block.series.length + index + 2),
            color,
            mark,
          })),
        ],
        ...numberFormat,
        ...(block.chart === 'pie'
          ? { pieceColors: block.categories.map((_, index) => seriesColor(index)) }
          : {}),
        alternativeText: block.alternativeText,
      },
      rows,
    )
  sheet.add([
    { value: null, look: 'header' },
    ...block.series.map(({ name }) => ({ value: name, look: 'header' })),
    ...marks.map(({ head }) => ({ value: head, look: 'header' })),
  ])
  const left = cellLook('left', undefined, false, false)
  const right = cellLook('right', undefined, false, false)
  block.categories.forEach((name, index) =>
    sheet.add([
      { value: name, look: left },
      ...[...block.series, ...marks].map(({ values }) => ({
        value: values[index] ?? null,
        look: right,
        ...numberFormat,
      })),
    ]),
  )
}
