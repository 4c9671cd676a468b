import { diffDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { TaskValues } from '../records/entities.ts'

/**
 * 延期, always derived and never stored.
 * - `overdue`: past its planned end and not done
 * - `finished_late`: done, after its planned end
 */
export interface Delay {
  readonly state: 'overdue' | 'finished_late'
  /** Calendar days past the planned end, at least 1. */
  readonly days: number
}

type DatedTask = Pick<TaskValues, 'status' | 'plannedEnd' | 'actualEnd'>

/**
 * Is a task late, and by how many days (X3)? On its planned end it is not yet
 * late. Cancelled tasks and tasks without a planned end never are; a done task
 * without an actual end counts as in time, and is a contradiction of its own.
 */
export function delayOf(task: DatedTask, today: LocalDate): Delay | null {
  const { status, plannedEnd, actualEnd } = task
  if (status === 'cancelled' || plannedEnd === null) return null
  const until = status === 'done' ? actualEnd : today
  if (until === null || until <= plannedEnd) return null
  return { state: status === 'done' ? 'finished_late' : 'overdue', days: diffDays(plannedEnd, until) }
}

/**
 * 顺延: calendar days by which the planned end was moved after the baseline was
 * taken; negative when brought forward, null without a baseline or planned end.
 */
export function postponedDays(task: Pick<TaskValues, 'plannedEnd' | 'baselineEnd'>): number | null {
  if (task.plannedEnd === null || task.baselineEnd === null) return null
  return diffDays(task.baselineEnd, task.plannedEnd)
}
