import type { GanttLink } from '../gantt-types.ts'
import type { DayNumber } from './day-number.ts'

export interface LinkedDays {
  start: DayNumber
  /** inclusive */
  end: DayNumber
}

/**
 * Days by which the dates as given break a dependency; 0 = kept.
 *
 * FS without lag: the successor's first day is after the predecessor's last.
 * SS and FF: not before; SF: the successor does not end before the predecessor's
 * first day. Lag counts calendar days. Nothing is rescheduled: the number is shown.
 */
export function conflictDays(
  { type, lagDays }: Pick<GanttLink, 'type' | 'lagDays'>,
  from: LinkedDays,
  to: LinkedDays,
): number {
  switch (type) {
    case 'FS':
      return Math.max(0, from.end + 1 + lagDays - to.start)
    case 'SS':
      return Math.max(0, from.start + lagDays - to.start)
    case 'FF':
      return Math.max(0, from.end + lagDays - to.end)
    case 'SF':
      return Math.max(0, from.start + lagDays - to.end)
  }
}
