import type { ChartBlock, ChartSeries } from '@yingce/domain/review/report-document'
import { INK, LINE, MUTED, seriesColor } from '../report/report-colors.ts'
import { xmlText } from '../xml-text.ts'
import type { ChartData, ChartLook, LibrarySlide } from './presentation-library.ts'
import { FONT } from './slide-style.ts'

/** More labels than this lie on each other. */
const MAX_LABELLED_VALUES = 14
const MAX_MARKED = 31
const LABEL_SIZE = 10

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A native chart: PowerPoint opens its data in a sheet. */
export function addSlideChart(slide: LibrarySlide, block: ChartBlock, box: Box): void {
  const options = { ...optionsOf(block), ...box, altText: xmlText(block.alternativeText) }
  if (block.series.length === 0 || block.categories.length === 0) return
  const targets = block.chart === 'column' ? block.series.filter(({ role }) => role === 'target') : []
  const others = block.series.filter((series) => !targets.includes(series))
  if (targets.length === 0 || others.length === 0) {
    slide.addChart(TYPES[block.chart], dataOf(block, block.series), options)
    return
  }
  // Colours are given per type: a combination would otherwise begin anew with the first for each.
  const bars = {
    type: 'bar' as const,
    data: dataOf(block, others),
    options: { ...barOptions(block), ...colorsOf(others) },
  }
  const lines = {
    type: 'line' as const,
    data: dataOf(block, targets),
    options: {
      ...colorsOf(targets),
      lineSize: 1.5,
      lineDash: 'dash' as const,
      lineDataSymbol: 'none' as const,
    },
  }
  // For a combination the library takes the options where its types want data.
  slide.addChart([bars, lines], { ...options, showValue: false } as never)
}

const TYPES = { column: 'bar', bar: 'bar', line: 'line', pie: 'doughnut' } as const

function dataOf({ categories }: ChartBlock, series: readonly ChartSeries[]): ChartData[] {
  return series.map(({ name, values }) => ({
    name: xmlText(name),
    labels: categories.map(xmlText),
    // The library writes an empty value where there is none; its types know numbers only.
    values: categories.map((_, index) => values[index] ?? null) as number[],
  }))
}

function colorsOf(series: readonly ChartSeries[]): { chartColors: string[] } {
  return { chartColors: series.map(({ role }, index) => seriesColor(index, role)) }
}

function barOptions(block: ChartBlock): ChartLook {
  return { barDir: block.chart === 'bar' ? 'bar' : 'col', barGapWidthPct: block.chart === 'bar' ? 55 : 70 }
}

function optionsOf(block: ChartBlock): ChartLook {
  const font = { fontFace: FONT, color: INK }
  const base: ChartLook = {
    ...colorsOf(block.series),
    showLegend: block.series.length > 1 || block.chart === 'pie',
    legendPos: block.chart === 'pie' ? 'r' : 'b',
    legendFontFace: FONT,
    legendFontSize: LABEL_SIZE,
    legendColor: INK,
    dataLabelFontFace: FONT,
    dataLabelFontSize: LABEL_SIZE,
    dataLabelColor: INK,
    displayBlanksAs: 'gap',
  }
  if (block.chart === 'pie') {
    const chartColors = block.categories.map((_, index) => seriesColor(index))
    return {
      ...base,
      chartColors,
      showPercent: true,
      holeSize: 58,
      dataBorder: { pt: 1, color: 'FFFFFF' },
      dataLabelColor: 'FFFFFF',
    }
  }
  const values = block.series.reduce((sum, series) => sum + series.values.length, 0)
  const isLabelled = values <= MAX_LABELLED_VALUES
  const isBar = block.chart === 'bar'
  return {
    ...base,
    ...barOptions(block),
    showValue: isLabelled,
    dataLabelPosition: block.chart === 'line' ? 't' : 'outEnd',
    dataLabelFormatCode: block.numberFormat ?? 'General',
    valAxisLabelFormatCode: block.numberFormat ?? 'General',
    catAxisLabelFontFace: font.fontFace,
    catAxisLabelColor: font.color,
    catAxisLabelFontSize: LABEL_SIZE,
    valAxisLabelFontFace: font.fontFace,
    valAxisLabelColor: MUTED,
    valAxisLabelFontSize: LABEL_SIZE,
    valAxisLineShow: false,
    catGridLine: { style: 'none' },
    valGridLine: isBar && isLabelled ? { style: 'none' } : { color: LINE, size: 0.5 },
    valAxisHidden: isBar && isLabelled,
    // First category on top, as in the text.
    ...(isBar ? { catAxisOrientation: 'maxMin' as 'minMax' } : {}),
    lineSize: 2.25,
    lineDataSymbol: block.categories.length <= MAX_MARKED ? 'circle' : 'none',
    lineDataSymbolSize: 6,
    ...(block.valueTitle === undefined
      ? {}
      : {
          showValAxisTitle: true,
          valAxisTitle: xmlText(block.valueTitle),
          valAxisTitleFontSize: LABEL_SIZE,
          valAxisTitleColor: MUTED,
        }),
  }
}
