import type { ChartBlock } from '@yingce/domain/review/report-document'
import { lyingChart } from './lying-chart.ts'
import { pieChart } from './pie-chart.ts'
import { standingChart } from './standing-chart.ts'

/** Of a document, which brings it along. */
const FONT = 'Noto Sans SC'
/** A picture is looked at where it is opened: the fonts of the three systems, Chinese first. */
export const SCREEN_FONTS = "'Noto Sans SC','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"

/**
 * A chart as SVG 1.1, without its caption, in points. Texts of the report stay texts; missing values
 * are gaps, never zeros.
 *
 * @param fonts families by name, as CSS lists them
 */
export function chartSvg(block: ChartBlock, width: number, height: number, fonts: string = FONT): string {
  const inside = chartMarks(block, width, height)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}">${inside}</svg>`
}

/** What a chart is drawn of, without the picture around it. */
export function chartMarks(block: ChartBlock, width: number, height: number): string {
  switch (block.chart) {
    case 'column':
    case 'line':
      return standingChart(block, width, height)
    case 'bar':
      return lyingChart(block, width, height)
    case 'pie':
      return pieChart(block, width, height)
  }
}
