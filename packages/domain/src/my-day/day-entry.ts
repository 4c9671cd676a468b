import type { LocalDate } from '../calendar/local-date.ts'
import type { TaskValues } from '../records/entities.ts'

/**
 * Why a task stands in somebody's day, the most pressing first.
 * - `accept`: somebody has handed it in, and waits for this person's acceptance
 * - `overdue`: past its planned end and not done
 * - `due`: ends today
 * - `late_start`: was to start before today and has not
 * - `starts`: starts today
 * - `running`: in progress
 * - `waiting`: handed in, waits for acceptance
 */
export const DAY_REASONS = ['accept', 'overdue', 'due', 'late_start', 'starts', 'running', 'waiting'] as const
export type DayReason = (typeof DAY_REASONS)[number]

type DatedTask = Pick<TaskValues, 'status' | 'plannedStart' | 'plannedEnd'>

/** Why this task belongs to its owner's day; null when it does not: it is over, or lies ahead. */
export function dayReason(task: DatedTask, today: LocalDate): DayReason | null {
  const { status, plannedStart, plannedEnd } = task
  if (status === 'done' || status === 'cancelled') return null
  if (status === 'pending_acceptance') return 'waiting'
  if (plannedEnd !== null && plannedEnd < today) return 'overdue'
  if (plannedEnd === today) return 'due'
  if (status === 'in_progress') return 'running'
  if (plannedStart === null || plannedStart > today) return null
  return plannedStart < today ? 'late_start' : 'starts'
}

/** Order of a day: the most pressing first, then what ends first. */
export function compareDayEntries(
  a: { readonly reason: DayReason; readonly plannedEnd: LocalDate | null },
  b: { readonly reason: DayReason; readonly plannedEnd: LocalDate | null },
): number {
  const byReason = DAY_REASONS.indexOf(a.reason) - DAY_REASONS.indexOf(b.reason)
  if (byReason !== 0) return byReason
  return (a.plannedEnd ?? '9999-12-31') < (b.plannedEnd ?? '9999-12-31') ? -1 : 1
}
