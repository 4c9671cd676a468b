import { isEmptyMark, plainWidth } from '../quantity/plain-width.ts'
import { completeDate } from './complete-date.ts'
import { addDays } from './date-arithmetic.ts'
import { dateAt, dayAt, timeAt } from './date-point.ts'
import type { WrittenDate, WrittenTime } from './date-point.ts'
import { NO_DATE_CONTEXT } from './date-reading.ts'
import type { DateContext, DateReading } from './date-reading.ts'
import { withDigits } from './han-digits.ts'
import { localDate } from './local-date.ts'
import { addMinutes, atTime, localTime } from './local-date-time.ts'
import { lastDayOf, readPeriodWord } from './period-words.ts'
import { dayOfPlanWeek } from './plan-week.ts'
import { readDateRange } from './read-date-range.ts'
import { droppedZeroDoubt, readDateNumber } from './read-date-number.ts'
import { readEventOffset, readPlanWeek } from './relative-date.ts'

/** A longer cell is prose. */
const MAX_LENGTH = 100
const SEPARATOR = /\s*(?:起)?\s*(?:-{1,2}|~|至|到|\bto\b|→)\s*/iy

/**
 * Reads a cell of a date column as people fill it (docs/domain/calendar.md):
 * 2025-05-01, 2025年5月1日, 6.1, 5月20日, 6.2-6.5, 2024-06-01~06-07 (the second borrows
 * the year), 第5周周一, D-30, 17:00 (borrows the row's date), 6.5 18:00, 2025Q2,
 * Excel serials, and the ways to say nothing.
 *
 * What is missing comes from the context or is asked for; what has two readings
 * is `ambiguous`; nothing is guessed. Month.day and month/day are in that order,
 * as in China.
 */
export function readDateCell(value: string | number | null, given: Partial<DateContext> = {}): DateReading {
  const context: DateContext = { ...NO_DATE_CONTEXT, ...given }
  if (value === null) return { kind: 'empty', text: '' }
  if (typeof value === 'number') return readDateNumber(value, context) ?? readText(String(value), context)
  const text = value.trim()
  if (isEmptyMark(text)) return { kind: 'empty', text }
  if (text.length > MAX_LENGTH) return { kind: 'unread', text }
  const plain = plainWidth(text).trim()
  if (/^(?:\d{5}(?:\.\d+)?|\d{8})$/.test(plain)) {
    return { ...(readDateNumber(Number(plain), context) ?? { kind: 'unread' }), text }
  }
  return readText(text, context)
}

function readText(text: string, context: DateContext): DateReading {
  const plain = withDigits(plainWidth(text).trim())
  return (
    readPeriod(plain, text, context) ??
    readRelative(plain, text, context) ??
    readTimeOnly(plain, text, context) ??
    readPoints(plain, text, context) ?? { kind: 'unread', text }
  )
}

function readPeriod(plain: string, text: string, context: DateContext): DateReading | null {
  const period = readPeriodWord(plain)
  if (period === null) return null
  const { fromMonth, fromDay, toMonth } = period
  const start =
    period.year === null
      ? completeDate(fromMonth, fromDay, context)
      : localDate(period.year, fromMonth, fromDay)
  if (start === null || start === 'no-such-day') return { kind: 'unread', text }
  const year = start === 'needs-year' ? null : Number(start.slice(0, 4))
  const toDay = period.toDay ?? lastDayOf(year, toMonth)
  if (year === null || start === 'needs-year') {
    return {
      kind: 'needs-year',
      from: { month: fromMonth, day: fromDay },
      to: { month: toMonth, day: toDay },
      text,
    }
  }
  const to = localDate(year, toMonth, toDay)
  return to === null ? { kind: 'unread', text } : { kind: 'range', from: start, to, text }
}

function readRelative(plain: string, text: string, context: DateContext): DateReading | null {
  const week = readPlanWeek(plain)
  if (week !== null) {
    if (context.planStart === null) return { kind: 'needs-anchor', anchor: 'plan-start', text }
    const from = dayOfPlanWeek(context.planStart, week.from.week, week.from.weekday ?? 1)
    const to = dayOfPlanWeek(context.planStart, week.to.week, week.to.weekday ?? 7)
    return daysReading(from, to, text)
  }
  const single = readEventOffset(plain)
  const [first, second, ...rest] = single === null ? plain.split(/\s*(?:~|至|到)\s*/) : [plain]
  const from = single ?? (rest.length === 0 ? readEventOffset(first ?? '') : null)
  const to = single ?? (second === undefined ? null : readEventOffset(second))
  if (from === null || to === null) return null
  if (context.eventDate === null) return { kind: 'needs-anchor', anchor: 'event', text }
  return daysReading(addDays(context.eventDate, from), addDays(context.eventDate, to), text)
}

