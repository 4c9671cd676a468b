import type { ChartBlock, ChartSeries } from '@yingce/domain/review/report-document'
import { INK, seriesColor } from '../report/report-colors.ts'
import { textWidth } from '../report/text-width.ts'
import { type ChartFrame, chartFrame, frameMarks, LABEL_SIZE, seriesLegend } from './chart-frame.ts'
import { eventBands, eventLines } from './event-marks.ts'
import { round, svgText } from './svg-text.ts'

const GROUP_SHARE = 0.68
const MAX_COLUMN = 42
/** More points than this carry no dot. */
const MAX_MARKED = 31

/** Columns or lines over categories; a series that is a target is a dashed line in both. */
export function standingChart(block: ChartBlock, width: number, height: number): string {
  const frame = chartFrame(block, width, height)
  const isLine = ({ role }: ChartSeries): boolean => block.chart === 'line' || role === 'target'
  const colored = block.series.map((series, index) => ({ series, color: seriesColor(index, series.role) }))
  const columns = colored.filter(({ series }) => !isLine(series))
  const lines = colored.filter(({ series }) => isLine(series))
  return [
    eventBands(frame),
    frameMarks(block, frame),
    // Behind what was measured, whose figures carry a rim over them.
    eventLines(frame),
    ...columns.map(({ series, color }, place) => column(series, color, frame, place, columns.length)),
    ...lines.map(({ series, color }) => line(series, color, frame)),
    // Over the lines, so that a plan drawn through them leaves them readable.
    ...columns.map(({ series }, place) => columnLabels(series, frame, place, columns.length)),
    seriesLegend(block, frame),
  ].join('')
}

function column(
  { values }: ChartSeries,
  color: string,
  frame: ChartFrame,
  place: number,
  places: number,
): string {
  const width = columnWidth(frame, places)
  const start = -(width * places) / 2 + place * width
  const bars = values.map((value, index) => {
    if (value === null) return ''
    const [from, to] = [frame.y(0), frame.y(value)]
    const x = frame.x(index) + start
    return `<rect x="${round(x + width * 0.03)}" y="${round(Math.min(from, to))}" width="${round(width * 0.94)}" height="${round(Math.abs(from - to))}" fill="#${color}"/>`
  })
  return bars.join('')
}

/** Every column's value where all have room, else only the highest: some of many would say nothing. */
function columnLabels({ values }: ChartSeries, frame: ChartFrame, place: number, places: number): string {
  const width = columnWidth(frame, places)
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const highest = known.toSorted((a, b) => b.value - a.value)[0]
  // A column alone in its place may use all of the place.
  const room = places === 1 ? frame.slot * 0.94 : width
  const areAllShown = known.every(({ value }) => textWidth(frame.format(value), LABEL_SIZE) <= room)
  const shown = areAllShown ? known : places > 1 || highest === undefined ? [] : [highest]
  return shown
    .map(({ value, index }) =>
      svgText(frame.format(value), {
        x: frame.x(index) - (width * places) / 2 + (place + 0.5) * width,
        y: value < 0 ? frame.y(value) + 10 : frame.y(value) - 3,
        size: LABEL_SIZE,
        color: INK,
        anchor: 'middle',
        hasRim: true,
      }),
    )
    .join('')
}

function columnWidth(frame: ChartFrame, places: number): number {
  return Math.min(MAX_COLUMN, (frame.slot * GROUP_SHARE) / places)
}

/** Broken at a value that is not there; a value alone between two gaps is a dot. */
function line({ values, role }: ChartSeries, color: string, frame: ChartFrame): string {
  const runs: (readonly [number, number])[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) runs.push([])
    else runs.at(-1)?.push([round(frame.x(index)), round(frame.y(value))])
  })
  const isTarget = role === 'target'
  const stroke = isTarget ? 'stroke-width="1.4" stroke-dasharray="4 3"' : 'stroke-width="1.8"'
  const paths = runs
    .filter((run) => run.length > 1)
    .map(
      (run) =>
        `<polyline points="${run.map((point) => point.join(',')).join(' ')}" fill="none" stroke="#${color}" ${stroke} stroke-linejoin="round"/>`,
    )
  const isMarked = !isTarget && values.length <= MAX_MARKED
  const dots = runs
    .flatMap((run) => (isMarked || run.length === 1 ? run : []))
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="2.1" fill="#${color}"/>`)
  return `${paths.join('')}${dots.join('')}${isTarget ? '' : endLabels(values, frame)}`
}

/** The highest, the lowest and the last value, so that a line can be read without its axis. */
function endLabels(values: readonly (number | null)[], frame: ChartFrame): string {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const sorted = known.toSorted((a, b) => b.value - a.value)
  const said = [sorted[0], sorted.at(-1), known.at(-1)].filter((one) => one !== undefined)
  const labels = new Map(said.map((one) => [one.index, one]))
  const placed: number[] = []
  return [...labels.values()]
    .map(({ value, index }) => {
      const text = frame.format(value)
      const half = textWidth(text, LABEL_SIZE) / 2
      const x = Math.min(Math.max(frame.x(index), frame.left + half), frame.right - half)
      if (placed.some((other) => Math.abs(other - x) < 2 * half + 4)) return ''
      placed.push(x)
      const isLowest = value === sorted.at(-1)?.value && sorted.length > 1
      const y = isLowest && frame.bottom - frame.y(value) > 16 ? frame.y(value) + 12 : frame.y(value) - 5
      return svgText(text, {
        x,
        y,
        size: LABEL_SIZE,
        color: INK,
        anchor: 'middle',
        hasRim: frame.events.length > 0,
      })
    })
    .join('')
}
