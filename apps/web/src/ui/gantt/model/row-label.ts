import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { BarGeometry } from './bar-geometry.ts'
import type { DayNumber } from './day-number.ts'
import { rowName } from './describe.ts'
import { placeLabel, type LabelPlacement } from './label-placement.ts'
import type { GanttRow } from './rows.ts'
import { estimateTextWidth } from './text-width.ts'
import { xOf, type TimeScale } from './time-scale.ts'
import type { DrawnLink } from './visible-links.ts'

/** Progress for reading, whole percent. */
export function percent(ratio: number): string {
  return `${Math.round(ratio * 100)}%`
}

/** The words beside a bar: its name, then what is to be known about it. */
export function labelParts(
  row: GanttRow,
  labels: GanttLabels,
): { name: string; note: string | null; alarm: string | null } {
  const name = rowName(row, labels)
  if (row.kind === 'phase') {
    const progress = row.phase?.progress ?? null
    return { name, note: progress === null ? null : percent(progress), alarm: null }
  }
  const alarms = [
    row.task.delayedDays ? labels.delayed(row.task.delayedDays) : '',
    row.days.isInverted ? labels.inverted : '',
  ].filter(Boolean)
  return { name, note: null, alarm: alarms.length === 0 ? null : alarms.join(' ') }
}

/** Ids of the tasks at whose right or left end a drawn dependency leaves or arrives. */
export interface LinkSides {
  right: ReadonlySet<string>
  left: ReadonlySet<string>
}

export function linkSides(links: readonly DrawnLink[]): LinkSides {
  const right = new Set<string>()
  const left = new Set<string>()
  for (const {
    link: { type, from, to },
  } of links) {
    const [leaves, arrives] = [
      type === 'FS' || type === 'FF' ? right : left,
      type === 'FF' || type === 'SF' ? right : left,
    ]
    leaves.add(from)
    arrives.add(to)
  }
  return { right, left }
}

/** Where a row's label stands, and how far everything the row draws reaches; null when it draws nothing. */
export function rowLabel(
  row: GanttRow,
  { bar, actual, baseline, overruns }: BarGeometry,
  labels: GanttLabels,
  verticals: readonly number[],
  sides: LinkSides,
  scale: TimeScale,
  today: DayNumber,
): { placement: LabelPlacement; left: number; right: number } | null {
  const drawn = [bar, actual, baseline, ...overruns].filter((part) => part !== null)
  if (drawn.length === 0) return null
  const left = Math.min(...drawn.map((part) => part.left))
  const right = Math.max(...drawn.map((part) => part.right))
  // the baseline runs below the label and needs no room beside it
  const beside = Math.max(bar?.right ?? left, actual?.right ?? left, ...overruns.map((part) => part.right))
  const { name, note, alarm } = labelParts(row, labels)
  const width = estimateTextWidth([name, note, alarm].filter(Boolean).join(' '), 12) + (note || alarm ? 6 : 0)
  const placement = placeLabel({ left, right: beside }, width, [...verticals, xOf(scale, today + 0.5)], {
    onRight: sides.right.has(row.id),
    onLeft: sides.left.has(row.id),
  })
  return { placement, left: Math.min(left, placement.x), right: Math.max(right, placement.x + width) }
}
