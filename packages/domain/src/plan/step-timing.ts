import { diffMinutes } from '../calendar/local-date-time.ts'
import type { LocalDateTime } from '../calendar/local-date-time.ts'
import type { ExecutionStepValues } from '../records/entities.ts'

/**
 * How a step of the execution detail stands against its planned finish.
 * - `done_on_time` to the minute, `done_early`, `done_late`
 * - `overdue`: not done and past the planned finish
 * - `open`: not done, the planned finish still ahead
 */
export interface StepTiming {
  readonly code: 'done_on_time' | 'done_early' | 'done_late' | 'overdue' | 'open'
  /** Distance from the planned finish, never negative. */
  readonly minutes: number
  /** The same in words' parts: "1 day 2 hours 30 minutes". */
  readonly parts: { readonly days: number; readonly hours: number; readonly minutes: number }
}

/**
 * Timing of a step from its moments (X2), so that "done, 1 hour late" is worded
 * from the data and never from a note. null when the step is cancelled, has no
 * planned finish, or is done without an actual finish.
 *
 * @param now wall clock `YYYY-MM-DDTHH:mm` in the workspace's time zone
 */
export function stepTiming(
  step: Pick<ExecutionStepValues, 'status' | 'plannedFinish' | 'actualFinish'>,
  now: LocalDateTime,
): StepTiming | null {
  const { status, plannedFinish, actualFinish } = step
  if (status === 'cancelled' || plannedFinish === null) return null
  const isDone = status === 'done'
  const until = isDone ? actualFinish : now
  if (until === null) return null
  const late = diffMinutes(plannedFinish, until)
  const code = isDone
    ? late === 0
      ? 'done_on_time'
      : late > 0
        ? 'done_late'
        : 'done_early'
    : late > 0
      ? 'overdue'
      : 'open'
  return { code, minutes: Math.abs(late), parts: parts(Math.abs(late)) }
}

function parts(minutes: number): StepTiming['parts'] {
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 }
}
