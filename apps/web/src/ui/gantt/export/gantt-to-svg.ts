import type { ZoomLevel } from '../gantt-types.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import {
  ACTUAL_TOP,
  BAR_HEIGHT,
  BAR_TOP,
  barGeometry,
  BASELINE_TOP,
  MILESTONE_SIZE,
  ROW_HEIGHT,
  type Extent,
} from '../model/bar-geometry.ts'
import type { CalendarIndex } from '../model/calendar-index.ts'
import type { Column } from '../model/columns.ts'
import { formatDay, type DayNumber } from '../model/day-number.ts'
import { rowName } from '../model/describe.ts'
import { headerRows, type HeaderCell } from '../model/header-labels.ts'
import { arrowPath, linePath } from '../model/link-routing.ts'
import { labelParts, linkSides, rowLabel } from '../model/row-label.ts'
import type { GanttRow } from '../model/rows.ts'
import { estimateTextWidth } from '../model/text-width.ts'
import { dayAt, xOf, type TimeScale } from '../model/time-scale.ts'
import { verticalsByRow, type DrawnLink } from '../model/visible-links.ts'
import { svgText } from './svg-text.ts'

/** Resolved colours of the theme, named as its CSS variables. */
export type ChartColours = Record<
  | 'panel'
  | 'line'
  | 'line2'
  | 'ink'
  | 'ink2'
  | 'accent'
  | 'ok'
  | 'ok-soft'
  | 'warn'
  | 'bad'
  | 'bad-soft'
  | 'bar'
  | 'bar2'
  | 'base'
  | 'bg',
  string
>

export interface ChartPicture {
  rows: readonly GanttRow[]
  /** rows to draw, both inclusive */
  firstRow: number
  lastRow: number
  /** part of the axis to draw, chart pixels */
  left: number
  right: number
  scale: TimeScale
  level: ZoomLevel
  links: readonly DrawnLink[]
  calendar: CalendarIndex
  labels: GanttLabels
  today: DayNumber
  planStart: DayNumber | null
  columns: readonly Column[]
  display: { baseline: boolean; actual: boolean; links: boolean }
  colours: ChartColours
  fontFamily: string
}

const HEAD = 56
const HALF_HEAD = HEAD / 2

/**
 * The chart as one self-contained SVG document: table, axis, shading, bars, dependencies, today.
 *
 * Only the page's fonts and colours go in; nothing refers outside, so the file
 * can be placed in a document or sent. Size in pixels = CSS pixels on screen.
 */
export function ganttToSvg(picture: ChartPicture): string {
  const { firstRow, lastRow, left, right, columns, colours, fontFamily, labels } = picture
  const tableWidth = columns.reduce((sum, { width }) => sum + width, 0)
  const width = Math.ceil(tableWidth + right - left)
  const height = HEAD + Math.max(0, lastRow - firstRow + 1) * ROW_HEIGHT
  const chart = `<g clip-path="url(#chart)"><g transform="translate(${tableWidth - left} ${HEAD - firstRow * ROW_HEIGHT})">${shading(picture)}${
    picture.display.links ? dependencies(picture) : ''
  }${bars(picture)}${todayLine(picture)}</g></g>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${svgText(fontFamily)}" font-size="12" role="img">`,
    `<title>${svgText(labels.title)}</title>`,
    `<defs><clipPath id="chart"><rect x="${tableWidth}" y="0" width="${width - tableWidth}" height="${height}"/></clipPath></defs>`,
    box(0, 0, width, height, colours.panel),
    chart,
    axis(picture, tableWidth, width),
    table(picture, tableWidth, height),
    '</svg>',
  ].join('\n')
}

function shading({
  scale,
  left,
  right,
  calendar,
  colours,
  firstRow,
  lastRow,
  level,
  labels,
}: ChartPicture): string {
  const from = Math.max(scale.start, dayAt(scale, left))
  const to = Math.min(scale.end, dayAt(scale, right) + 1)
  const top = firstRow * ROW_HEIGHT
  const height = (lastRow - firstRow + 1) * ROW_HEIGHT
  const bands =
    scale.dayWidth < 3
      ? ''
      : calendar
          .offRuns(from, to)
          .map(({ start, end }) =>
            box(xOf(scale, start), top, (end - start) * scale.dayWidth, height, colours.line2),
          )
          .join('')
  const ticks = headerRows(scale, level, from, to, labels.header, null)
    .upper.map(({ x }) => box(x, top, 1, height, colours.line))
    .join('')
  let lines = ''
  for (let row = firstRow; row <= lastRow; row++)
    lines += box(left, (row + 1) * ROW_HEIGHT - 1, right - left, 1, colours.line2)
  return bands + ticks + lines
}

