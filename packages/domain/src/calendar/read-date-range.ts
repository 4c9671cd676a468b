import { completeDate } from './complete-date.ts'
import { diffDays } from './date-arithmetic.ts'
import type { WrittenDate } from './date-point.ts'
import type { DateContext, DateReading } from './date-reading.ts'
import { localDate } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { atTime } from './local-date-time.ts'
import { lastDayOf } from './period-words.ts'

/** A borrowed year may carry a range across New Year, but not so far that it is a slip (6.14-6.1). */
const MAX_ROLLED_DAYS = 183

/**
 * Two dates as one range. The second borrows the year, and a bare day the month,
 * of the first; the first borrows the year of the second. A range that would run
 * backwards rolls over New Year (12.20-1.10); one that cannot is unread. Whole
 * months (2025年6月-8月) run from the first day to the last.
 */
export function readDateRange(
  first: WrittenDate,
  second: WrittenDate,
  text: string,
  context: DateContext,
): DateReading {
  const fromMonth = first.month
  const toMonth = second.month ?? first.month
  const isMixed = second.month !== null && (first.day === null) !== (second.day === null)
  if (fromMonth === null || toMonth === null || isMixed) return { kind: 'unread', text }
  if (first.others.length > 0 || second.others.length > 0) return readBothWays(first, second, text)
  const fromDay = first.day ?? 1
  const from = completeStart(first, second, fromMonth, fromDay, context)
  if (from === 'needs-year') {
    const to = { month: toMonth, day: second.day ?? lastDayOf(null, toMonth) }
    return { kind: 'needs-year', from: { month: fromMonth, day: fromDay }, to, text }
  }
  if (from === null) return { kind: 'unread', text }
  const year = second.year ?? Number(from.slice(0, 4))
  const to = dayOrLast(year, toMonth, second.day)
  if (to !== null && to >= from) return spanReading(first, second, from, to, text)
  const rolled =
    second.year === null && second.month !== null ? dayOrLast(year + 1, toMonth, second.day) : null
  if (rolled === null || diffDays(from, rolled) > MAX_ROLLED_DAYS) return { kind: 'unread', text }
  return spanReading(first, second, from, rolled, text)
}

/** The start; its year is its own, else the second's (the one before where it would lie after it), else the context's. */
function completeStart(
  first: WrittenDate,
  second: WrittenDate,
  month: number,
  day: number,
  context: DateContext,
): LocalDate | 'needs-year' | null {
  if (first.year !== null) return localDate(first.year, month, day)
  if (second.year === null) {
    const date = completeDate(month, day, context)
    return date === 'no-such-day' ? null : date
  }
  const end = dayOrLast(second.year, second.month ?? month, second.day)
  const same = localDate(second.year, month, day)
  return same !== null && end !== null && same <= end ? same : localDate(second.year - 1, month, day)
}

function spanReading(
  first: WrittenDate,
  second: WrittenDate,
  from: LocalDate,
  to: LocalDate,
  text: string,
): DateReading {
  const isTimed = first.time !== null || second.time !== null
  if (!isTimed) return { kind: 'range', from, to, text }
  if (first.time?.offset != null || second.time?.offset != null) return { kind: 'unread', text }
  const start = atTime(from, first.time?.hour ?? 0, first.time?.minute ?? 0)
  const end = atTime(to, second.time?.hour ?? 23, second.time?.minute ?? (second.time === null ? 59 : 0))
  if (start === null || end === null || end < start) return { kind: 'unread', text }
  return { kind: 'dateTimeRange', from: start, to: end, text }
}

/** Ambiguous ends stay ambiguous: the candidates are those of the start. */
function readBothWays(first: WrittenDate, second: WrittenDate, text: string): DateReading {
  const candidates = [first, second].flatMap(({ year, month, day, others }) =>
    [{ year, month, day }, ...others].flatMap((parts) =>
      parts.year === null || parts.month === null || parts.day === null
        ? []
        : (localDate(parts.year, parts.month, parts.day) ?? []),
    ),
  )
  return candidates.length === 0
    ? { kind: 'unread', text }
    : { kind: 'ambiguous', candidates: [...new Set(candidates)], text }
}

function dayOrLast(year: number, month: number, day: number | null): LocalDate | null {
  return month < 1 || month > 12 ? null : localDate(year, month, day ?? lastDayOf(year, month))
}
