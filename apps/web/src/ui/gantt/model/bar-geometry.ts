import type { DayNumber } from './day-number.ts'
import type { GanttRow } from './rows.ts'
import { xOf, type TimeScale } from './time-scale.ts'

export const ROW_HEIGHT = 34
export const BAR_TOP = 9
export const BAR_HEIGHT = 15
export const ACTUAL_TOP = 4
export const BASELINE_TOP = 27
export const MILESTONE_SIZE = 14
/** a bar of one day stays visible and clickable at the coarsest zoom */
const MIN_BAR_WIDTH = 3

/** A horizontal extent in pixels of the chart. */
export interface Extent {
  left: number
  right: number
}

/** What a row draws. All extents in chart pixels; null = not drawn. */
export interface BarGeometry {
  kind: 'bar' | 'milestone' | 'summary' | 'none'
  bar: Extent | null
  /** filled part of the bar */
  progressRight: number | null
  actual: (Extent & { isOpen: boolean }) | null
  baseline: Extent | null
  /** parts of a phase's tasks before its start and after its end */
  overruns: Extent[]
}

/** Start and end dates that a drag shows instead of the record's. */
export interface DayOverride {
  start: DayNumber | null
  end: DayNumber | null
  progress: number | null
}

/** Pixels of an inclusive day range, never thinner than can be seen. */
export function extentOf(scale: TimeScale, start: DayNumber, end: DayNumber): Extent {
  const left = xOf(scale, start)
  return { left, right: Math.max(xOf(scale, end + 1), left + MIN_BAR_WIDTH) }
}

export function barGeometry(
  row: GanttRow,
  scale: TimeScale,
  today: DayNumber,
  override: DayOverride | null,
): BarGeometry {
  const start = override?.start ?? row.days.start
  const end = override?.end ?? row.days.end
  if (row.kind === 'phase') {
    const progress = row.phase?.progress ?? null
    const bar = start === null || end === null ? null : extentOf(scale, start, Math.max(start, end))
    return {
      kind: bar ? 'summary' : 'none',
      bar,
      progressRight: bar && progress !== null ? bar.left + (bar.right - bar.left) * progress : null,
      actual: null,
      baseline: null,
      overruns:
        bar && !override ? overrunsOf(scale, row.days.tasksStart, row.days.tasksEnd, start!, end!) : [],
    }
  }
  const { days, task } = row
  const progress = override?.progress ?? task.progress
  const actual = actualExtent(scale, days.actualStart, days.actualEnd, today)
  const baseline =
    days.baselineStart === null || days.baselineEnd === null
      ? null
      : task.isMilestone
        ? diamond(scale, days.baselineEnd)
        : extentOf(scale, days.baselineStart, Math.max(days.baselineStart, days.baselineEnd))
  if (start === null || end === null)
    return { kind: 'none', bar: null, progressRight: null, actual, baseline, overruns: [] }
  if (task.isMilestone)
    return {
      kind: 'milestone',
      bar: diamond(scale, end),
      progressRight: null,
      actual,
      baseline,
      overruns: [],
    }
  const bar = extentOf(scale, start, end)
  const progressRight =
    progress === null ? null : bar.left + (bar.right - bar.left) * Math.min(1, Math.max(0, progress))
  return { kind: 'bar', bar, progressRight, actual, baseline, overruns: [] }
}

/** A milestone stands in the middle of its day. */
function diamond(scale: TimeScale, day: DayNumber): Extent {
  const centre = xOf(scale, day + 0.5)
  return { left: centre - MILESTONE_SIZE / 2, right: centre + MILESTONE_SIZE / 2 }
}

/** Work that has begun and not ended runs to today, open at its right. */
function actualExtent(
  scale: TimeScale,
  start: DayNumber | null,
  end: DayNumber | null,
  today: DayNumber,
): BarGeometry['actual'] {
  if (start === null && end === null) return null
  const from = start ?? end!
  const to = end ?? today
  if (to < from) return { ...extentOf(scale, from, from), isOpen: end === null }
  return { ...extentOf(scale, from, to), isOpen: end === null }
}

function overrunsOf(
  scale: TimeScale,
  tasksStart: DayNumber | null,
  tasksEnd: DayNumber | null,
  start: DayNumber,
  end: DayNumber,
): Extent[] {
  const found: Extent[] = []
  if (tasksStart !== null && tasksStart < start) found.push(extentOf(scale, tasksStart, start - 1))
  if (tasksEnd !== null && tasksEnd > end) found.push(extentOf(scale, end + 1, tasksEnd))
  return found
}
