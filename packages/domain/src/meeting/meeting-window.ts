import {
  addDays,
  addMonths,
  endOfMonth,
  endOfWeek,
  startOfMonth,
  startOfWeek,
} from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { workingDayAtOrBefore } from '../calendar/work-calendar.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { MeetingKind } from '../records/entities.ts'

export interface DaySpan {
  readonly from: LocalDate
  readonly to: LocalDate
}

export interface MeetingWindow {
  /** What the meeting looks back on; both ends included. */
  readonly back: DaySpan
  /** What it looks ahead to. */
  readonly ahead: DaySpan
}

/**
 * What a meeting of a kind looks back on and ahead to, seen from its day (X5).
 * - stand-up: from the last working day up to yesterday, so that Monday takes the weekend in; ahead: today
 * - weekly review: the week from Monday up to the day; ahead: the next Monday–Sunday week
 * - monthly review: the month up to the day; ahead: the next month
 * - retrospective: the three months up to the day; ahead: the two weeks from the next day
 * - kick-off and others: nothing behind; ahead: the two weeks from the day
 */
export function meetingWindow(kind: MeetingKind, day: LocalDate, calendar: WorkCalendar): MeetingWindow {
  switch (kind) {
    case 'stand_up': {
      const yesterday = addDays(day, -1)
      return {
        back: { from: workingDayAtOrBefore(yesterday, calendar), to: yesterday },
        ahead: { from: day, to: day },
      }
    }
    case 'weekly': {
      const next = addDays(endOfWeek(day), 1)
      return { back: { from: startOfWeek(day), to: day }, ahead: { from: next, to: endOfWeek(next) } }
    }
    case 'monthly': {
      const next = addDays(endOfMonth(day), 1)
      return { back: { from: startOfMonth(day), to: day }, ahead: { from: next, to: endOfMonth(next) } }
    }
    case 'retrospective':
      return {
        back: { from: addMonths(day, -3), to: day },
        ahead: { from: addDays(day, 1), to: addDays(day, 14) },
      }
    case 'kick_off':
    case 'other':
      return { back: { from: day, to: addDays(day, -1) }, ahead: { from: day, to: addDays(day, 13) } }
  }
}
