import type { ChartBlock } from '@yingce/domain/review/report-document'
import { AlignmentType, LineRuleType, Paragraph } from 'docx'
import { ChartRun, type ChartRunOptions } from 'docx/charts'
import { xmlText } from '../xml-text.ts'
import { INK, MUTED, seriesColor } from '../report/report-colors.ts'
import { CHART_FONT } from './report-style.ts'
import { captionParagraph } from './report-table.ts'

const PIXELS_PER_TWIP = 96 / 1440
const PIXELS_PER_CM = 96 / 2.54
const DEFAULT_HEIGHT_CM = 7
/** More labels than this lie on each other. */
const MAX_LABELLED_VALUES = 14

const TARGET_LINE = {
  type: 'line',
  markers: false,
  dataLabels: false,
  line: { dash: 'dash', width: 1.5 },
} as const

/** A native chart over the text width, with its caption above. */
export function chartBlock(block: ChartBlock, textWidth: number): Paragraph[] {
  const parts: Paragraph[] = []
  if (block.caption !== undefined) parts.push(captionParagraph(block.caption))
  parts.push(
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 220, line: 240, lineRule: LineRuleType.AUTO },
      children: [new ChartRun(chartOptions(block, textWidth))],
    }),
  )
  return parts
}

function chartOptions(block: ChartBlock, textWidth: number): ChartRunOptions {
  const categories = block.categories.map(xmlText)
  const values = block.series.reduce((sum, series) => sum + series.values.length, 0)
  const numberFormat = block.numberFormat === undefined ? {} : { numberFormat: block.numberFormat }
  const base = {
    categories,
    legend:
      block.series.length > 1 || block.chart === 'pie'
        ? { position: 'bottom' as const, font: { color: INK } }
        : (false as const),
    font: { name: CHART_FONT },
    chartArea: { fill: 'none', border: 'none' as const },
    transformation: {
      width: Math.round(textWidth * PIXELS_PER_TWIP),
      height: Math.round((block.heightCm ?? DEFAULT_HEIGHT_CM) * PIXELS_PER_CM),
    },
    altText: {
      name: xmlText(block.caption ?? block.alternativeText),
      description: xmlText(block.alternativeText),
    },
  }
  if (block.chart === 'pie') {
    const [first] = block.series
    return {
      ...base,
      type: 'pie',
      series: [
        {
          name: xmlText(first?.name ?? ''),
          values: first?.values ?? [],
          colors: categories.map((_, index) => seriesColor(index)),
        },
      ],
      dataLabels: { percentage: true, numberFormat: '0%', position: 'outsideEnd', font: { color: INK } },
    }
  }
  const series = block.series.map((one, index) => ({
    name: xmlText(one.name),
    values: one.values,
    color: seriesColor(index, one.role),
    ...(one.role === undefined || block.chart === 'bar' ? {} : TARGET_LINE),
  }))
  const isLabelled = values <= MAX_LABELLED_VALUES
  const axes = {
    categoryAxis: { font: { color: INK } },
    valueAxis: {
      ...numberFormat,
      font: { color: MUTED },
      ...(block.valueTitle === undefined ? {} : { title: xmlText(block.valueTitle) }),
    },
    ...(isLabelled ? { dataLabels: { value: true, ...numberFormat, font: { color: INK } } } : {}),
  }
  switch (block.chart) {
    case 'column':
      return { ...base, ...axes, type: 'column', series, gapWidth: 80, overlap: -10 }
    case 'bar':
      // First category on top, as in the text, not at the bottom as charts have it.
      return {
        ...base,
        ...axes,
        type: 'bar',
        series,
        gapWidth: 60,
        categoryAxis: { ...axes.categoryAxis, reverseOrder: true },
        // The reversed order moves this axis on top; with the values at the bars it is not needed.
        valueAxis: isLabelled ? { visible: false, gridlines: false } : axes.valueAxis,
      }
    case 'line':
      return { ...base, ...axes, type: 'line', series, markers: categories.length <= 31 }
  }
}
