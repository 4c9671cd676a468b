import type { ChartBlock } from '@yingce/domain/review/report-document'
import { INK, MUTED, seriesColor } from '../report/report-colors.ts'
import { cutText, textWidth } from '../report/text-width.ts'
import { valueScale } from '../report/value-scale.ts'
import { formatOf, LABEL_SIZE, legend } from './chart-frame.ts'
import { round, svgLine, svgText } from './svg-text.ts'

const MAX_NAME_SHARE = 0.34
const BAR_SHARE = 0.66
const MAX_BAR = 18
const LEGEND_HEIGHT = 20

/** Lying bars, the first category on top, each with its value at its end: so no axis is needed. */
export function lyingChart(block: ChartBlock, width: number, height: number): string {
  const format = formatOf(block)
  const values = block.series.flatMap((series) => series.values)
  const scale = valueScale(values)
  const widest = (texts: readonly string[]): number =>
    texts.reduce((most, text) => Math.max(most, textWidth(text, LABEL_SIZE + 1)), 0)
  const left = Math.min(width * MAX_NAME_SHARE, widest(block.categories) + 4) + 6
  const room = widest(values.map((value) => (value === null ? '—' : format(value)))) + 10
  const bottom = height - (block.series.length > 1 ? LEGEND_HEIGHT : 2)
  const slot = bottom / Math.max(1, block.categories.length)
  const bar = Math.min(MAX_BAR, (slot * BAR_SHARE) / block.series.length)
  const most = Math.max(...values.map((value) => value ?? 0), 0)
  const least = Math.min(...values.map((value) => value ?? 0), 0)
  const span = most - least === 0 ? scale.max : most - least
  const x = (value: number): number => left + ((value - least) / span) * (width - left - room)
  const parts = [svgLine([x(0), 0], [x(0), bottom], MUTED, 0.7)]
  block.categories.forEach((name, index) => {
    const middle = slot * (index + 0.5)
    parts.push(
      svgText(cutText(name, left - 10, LABEL_SIZE + 1), {
        x: left - 7,
        y: middle + 3.2,
        size: LABEL_SIZE + 1,
        color: INK,
        anchor: 'end',
      }),
    )
    block.series.forEach((series, order) => {
      const value = series.values[index] ?? null
      const y = middle - (bar * block.series.length) / 2 + order * bar
      const [from, to] = value === null ? [x(0), x(0)] : [Math.min(x(0), x(value)), Math.max(x(0), x(value))]
      if (value !== null)
        parts.push(
          `<rect x="${round(from)}" y="${round(y)}" width="${round(to - from)}" height="${round(bar * 0.94)}" fill="#${seriesColor(order, series.role)}"/>`,
        )
      parts.push(
        svgText(value === null ? '—' : format(value), {
          x: to + 5,
          y: y + bar / 2 + 2.8,
          size: LABEL_SIZE,
          color: value === null ? MUTED : INK,
        }),
      )
    })
  })
  if (block.series.length > 1) {
    const names = block.series.map(({ name, role }, index) => ({
      name,
      color: seriesColor(index, role),
      isLine: false,
    }))
    parts.push(legend(names, width, height))
  }
  return parts.join('')
}
