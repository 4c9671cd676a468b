import { addDays } from './date-arithmetic.ts'
import { dayNumber, parseLocalDate } from './local-date.ts'
import type { LocalDate } from './local-date.ts'

/** A wall-clock moment to the minute, `YYYY-MM-DDTHH:mm`, in whatever zone the workspace lives in. Sorts as text. */
export type LocalDateTime = string

/** A time of day to the minute, `HH:mm`, `00:00`–`23:59`. */
export type LocalTime = string

const MINUTES_PER_DAY = 1440

/** Strict: exactly `YYYY-MM-DDTHH:mm` of a day and a minute that exist, else null. */
export function parseLocalDateTime(text: string): LocalDateTime | null {
  if (text.length !== 16 || text[10] !== 'T') return null
  return parseLocalDate(text.slice(0, 10)) !== null && parseLocalTime(text.slice(11)) !== null ? text : null
}

/** Strict: exactly `HH:mm` between 00:00 and 23:59, else null. */
export function parseLocalTime(text: string): LocalTime | null {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null
}

/** Hour 24 with minute 0 is the end of the day, that is midnight of the next. Null for a time that does not exist. */
export function atTime(date: LocalDate, hour: number, minute: number): LocalDateTime | null {
  if (hour === 24 && minute === 0) return `${addDays(date, 1)}T00:00`
  const time = localTime(hour, minute)
  return time === null ? null : `${date}T${time}`
}

/** `HH:mm`, or null for a time that does not exist. */
export function localTime(hour: number, minute: number): LocalTime | null {
  return parseLocalTime(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}

export function dateOf(moment: LocalDateTime): LocalDate {
  return moment.slice(0, 10)
}

export function timeOf(moment: LocalDateTime): LocalTime {
  return moment.slice(11)
}

/** Whole minutes from `from` to `to`, negative when `to` is earlier. Wall clock: a change to summer time is not seen. */
export function diffMinutes(from: LocalDateTime, to: LocalDateTime): number {
  return minuteNumber(to) - minuteNumber(from)
}

export function addMinutes(moment: LocalDateTime, minutes: number): LocalDateTime {
  const total = minutesOf(timeOf(moment)) + minutes
  const days = Math.floor(total / MINUTES_PER_DAY)
  const rest = total - days * MINUTES_PER_DAY
  return `${addDays(dateOf(moment), days)}T${localTime(Math.floor(rest / 60), rest % 60) as LocalTime}`
}

function minuteNumber(moment: LocalDateTime): number {
  return dayNumber(dateOf(moment)) * MINUTES_PER_DAY + minutesOf(timeOf(moment))
}

function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
