import type { GanttLink } from '../gantt-types.ts'
import { barGeometry, ROW_HEIGHT, type BarGeometry, type DayOverride } from './bar-geometry.ts'
import type { DayNumber } from './day-number.ts'
import { createIntervalIndex, type IntervalIndex } from './interval-index.ts'
import { conflictDays } from './link-conflict.ts'
import { clipRoute, routeLink, type LinkRoute } from './link-routing.ts'
import type { GanttRow, TaskRow } from './rows.ts'
import { taskKey } from './rows.ts'
import type { TimeScale } from './time-scale.ts'

/** A dependency whose two tasks both have a row. */
export interface PlacedLink {
  link: GanttLink
  fromRow: number
  toRow: number
}

export interface DrawnLink extends PlacedLink {
  route: LinkRoute
  conflictDays: number
}

export interface ChartWindow {
  firstRow: number
  /** inclusive */
  lastRow: number
  left: number
  right: number
}

/** Index of dependencies by the rows they span. Those into a collapsed phase have no row and are left out. */
export function placeLinks(
  links: readonly GanttLink[],
  rowOf: ReadonlyMap<string, number>,
): IntervalIndex<PlacedLink> {
  const placed: PlacedLink[] = []
  for (const link of links) {
    const fromRow = rowOf.get(taskKey(link.from))
    const toRow = rowOf.get(taskKey(link.to))
    if (fromRow !== undefined && toRow !== undefined && fromRow !== toRow)
      placed.push({ link, fromRow, toRow })
  }
  return createIntervalIndex(placed, ({ fromRow, toRow }) => ({
    from: Math.min(fromRow, toRow),
    to: Math.max(fromRow, toRow),
  }))
}

/** Routes of the dependencies that pass through the window; `overrideOf` gives the dates of bars being dragged. */
export function drawnLinks(
  index: IntervalIndex<PlacedLink>,
  rows: readonly GanttRow[],
  window: ChartWindow,
  scale: TimeScale,
  today: DayNumber,
  overrideOf: (row: GanttRow) => DayOverride | null,
): DrawnLink[] {
  const box = {
    left: window.left,
    right: window.right,
    top: window.firstRow * ROW_HEIGHT,
    bottom: (window.lastRow + 1) * ROW_HEIGHT,
  }
  const drawn: DrawnLink[] = []
  for (const placed of index.overlapping(window.firstRow, window.lastRow)) {
    const from = endOf(rows[placed.fromRow]!, scale, today, overrideOf)
    const to = endOf(rows[placed.toRow]!, scale, today, overrideOf)
    if (!from || !to) continue
    const route = routeLink(
      placed.link.type,
      { bar: from.bar, row: placed.fromRow },
      { bar: to.bar, row: placed.toRow },
    )
    const shown = clipRoute(route, box)
    if (shown) drawn.push({ ...placed, route: shown, conflictDays: conflictDays(placed.link, from, to) })
  }
  return drawn
}

function endOf(
  row: GanttRow,
  scale: TimeScale,
  today: DayNumber,
  overrideOf: (row: GanttRow) => DayOverride | null,
) {
  const override = overrideOf(row)
  const { bar }: BarGeometry = barGeometry(row, scale, today, override)
  const start = override?.start ?? row.days.start
  const end = override?.end ?? row.days.end
  return bar && start !== null && end !== null ? { bar, start, end } : null
}

/** x of every vertical run through each row of the window, for keeping labels clear of them. */
export function verticalsByRow(
  drawn: readonly DrawnLink[],
  window: ChartWindow,
  rowHeight: number,
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const { route } of drawn) {
    for (let at = 1; at < route.points.length; at++) {
      const a = route.points[at - 1]!
      const b = route.points[at]!
      if (a.x !== b.x) continue
      const first = Math.max(window.firstRow, Math.floor(Math.min(a.y, b.y) / rowHeight))
      const last = Math.min(window.lastRow, Math.ceil(Math.max(a.y, b.y) / rowHeight) - 1)
      for (let row = first; row <= last; row++) {
        const known = found.get(row)
        if (known) known.push(a.x)
        else found.set(row, [a.x])
      }
    }
  }
  return found
}

/** Predecessors and successors of one task, for its description and its list of dependencies. */
export function linksOf(
  links: readonly GanttLink[],
  row: TaskRow,
): { predecessors: GanttLink[]; successors: GanttLink[] } {
  return {
    predecessors: links.filter(({ to }) => to === row.id),
    successors: links.filter(({ from }) => from === row.id),
  }
}