function dependencies({ links, colours }: ChartPicture): string {
  return links
    .map(({ route, conflictDays }) => {
      const colour = conflictDays > 0 ? colours.warn : colours.ink2
      const dash = conflictDays > 0 ? ' stroke-dasharray="4 2"' : ''
      return `<path d="${linePath(route)}" fill="none" stroke="${colour}"${dash}/><path d="${arrowPath(route)}" fill="${colour}"/>`
    })
    .join('')
}

function bars(picture: ChartPicture): string {
  const { rows, firstRow, lastRow, left, right, links, scale, today, labels, colours } = picture
  const verticals = verticalsByRow(links, { firstRow, lastRow, left, right }, ROW_HEIGHT)
  const sides = linkSides(links)
  let drawn = ''
  for (let index = firstRow; index <= lastRow; index++) {
    const row = rows[index]!
    const geometry = barGeometry(row, scale, today, null)
    drawn += rowShapes(picture, row, index)
    const label = rowLabel(row, geometry, labels, verticals.get(index) ?? [], sides, scale, today)
    if (!label || !geometry.bar) continue
    const { name, note, alarm } = labelParts(row, labels)
    const extra = (text: string | null, colour: string): string =>
      text === null ? '' : `<tspan dx="6" fill="${colour}">${svgText(text)}</tspan>`
    const weight = row.kind === 'phase' ? ' font-weight="600"' : ''
    // a halo of the background instead of a box: lines stay visible up to the letters
    const halo = label.placement.needsBacking
      ? ` paint-order="stroke" stroke="${colours.panel}" stroke-width="3"`
      : ''
    drawn += `<text x="${n(label.placement.x)}" y="${index * ROW_HEIGHT + 21}" fill="${colours.ink2}"${weight}${halo}>${svgText(name)}${extra(note, colours.ink2)}${extra(alarm, colours.bad)}</text>`
  }
  return drawn
}

function rowShapes({ scale, today, colours, display }: ChartPicture, row: GanttRow, index: number): string {
  const { kind, bar, progressRight, actual, baseline } = barGeometry(row, scale, today, null)
  const y = index * ROW_HEIGHT
  let drawn = ''
  if (display.baseline && baseline) {
    drawn +=
      kind === 'milestone'
        ? diamond(baseline, y, `fill="none" stroke="${colours.base}" stroke-width="1.5"`)
        : strip(baseline, y + BASELINE_TOP, 4, colours.base, 2)
  }
  if (display.actual && actual) drawn += strip(actual, y + ACTUAL_TOP, 2, colours.ink2, 0)
  if (!bar) return drawn
  const isLate = row.kind === 'task' && Boolean(row.task.delayedDays)
  const isDone = row.kind === 'task' && row.task.status === 'done'
  if (kind === 'milestone')
    return drawn + diamond(bar, y, `fill="${isLate ? colours.bad : isDone ? colours.ok : colours.ink}"`)
  if (kind === 'summary') {
    const done =
      progressRight === null
        ? ''
        : strip({ left: bar.left, right: progressRight }, y + 12, 6, colours.ink2, 1)
    return `${drawn}${strip(bar, y + 12, 6, colours.base, 1)}${done}<path d="M${n(bar.left)} ${y + 17}v6l5 -6zM${n(bar.right)} ${y + 17}v6l-5 -6z" fill="${colours.ink2}"/>`
  }
  const isCancelled = row.kind === 'task' && row.task.status === 'cancelled'
  const [soft, full] = isCancelled
    ? [colours.line2, colours.base]
    : isLate
      ? [colours['bad-soft'], colours.bad]
      : isDone
        ? [colours['ok-soft'], colours.ok]
        : [colours.bar, colours.bar2]
  drawn += `<rect x="${n(bar.left)}" y="${y + BAR_TOP}" width="${n(bar.right - bar.left)}" height="${BAR_HEIGHT}" rx="3" fill="${soft}" stroke="${full}" stroke-opacity=".5"/>`
  if (progressRight !== null && progressRight > bar.left)
    drawn += strip({ left: bar.left, right: progressRight }, y + BAR_TOP, BAR_HEIGHT, full, 3)
  return drawn
}

function diamond({ left, right }: Extent, y: number, paint: string): string {
  const half = MILESTONE_SIZE / 2
  return `<path d="M${n((left + right) / 2)} ${y + BAR_TOP + BAR_HEIGHT / 2 - half}l${half} ${half}l-${half} ${half}l-${half} -${half}z" ${paint}/>`
}

