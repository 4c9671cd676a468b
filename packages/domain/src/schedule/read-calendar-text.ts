import { parseLocalDate } from '../calendar/local-date.ts'
import type { LocalDate, Weekday } from '../calendar/local-date.ts'
import { makeUpHours, STANDARD_DAY } from './schedule-calendar.ts'
import type { ScheduleCalendar, WorkingDay, WorkingInterval } from './schedule-calendar.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A week as written, and whether the statutory days of China are to be laid over it. */
export interface WeekReading {
  readonly calendar: ScheduleCalendar
  readonly isStatutory: boolean
}

/**
 * The week in a text like "Mon-Fri 08-12,13-17", "Mon-Thu 09:00-18:00; Fri 09-12" or
 * "Mon-Fri + CN statutory": weekdays without hours have 08–12 and 13–17, weekdays not named are off.
 * Null when the text says something else.
 */
export function readWeekText(text: string): WeekReading | null {
  const isStatutory = /\bCN\b|statutory|法定/iu.test(text)
  const [written = ''] = text.split('+')
  const week: Record<Weekday, WorkingDay> = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
  for (const part of written.split(';')) {
    const [days = '', ...hours] = part.trim().split(/\s+/)
    const named = weekdaysOf(days)
    const day = hours.length === 0 ? STANDARD_DAY : readHours(hours.join(''))
    if (named === null || day === null) return null
    for (const weekday of named) week[weekday] = day
  }
  return { calendar: { name: text, week, exceptions: new Map() }, isStatutory }
}

/** "08-12,13:30-17" as stretches of a day; null when they are no times, or not one after the other. */
export function readHours(text: string): WorkingDay | null {
  const day: WorkingInterval[] = []
  for (const part of text.split(',')) {
    const times = /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/.exec(part.trim())
    if (times === null) return null
    const from = Number(times[1]) * 60 + Number(times[2] ?? 0)
    const to = Number(times[3]) * 60 + Number(times[4] ?? 0)
    if (from >= to || to > 1440 || from < (day.at(-1)?.to ?? 0)) return null
    day.push({ from, to })
  }
  return day
}

function weekdaysOf(text: string): Weekday[] | null {
  const days: Weekday[] = []
  for (const part of text.toLowerCase().split(',')) {
    const [from = '', to = from] = part.split('-')
    const first = WEEKDAYS.indexOf(from.slice(0, 3))
    const last = WEEKDAYS.indexOf(to.slice(0, 3))
    if (first === -1 || last < first) return null
    for (let day = first; day <= last; day++) days.push((day + 1) as Weekday)
  }
  return days
}

/** A day of a list of exceptions: off, worked like a weekday, or worked in hours of its own. */
export interface ListedDay {
  readonly date: LocalDate
  readonly hours: 'off' | 'make-up' | WorkingDay
}

/** One line of a list of days: "2026-10-01 - 国庆节", "2026-10-10 W", "2026-02-13 08-12 半天". Null = neither. */
export function readListedDay(line: string): ListedDay | null {
  const [day = '', kind = ''] = line.trim().split(/\s+/)
  const date = parseLocalDate(day)
  if (date === null) return null
  if (kind === '-') return { date, hours: 'off' }
  if (kind.toUpperCase() === 'W') return { date, hours: 'make-up' }
  const hours = readHours(kind)
  return hours === null ? null : { date, hours }
}

/** The calendar with the listed days; a make-up day has the hours of `makeUpHours`. */
export function withListedDays(calendar: ScheduleCalendar, days: readonly ListedDay[]): ScheduleCalendar {
  const exceptions = new Map(calendar.exceptions)
  for (const { date, hours } of days) {
    if (hours === 'off') exceptions.set(date, [])
    else exceptions.set(date, hours === 'make-up' ? makeUpHours(calendar, date) : hours)
  }
  return { ...calendar, exceptions }
}
