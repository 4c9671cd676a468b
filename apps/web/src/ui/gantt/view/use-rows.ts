import { useCallback, useMemo } from 'react'
import type { GanttProps } from '../gantt-types.ts'
import { createCalendarIndex, type CalendarIndex } from '../model/calendar-index.ts'
import { parseDay, type DayNumber } from '../model/day-number.ts'
import type { IntervalIndex } from '../model/interval-index.ts'
import {
  buildRows,
  NO_PHASE,
  spanOfAll,
  taskKey,
  type GanttRow,
  type PhaseRow,
  type TaskRow,
} from '../model/rows.ts'
import { taskDays } from '../model/record-days.ts'
import type { DaySpan } from '../model/time-scale.ts'
import { placeLinks, type PlacedLink } from '../model/visible-links.ts'

export interface ChartRows {
  rows: readonly GanttRow[]
  indexOf: ReadonlyMap<string, number>
  rowByKey: (key: string) => GanttRow | null
  /** every task of a phase as a row, also those hidden by collapsing it */
  tasksOf: (phase: PhaseRow) => TaskRow[]
  links: IntervalIndex<PlacedLink>
  calendar: CalendarIndex
  span: DaySpan
  today: DayNumber
  planStart: DayNumber | null
}

/** Everything derived from the records alone, recomputed only when they change. */
export function useRows(props: GanttProps): ChartRows {
  const { phases, tasks, links, collapsed, calendar } = props
  const today = parseDay(props.today) ?? 0
  const planStart = parseDay(props.planStart)
  const rows = useMemo(() => buildRows(phases, tasks, collapsed), [phases, tasks, collapsed])
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])
  const linkIndex = useMemo(() => placeLinks(links, indexOf), [links, indexOf])
  const calendarIndex = useMemo(() => createCalendarIndex(calendar), [calendar])
  const span = useMemo(() => spanOfAll(phases, tasks, today), [phases, tasks, today])
  const rowByKey = useCallback((key: string) => rows[indexOf.get(key) ?? -1] ?? null, [rows, indexOf])
  const tasksOf = useCallback(
    (phase: PhaseRow): TaskRow[] => {
      const known = new Set(phases.map(({ id }) => id))
      const members = tasks.filter(
        ({ phaseId }) => (phaseId !== null && known.has(phaseId) ? phaseId : NO_PHASE) === phase.id,
      )
      return members.map((task, index) => ({
        kind: 'task',
        key: taskKey(task.id),
        id: task.id,
        task,
        days: taskDays(task),
        level: 2,
        position: index + 1,
        siblings: members.length,
        parentKey: phase.key,
      }))
    },
    [phases, tasks],
  )
  return {
    rows,
    indexOf,
    rowByKey,
    tasksOf,
    links: linkIndex,
    calendar: calendarIndex,
    span,
    today,
    planStart,
  }
}
