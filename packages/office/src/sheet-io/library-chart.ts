import { columnLetters } from '@yingce/domain/sheets/cell-address'
import type { CellRange, SheetChart } from '@yingce/domain/sheets/workbook-document'
import type { LibraryChart } from './library-types.ts'
import { quotedSheetName } from './sheet-names.ts'
import { writableText } from './writable-text.ts'

const FONT = '微软雅黑'
const INK = '1F2A37'
const GRID = 'E3E7EC'
/**
 * Points that mark something, in one colour: LibreOffice fills a hollow one anyway. Between two of them only the
 * line that they lie on is to be seen, whose own points are small squares then and taken for no mark.
 */
const MARK = { size: 9, lineWidth: 0.25 }
const POINT = { symbol: 'square', size: 4 } as const
/** More labels than this lie on each other. */
const MAX_LABELLED_VALUES = { alone: 14, several: 8 }

/**
 * A chart in the terms of the spreadsheet library. Its cells are named with sheet and `$`: charts keep
 * no copy of their values, so programs read them from there.
 */
export function libraryChart(chart: SheetChart, safeSheetName: string): LibraryChart {
  const { place, series, numberFormat } = chart
  const figures = series.filter(({ mark }) => mark === undefined)
  const values = figures.reduce((sum, one) => sum + cellCount(one.values), 0)
  const isLabelled = values <= MAX_LABELLED_VALUES[figures.length > 1 ? 'several' : 'alone']
  const isPie = chart.chart === 'pie'
  const labels = { fontFamily: FONT, fontSize: 9, fontColor: INK }
  const format = numberFormat === undefined ? {} : { numberFormat: { formatCode: numberFormat } }
  const tick = { majorTickMark: 'none', minorTickMark: 'none' } as const
  return {
    type: isPie ? 'doughnut' : chart.chart,
    anchor: {
      from: { row: place.top - 1, col: place.left - 1 },
      to: { row: place.bottom, col: place.right },
    },
    altText: writableText(chart.alternativeText),
    showTitle: false,
    legend: isPie ? 'right' : series.length > 1 ? 'bottom' : false,
    legendFontFamily: FONT,
    legendFontSize: 9,
    chartSpaceBorderColor: GRID,
    dispBlanksAs: 'gap',
    series: series.map(({ name, values: range, color, mark }) => ({
      name: writableText(name),
      values: absolute(range, safeSheetName),
      categories: absolute(chart.categories, safeSheetName),
      ...(chart.pieceColors === undefined
        ? { color }
        : { dataPoints: chart.pieceColors.map((piece, idx) => ({ idx, color: piece })) }),
      ...(chart.chart === 'line'
        ? { stroke: { width: mark === undefined ? 2 : MARK.lineWidth }, smooth: false }
        : {}),
      ...(mark === undefined ? {} : { dataLabels: false }),
      ...(figures.length === series.length
        ? {}
        : {
            marker: {
              ...(mark === undefined ? POINT : { symbol: mark, size: MARK.size }),
              fill: color,
              line: color,
            },
          }),
    })),
    ...(chart.chart === 'bar' || chart.chart === 'column' ? { gapWidth: 70 } : {}),
    ...(isPie
      ? { holeSize: 58, dataLabels: { showPercent: true, ...labels, fontColor: 'FFFFFF' } }
      : isLabelled
        ? { dataLabels: { showValue: true, ...format, ...labels } }
        : {}),
    ...(isPie
      ? {}
      : {
          axes: {
            x: {
              labelFontFamily: FONT,
              labelFontSize: 9,
              ...tick,
              // First category on top, as in the table.
              ...(chart.chart === 'bar' ? { reverse: true } : {}),
            },
            y: {
              ...format,
              labelFontFamily: FONT,
              labelFontSize: 9,
              ...tick,
              ...(chart.chart === 'bar' && isLabelled ? { hidden: true, gridlines: {} } : {}),
            },
          },
        }),
  }
}

function cellCount({ top, left, bottom, right }: CellRange): number {
  return (bottom - top + 1) * (right - left + 1)
}

function absolute({ top, left, bottom, right }: CellRange, safeSheetName: string): string {
  const from = `$${columnLetters(left)}$${top}`
  return `${quotedSheetName(safeSheetName)}!${from}:$${columnLetters(right)}$${bottom}`
}