function daysReading(from: string, to: string, text: string): DateReading {
  if (from > to) return { kind: 'unread', text }
  return from === to ? { kind: 'date', date: from, doubt: null, text } : { kind: 'range', from, to, text }
}

function readTimeOnly(plain: string, text: string, context: DateContext): DateReading | null {
  const first = timeAt(plain, 0)
  if (first === null || first.time.offset !== null) return null
  const second = first.end === plain.length ? null : secondTime(plain, first.end)
  if (second === null && first.end !== plain.length) return null
  if (context.rowDate !== null) return onDay(context.rowDate, first.time, second, text)
  const time = localTime(first.time.hour, first.time.minute)
  const to = second === null ? null : localTime(second.hour, second.minute)
  return time === null || (second !== null && to === null)
    ? { kind: 'unread', text }
    : { kind: 'time', time, to, text }
}

/** A time, or a stretch of time that may run past midnight, on a known day. */
function onDay(date: string, from: WrittenTime, to: WrittenTime | null, text: string): DateReading {
  const start = atTime(date, from.hour, from.minute)
  const end = to === null ? null : atTime(date, to.hour, to.minute)
  if (start === null || (to !== null && end === null)) return { kind: 'unread', text }
  if (end === null) return { kind: 'dateTime', at: start, text }
  return { kind: 'dateTimeRange', from: start, to: end < start ? addMinutes(end, 1440) : end, text }
}

function readPoints(plain: string, text: string, context: DateContext): DateReading | null {
  const first = dateAt(plain, 0)
  if (first === null) return null
  if (first.end === plain.length) return readPoint(first, text, context)
  const separatorEnd = endOfSeparator(plain, first.end)
  if (separatorEnd === null) return null
  if (first.time !== null) {
    const time = secondTime(plain, first.end)
    const day = time === null ? null : readPoint({ ...first, time: null }, text, context)
    if (time !== null) return day?.kind === 'date' ? onDay(day.date, first.time, time, text) : day
  }
  const second = [dateAt(plain, separatorEnd), dayAt(plain, separatorEnd)].find(
    (found) => found !== null && plain.slice(found.end).replace(/^\s*止$/, '') === '',
  )
  return second === undefined || second === null ? null : readDateRange(first, second, text, context)
}

function readPoint(point: WrittenDate, text: string, context: DateContext): DateReading {
  const { year, month, day, time, others } = point
  if (month === null) return { kind: 'unread', text }
  if (day === null) return readDateRange(point, point, text, context)
  if (others.length > 0) {
    const candidates = [{ year: year as number, month, day }, ...others].flatMap(
      (parts) => localDate(parts.year, parts.month, parts.day) ?? [],
    )
    const [only, ...more] = [...new Set(candidates)]
    if (only === undefined) return { kind: 'unread', text }
    if (more.length > 0) return { kind: 'ambiguous', candidates: [only, ...more], text }
    return time === null ? { kind: 'date', date: only, doubt: null, text } : onDay(only, time, null, text)
  }
  const date = year === null ? completeDate(month, day, context) : localDate(year, month, day)
  if (date === 'needs-year') return { kind: 'needs-year', from: { month, day }, to: null, text }
  if (date === null || date === 'no-such-day') return { kind: 'unread', text }
  if (time === null) return { kind: 'date', date, doubt: droppedZeroDoubt(date, text, context), text }
  if (time.offset === null) return onDay(date, time, null, text)
  const at = atTime(date, time.hour, time.minute)
  if (at === null) return { kind: 'unread', text }
  const utc = addMinutes(at, -time.offset)
  return context.utcOffsetMinutes === null
    ? { kind: 'instant', utc, text }
    : { kind: 'dateTime', at: addMinutes(utc, context.utcOffsetMinutes), text }
}

function secondTime(plain: string, position: number): WrittenTime | null {
  const start = endOfSeparator(plain, position)
  const found = start === null ? null : timeAt(plain, start)
  return found !== null && found.end === plain.length && found.time.offset === null ? found.time : null
}

function endOfSeparator(plain: string, position: number): number | null {
  SEPARATOR.lastIndex = position
  const match = SEPARATOR.exec(plain)
  return match === null ? null : position + match[0].length
}
