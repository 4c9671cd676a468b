import type { GanttTask } from '../gantt-types.ts'
import type { GanttLabels } from '../labels/gantt-labels.ts'
import type { CalendarIndex } from './calendar-index.ts'
import { formatDay } from './day-number.ts'
import type { GanttRow } from './rows.ts'

/** Name a row is shown and spoken under. */
export function rowName(row: GanttRow, labels: GanttLabels): string {
  if (row.kind === 'task') return row.task.name
  return row.phase?.name ?? labels.noPhase
}

/** The sentence a screen reader gets for a bar: everything the bar shows. */
export function describeBar(row: GanttRow, calendar: CalendarIndex, labels: GanttLabels): string {
  const { start, end } = row.days
  const parts: string[] = []
  if (start === null || end === null) {
    parts.push(
      row.kind === 'task' && row.task.unscheduledReason
        ? `${labels.unscheduled}: ${row.task.unscheduledReason}`
        : labels.unscheduled,
    )
  } else if (row.kind === 'task' && row.task.isMilestone) {
    parts.push(`${labels.milestone} ${labels.date(formatDay(end))}`)
  } else {
    parts.push(`${labels.date(formatDay(start))} – ${labels.date(formatDay(end))}`)
    parts.push(labels.days(end - start + 1), labels.workdays(calendar.workdaysBetween(start, end)))
  }
  const progress = row.kind === 'task' ? row.task.progress : (row.phase?.progress ?? null)
  if (progress !== null) parts.push(`${labels.progress} ${Math.round(progress * 100)}%`)
  if (row.kind === 'phase') return [...parts, labels.count(row.taskCount)].join(', ')
  parts.unshift(labels.status[row.task.status])
  if (row.task.delayedDays) parts.push(labels.delayed(row.task.delayedDays))
  if (row.days.isInverted) parts.push(labels.inverted)
  const { actualStart, actualEnd, baselineStart, baselineEnd } = row.days
  if (actualStart !== null || actualEnd !== null) {
    const from = actualStart === null ? '' : labels.date(formatDay(actualStart))
    const to = actualEnd === null ? labels.ongoing : labels.date(formatDay(actualEnd))
    parts.push(`${labels.actual} ${from} – ${to}`)
  }
  if (baselineStart !== null && baselineEnd !== null) {
    parts.push(
      `${labels.baseline} ${labels.date(formatDay(baselineStart))} – ${labels.date(formatDay(baselineEnd))}`,
    )
  }
  return parts.join(', ')
}

/** A linked task may stand in a collapsed phase, without a row. */
export function nameOfTask(
  row: GanttRow | null,
  tasks: readonly GanttTask[],
  id: string,
  labels: GanttLabels,
): string {
  return row ? rowName(row, labels) : (tasks.find((task) => task.id === id)?.name ?? id)
}
