import { addDays, weekdayOf } from './date-arithmetic.ts'
import { dateOf } from './local-date-time.ts'
import type { LocalDateTime, LocalTime } from './local-date-time.ts'
import type { Weekday } from './local-date.ts'

/** A time of day, on every day of the week or on some. */
export interface DailySchedule {
  readonly at: LocalTime
  /** At least one; absent: every day. */
  readonly weekdays?: readonly Weekday[]
}

/** The last moment up to `now`, itself included, at which the schedule was due. */
export function latestOccurrence(schedule: DailySchedule, now: LocalDateTime): LocalDateTime {
  const { at, weekdays } = schedule
  let date = dateOf(now)
  if (`${date}T${at}` > now) date = addDays(date, -1)
  while (weekdays !== undefined && !weekdays.includes(weekdayOf(date))) date = addDays(date, -1)
  return `${date}T${at}`
}