function todayLine({ scale, today, colours, firstRow, lastRow }: ChartPicture): string {
  return box(
    xOf(scale, today + 0.5) - 0.75,
    firstRow * ROW_HEIGHT,
    1.5,
    (lastRow - firstRow + 1) * ROW_HEIGHT,
    colours.accent,
  )
}

function axis(
  { scale, level, left, right, labels, planStart, colours }: ChartPicture,
  tableWidth: number,
  width: number,
): string {
  const from = Math.max(scale.start, dayAt(scale, left))
  const to = Math.min(scale.end, dayAt(scale, right) + 1)
  const { upper, lower } = headerRows(scale, level, from, to, labels.header, planStart)
  const cell = (
    { x, width: cellWidth, label, detail }: HeaderCell,
    top: number,
    isCentred: boolean,
  ): string => {
    const from = x - left + tableWidth
    const textX = isCentred ? from + cellWidth / 2 : Math.max(from, tableWidth) + 8
    // a cell cut by the left edge keeps its label only while there is room for it
    const isLegible = isCentred || from + cellWidth - textX >= estimateTextWidth(label, 12)
    return `${box(from, top, 1, HALF_HEAD, colours.line)}${label && isLegible ? `<text x="${n(textX)}" y="${top + 18}" fill="${isCentred ? colours.ink2 : colours.ink}"${isCentred ? ' text-anchor="middle"' : ' font-weight="600"'}>${svgText(detail ? `${label} ${detail}` : label)}</text>` : ''}`
  }
  return `<g clip-path="url(#chart)">${box(tableWidth, 0, width - tableWidth, HEAD, colours.panel)}${upper.map((one) => cell(one, 0, false)).join('')}${lower
    .map((one) => cell(one, HALF_HEAD, true))
    .join('')}${box(tableWidth, HEAD - 1, width - tableWidth, 1, colours.line)}</g>`
}

function table(
  { rows, firstRow, lastRow, columns, labels, colours }: ChartPicture,
  tableWidth: number,
  height: number,
): string {
  let drawn = `${box(0, 0, tableWidth, height, colours.panel)}${box(0, HEAD - 1, tableWidth, 1, colours.line)}${box(tableWidth - 1, 0, 1, height, colours.line)}`
  let x = 0
  for (const { id, width } of columns) {
    drawn += `<text x="${x + 10}" y="${HALF_HEAD + 19}" fill="${colours.ink2}">${svgText(labels.columns[id])}</text>`
    for (let index = firstRow; index <= lastRow; index++) {
      const row = rows[index]!
      const indent = id === 'name' ? 10 + (row.level - 1) * 16 : 10
      const text = clip(cellText(id, row, labels), width - indent - 6)
      if (text === '') continue
      const weight = row.kind === 'phase' ? ' font-weight="600"' : ''
      drawn += `<text x="${x + indent}" y="${HEAD + (index - firstRow) * ROW_HEIGHT + 21}" fill="${id === 'name' ? colours.ink : colours.ink2}"${weight}>${svgText(text)}</text>`
    }
    x += width
  }
  for (let index = firstRow; index <= lastRow; index++)
    drawn += box(0, HEAD + (index - firstRow + 1) * ROW_HEIGHT - 1, tableWidth, 1, colours.line2)
  return drawn
}

function cellText(id: Column['id'], row: GanttRow, labels: GanttLabels): string {
  const { start, end } = row.days
  switch (id) {
    case 'name':
      return rowName(row, labels)
    case 'owner':
      return row.kind === 'task' ? (row.task.owner ?? '—') : ''
    case 'start':
      return start === null ? '—' : formatDay(start)
    case 'end':
      return end === null ? '—' : formatDay(end)
    case 'days':
      return start === null || end === null ? '—' : String(end - start + 1)
  }
}

/** SVG has no ellipsis of its own. */
function clip(text: string, room: number): string {
  if (estimateTextWidth(text, 12) <= room) return text
  let kept = text
  while (kept !== '' && estimateTextWidth(`${kept}…`, 12) > room) kept = kept.slice(0, -1)
  return `${kept}…`
}

const strip = ({ left, right }: Extent, y: number, height: number, colour: string, radius: number): string =>
  `<rect x="${n(left)}" y="${y}" width="${n(right - left)}" height="${height}" rx="${radius}" fill="${colour}"/>`

const box = (x: number, y: number, width: number, height: number, colour: string): string =>
  `<rect x="${n(x)}" y="${y}" width="${n(width)}" height="${height}" fill="${colour}"/>`

const n = (value: number): number => Math.round(value * 10) / 10
