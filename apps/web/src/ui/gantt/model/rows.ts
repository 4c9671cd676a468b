import type { GanttPhase, GanttTask } from '../gantt-types.ts'
import type { DayNumber } from './day-number.ts'
import { phaseDays, taskDays, type PhaseDays, type TaskDays } from './record-days.ts'
import type { DaySpan } from './time-scale.ts'

interface RowBase {
  /** unique over phases and tasks */
  key: string
  id: string
  level: 1 | 2
  /** 1-based, among its siblings */
  position: number
  siblings: number
  /** key of the phase row above; null at level 1 */
  parentKey: string | null
}

export interface PhaseRow extends RowBase {
  kind: 'phase'
  /** null for the group of tasks that belong to no phase */
  phase: GanttPhase | null
  days: PhaseDays
  taskCount: number
  isCollapsed: boolean
}

export interface TaskRow extends RowBase {
  kind: 'task'
  task: GanttTask
  days: TaskDays
}

export type GanttRow = PhaseRow | TaskRow

/** Key under which the tasks without a phase are grouped and collapsed. */
export const NO_PHASE = ''

export const phaseKey = (id: string): string => `p:${id}`
export const taskKey = (id: string): string => `t:${id}`

/**
 * The rows in the order they are drawn: each phase, then its tasks in the order
 * given; tasks whose phase is unknown or null come last. Where there is no
 * phase at all the tasks stand at level 1, without a group row above them.
 */
export function buildRows(
  phases: readonly GanttPhase[],
  tasks: readonly GanttTask[],
  collapsed: ReadonlySet<string>,
): GanttRow[] {
  const tasksOf = new Map<string, GanttTask[]>(phases.map((phase) => [phase.id, []]))
  const loose: GanttTask[] = []
  for (const task of tasks) {
    const group = task.phaseId === null ? loose : (tasksOf.get(task.phaseId) ?? loose)
    group.push(task)
  }
  if (phases.length === 0) return loose.map((task, index) => taskRow(task, 1, index, loose.length, null))

  const groups: { id: string; phase: GanttPhase | null; tasks: GanttTask[] }[] = phases.map((phase) => ({
    id: phase.id,
    phase,
    tasks: tasksOf.get(phase.id)!,
  }))
  if (loose.length > 0) groups.push({ id: NO_PHASE, phase: null, tasks: loose })

  const rows: GanttRow[] = []
  groups.forEach(({ id, phase, tasks: members }, index) => {
    const isCollapsed = collapsed.has(id)
    const key = phaseKey(id)
    rows.push({
      kind: 'phase',
      key,
      id,
      phase,
      level: 1,
      position: index + 1,
      siblings: groups.length,
      parentKey: null,
      days: phaseDays(phase, members),
      taskCount: members.length,
      isCollapsed,
    })
    if (!isCollapsed) members.forEach((task, at) => rows.push(taskRow(task, 2, at, members.length, key)))
  })
  return rows
}

function taskRow(
  task: GanttTask,
  level: 1 | 2,
  index: number,
  siblings: number,
  parentKey: string | null,
): TaskRow {
  return {
    kind: 'task',
    key: taskKey(task.id),
    id: task.id,
    task,
    days: taskDays(task),
    level,
    position: index + 1,
    siblings,
    parentKey,
  }
}

/** First and last day anything is drawn at; `today` alone when nothing has a date. */
export function spanOfAll(
  phases: readonly GanttPhase[],
  tasks: readonly GanttTask[],
  today: DayNumber,
): DaySpan {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  const include = (day: DayNumber | null): void => {
    if (day === null) return
    if (day < start) start = day
    if (day >= end) end = day + 1
  }
  for (const task of tasks) {
    const { start: from, end: to, actualStart, actualEnd, baselineStart, baselineEnd } = taskDays(task)
    for (const day of [from, to, actualStart, actualEnd, baselineStart, baselineEnd]) include(day)
  }
  for (const phase of phases) {
    const { ownStart, ownEnd } = phaseDays(phase, [])
    include(ownStart)
    include(ownEnd)
  }
  return start <= end ? { start, end } : { start: today, end: today + 1 }
}
