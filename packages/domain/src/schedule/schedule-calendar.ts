import { weekdayOf } from '../calendar/date-arithmetic.ts'
import type { LocalDate, Weekday } from '../calendar/local-date.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'

/** A stretch of work within a day, in minutes after midnight; `to` is excluded and may be 1440. */
export interface WorkingInterval {
  readonly from: number
  readonly to: number
}

/** Stretches of one day, ascending and apart; empty = a day off. */
export type WorkingDay = readonly WorkingInterval[]

/** When work is done: the hours of each weekday, and days that differ from theirs. */
export interface ScheduleCalendar {
  readonly name: string
  readonly week: Readonly<Record<Weekday, WorkingDay>>
  readonly exceptions: ReadonlyMap<LocalDate, WorkingDay>
}

/** 08:00–12:00 and 13:00–17:00, as scheduling programs assume where nobody says otherwise. */
export const STANDARD_DAY: WorkingDay = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
]

/** The same hours Monday to Friday. */
export const STANDARD_CALENDAR: ScheduleCalendar = {
  name: 'Standard',
  week: {
    1: STANDARD_DAY,
    2: STANDARD_DAY,
    3: STANDARD_DAY,
    4: STANDARD_DAY,
    5: STANDARD_DAY,
    6: [],
    7: [],
  },
  exceptions: new Map(),
}

/** Hours worked on a make-up day: the weekday's own, else those of the first day of the week that has any. */
export function makeUpHours(calendar: ScheduleCalendar, date: LocalDate): WorkingDay {
  const own = calendar.week[weekdayOf(date)]
  if (own.length > 0) return own
  return Object.values(calendar.week).find((day) => day.length > 0) ?? STANDARD_DAY
}

/** A calendar with the days off and make-up days of `days`, such as the statutory ones; its weekly hours stay. */
export function withStatutoryDays(calendar: ScheduleCalendar, days: WorkCalendar): ScheduleCalendar {
  const exceptions = new Map(calendar.exceptions)
  for (const [date, { isWorking }] of days.exceptions)
    exceptions.set(date, isWorking ? makeUpHours(calendar, date) : [])
  return { ...calendar, exceptions }
}
