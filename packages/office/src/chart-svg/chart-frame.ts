import type { ChartBlock } from '@yingce/domain/review/report-document'
import { INK, LINE, MUTED, seriesColor } from '../report/report-colors.ts'
import { numberText } from '../report/number-text.ts'
import { textWidth, wrapText } from '../report/text-width.ts'
import { valueScale, type ValueScale } from '../report/value-scale.ts'
import { eventRowsHeight, type PlacedEvent, placeEvents } from './event-layout.ts'
import { round, svgLine, svgText } from './svg-text.ts'

export const LABEL_SIZE = 8
const LINE_HEIGHT = 11
const LEGEND_HEIGHT = 18

/** The inside of a chart: where values and categories lie. */
export interface ChartFrame {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly scale: ValueScale
  /** Vertical place of a value. */
  readonly y: (value: number) => number
  /** Middle of the n-th category, and the width that each has. */
  readonly x: (index: number) => number
  readonly slot: number
  readonly format: (value: number) => string
  /** What happened on the way, with its place above the plot. */
  readonly events: readonly PlacedEvent[]
}

export function formatOf(block: ChartBlock): (value: number) => string {
  return (value) => numberText(value, block.numberFormat ?? (Number.isInteger(value) ? '#,##0' : '#,##0.00'))
}

/** Plot area of a standing chart: room for ticks on the left, categories below, a legend at the foot. */
export function chartFrame(block: ChartBlock, width: number, height: number): ChartFrame {
  const scale = valueScale(block.series.flatMap(({ values }) => values))
  const format = formatOf(block)
  const left = Math.max(...scale.ticks.map((tick) => textWidth(format(tick), LABEL_SIZE))) + 8
  const right = width - 4
  const slot = (right - left) / Math.max(1, block.categories.length)
  const x = (index: number): number => left + slot * (index + 0.5)
  const last = block.categories.length - 1
  const events = placeEvents(
    (block.events ?? []).filter(({ from, to }) => from >= 0 && Math.max(from, to ?? from) <= last),
    x,
    { left, right },
  )
  const top = (block.valueTitle === undefined ? 14 : 26) + eventRowsHeight(events)
  const lines = categoryLines(block.categories, slot)
  const bottom = height - lines * LINE_HEIGHT - 6 - (block.series.length > 1 ? LEGEND_HEIGHT : 0)
  const span = scale.max - scale.min
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    scale,
    slot,
    format,
    events,
    x,
    y: (value) => bottom - ((value - scale.min) / span) * (bottom - top),
  }
}

/** Two lines where the names are wider than their places but can be broken into them. */
function categoryLines(categories: readonly string[], slot: number): number {
  return categories.some((name) => textWidth(name, LABEL_SIZE) > slot - 4) && slot > 30 ? 2 : 1
}

/** Grid, ticks, zero line and the names of the categories. */
export function frameMarks(block: ChartBlock, frame: ChartFrame): string {
  const { left, right, bottom, scale, format, y } = frame
  const parts = scale.ticks.flatMap((tick) => [
    svgLine([left, y(tick)], [right, y(tick)], tick === 0 ? MUTED : LINE, tick === 0 ? 0.7 : 0.4),
    svgText(format(tick), {
      x: left - 5,
      y: y(tick) + LABEL_SIZE * 0.36,
      size: LABEL_SIZE,
      color: MUTED,
      anchor: 'end',
    }),
  ])
  if (block.valueTitle !== undefined)
    parts.push(svgText(block.valueTitle, { x: 0, y: 9, size: LABEL_SIZE, color: MUTED }))
  const every = labelStep(block.categories, frame.slot)
  block.categories.forEach((name, index) => {
    if (index % every !== 0) return
    wrapText(name, frame.slot * every - 2, LABEL_SIZE, categoryLines(block.categories, frame.slot)).forEach(
      (line, row) =>
        parts.push(
          svgText(line, {
            x: frame.x(index),
            y: bottom + 12 + row * LINE_HEIGHT,
            size: LABEL_SIZE,
            color: INK,
            anchor: 'middle',
          }),
        ),
    )
  })
  return parts.join('')
}

/** Every n-th name is written where all of them would lie on each other. */
function labelStep(categories: readonly string[], slot: number): number {
  if (slot > 30) return 1
  const widest = Math.max(0, ...categories.map((name) => textWidth(name, LABEL_SIZE)))
  return Math.max(1, Math.ceil((widest + 4) / slot))
}

/** Colours with their names at the foot, in the middle. */
export function legend(
  names: readonly { readonly name: string; readonly color: string; readonly isLine: boolean }[],
  width: number,
  height: number,
): string {
  const [mark, gap] = [12, 18]
  const widths = names.map(({ name }) => mark + 5 + textWidth(name, LABEL_SIZE))
  const all = widths.reduce((sum, one) => sum + one, 0) + gap * (names.length - 1)
  let x = Math.max(0, (width - all) / 2)
  const y = height - 5
  return names
    .map(({ name, color, isLine }, index) => {
      const swatch = isLine
        ? `<line x1="${round(x)}" y1="${y - 3}" x2="${round(x + mark)}" y2="${y - 3}" stroke="#${color}" stroke-width="1.6" stroke-dasharray="3 2"/>`
        : `<rect x="${round(x)}" y="${y - 7}" width="${mark}" height="8" rx="1" fill="#${color}"/>`
      const text = svgText(name, { x: x + mark + 5, y, size: LABEL_SIZE, color: INK })
      x += (widths[index] ?? 0) + gap
      return `${swatch}${text}`
    })
    .join('')
}

/** Legend of the series, where there is more than one. */
export function seriesLegend(block: ChartBlock, { width, height }: ChartFrame): string {
  if (block.series.length < 2) return ''
  const names = block.series.map(({ name, role }, index) => ({
    name,
    color: seriesColor(index, role),
    isLine: role === 'target',
  }))
  return legend(names, width, height)
}
