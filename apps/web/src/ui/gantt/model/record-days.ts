import type { GanttPhase, GanttTask } from '../gantt-types.ts'
import { parseDay, type DayNumber } from './day-number.ts'

/** The dates of a task as day numbers, ends inclusive. */
export interface TaskDays {
  /** null when the task has no planned date at all */
  start: DayNumber | null
  end: DayNumber | null
  actualStart: DayNumber | null
  actualEnd: DayNumber | null
  baselineStart: DayNumber | null
  baselineEnd: DayNumber | null
  /** which planned date was missing and taken from the other */
  missing: 'start' | 'end' | null
  /** the end is before the start; start and end are swapped here so that it can be drawn */
  isInverted: boolean
}

export interface PhaseDays {
  /** drawn span: its own dates, else that of its tasks */
  start: DayNumber | null
  end: DayNumber | null
  ownStart: DayNumber | null
  ownEnd: DayNumber | null
  /** first and last day of its tasks */
  tasksStart: DayNumber | null
  tasksEnd: DayNumber | null
}

const read = new WeakMap<GanttTask, TaskDays>()

/** Dates of a task, read once per task object: an edit replaces the object, all others are reused. */
export function taskDays(task: GanttTask): TaskDays {
  let days = read.get(task)
  if (!days) {
    days = readTaskDays(task)
    read.set(task, days)
  }
  return days
}

function readTaskDays(task: GanttTask): TaskDays {
  const plannedStart = parseDay(task.plannedStart)
  const plannedEnd = parseDay(task.plannedEnd)
  let start = plannedStart ?? plannedEnd
  let end = plannedEnd ?? plannedStart
  const isInverted = start !== null && end !== null && end < start
  if (isInverted) [start, end] = [end, start]
  if (task.isMilestone && end !== null) start = end
  const isPartial = !task.isMilestone && start !== null
  const baselineStart = parseDay(task.baselineStart)
  const baselineEnd = parseDay(task.baselineEnd)
  return {
    start,
    end,
    actualStart: parseDay(task.actualStart),
    actualEnd: parseDay(task.actualEnd),
    baselineStart: baselineStart ?? baselineEnd,
    baselineEnd: baselineEnd ?? baselineStart,
    missing: isPartial && plannedStart === null ? 'start' : isPartial && plannedEnd === null ? 'end' : null,
    isInverted,
  }
}

export function phaseDays(phase: GanttPhase | null, tasks: readonly GanttTask[]): PhaseDays {
  let tasksStart: DayNumber | null = null
  let tasksEnd: DayNumber | null = null
  for (const task of tasks) {
    const { start, end } = taskDays(task)
    if (start !== null && (tasksStart === null || start < tasksStart)) tasksStart = start
    if (end !== null && (tasksEnd === null || end > tasksEnd)) tasksEnd = end
  }
  const ownStart = parseDay(phase?.start)
  const ownEnd = parseDay(phase?.end)
  return { start: ownStart ?? tasksStart, end: ownEnd ?? tasksEnd, ownStart, ownEnd, tasksStart, tasksEnd }
}
