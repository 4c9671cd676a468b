import type { GanttProps, ZoomLevel } from '../gantt-types.ts'
import { ROW_HEIGHT } from '../model/bar-geometry.ts'
import type { Column } from '../model/columns.ts'
import { xOf, type TimeScale } from '../model/time-scale.ts'
import { drawnLinks } from '../model/visible-links.ts'
import type { ChartDisplay, ExportChoice } from '../view/GanttToolbar.tsx'
import type { ChartRows } from '../view/use-rows.ts'
import { HEADER_HEIGHT } from '../view/use-viewport.ts'
import { ganttToSvg, type ChartColours } from './gantt-to-svg.ts'
import { svgToPng } from './svg-to-png.ts'

interface ExportArguments {
  choice: ExportChoice
  props: GanttProps
  chart: ChartRows
  scale: TimeScale
  level: ZoomLevel
  display: ChartDisplay
  columns: readonly Column[]
  scroller: HTMLElement
  /** element whose computed style carries the theme */
  root: HTMLElement
}

/** Names of the theme's colours that a picture needs. */
export const COLOUR_NAMES = [
  'panel',
  'line',
  'line2',
  'ink',
  'ink2',
  'accent',
  'ok',
  'ok-soft',
  'warn',
  'bad',
  'bad-soft',
  'bar',
  'bar2',
  'base',
  'bg',
] as const

/** Saves the chart as a file; the file's name, or null when the picture is too large for a PNG. */
export async function exportChart(args: ExportArguments): Promise<string | null> {
  const { choice, props, chart, scale, level, display, columns, scroller, root } = args
  const isWhole = choice.startsWith('whole')
  const style = getComputedStyle(root)
  const tableWidth = columns.reduce((sum, { width }) => sum + width, 0)
  const rowsInView = Math.ceil((scroller.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT)
  const firstRow = isWhole ? 0 : Math.floor(scroller.scrollTop / ROW_HEIGHT)
  const lastRow = Math.min(chart.rows.length - 1, isWhole ? Number.MAX_SAFE_INTEGER : firstRow + rowsInView)
  const left = isWhole ? Math.max(0, xOf(scale, chart.span.start) - 24) : scroller.scrollLeft
  const right = isWhole
    ? Math.min(scale.width, xOf(scale, chart.span.end) + 160)
    : left + scroller.clientWidth - tableWidth
  const svg = ganttToSvg({
    rows: chart.rows,
    firstRow,
    lastRow,
    left,
    right,
    scale,
    level,
    columns,
    display,
    links: drawnLinks(
      chart.links,
      chart.rows,
      { firstRow, lastRow, left, right },
      scale,
      chart.today,
      () => null,
    ),
    calendar: chart.calendar,
    labels: props.labels,
    today: chart.today,
    planStart: chart.planStart,
    colours: Object.fromEntries(
      COLOUR_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || '#888']),
    ) as ChartColours,
    fontFamily: style.fontFamily,
  })
  const isPng = choice.endsWith('png')
  const blob = isPng ? await svgToPng(svg) : new Blob([svg], { type: 'image/svg+xml' })
  if (!blob) return null
  const name = `${props.exportName ?? props.labels.title}.${isPng ? 'png' : 'svg'}`
  save(blob, name)
  return name
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
