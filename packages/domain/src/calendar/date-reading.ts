import type { LocalDate } from './local-date.ts'
import type { LocalDateTime, LocalTime } from './local-date-time.ts'

export interface DateSpan {
  readonly from: LocalDate
  /** Included. */
  readonly to: LocalDate
}

export interface MonthDay {
  /** 1–12 */
  readonly month: number
  /** 1–31; 29 for the end of February, which only the year decides. */
  readonly day: number
}

/**
 * What a date cell says. `text` is the cell as written (numbers as Excel's
 * General format shows them).
 *
 * - `empty`: -, 无, / or nothing
 * - `date`: `doubt` is another day that the neighbours suggest: the number 7.1
 *   that was typed as 7.10. The date stays the one that is written.
 * - `time`: a time of day without a date to borrow; `to` is the end of "14:00-18:00"
 * - `instant`: a moment with a UTC offset, where the context does not know the
 *   workspace's; `utc` is its wall clock in UTC
 * - `needs-year`, `needs-anchor`: readable as soon as the year, the plan's start or
 *   the event's day is known; read the cell again with it in the context
 * - `ambiguous`: several days fit (11-04-2019); never chosen here
 * - `unread`: keep the text and flag it
 */
export type DateReading =
  | { readonly kind: 'empty'; readonly text: string }
  | {
      readonly kind: 'date'
      readonly date: LocalDate
      readonly doubt: LocalDate | null
      readonly text: string
    }
  | { readonly kind: 'range'; readonly from: LocalDate; readonly to: LocalDate; readonly text: string }
  | { readonly kind: 'dateTime'; readonly at: LocalDateTime; readonly text: string }
  | {
      readonly kind: 'dateTimeRange'
      readonly from: LocalDateTime
      readonly to: LocalDateTime
      readonly text: string
    }
  | { readonly kind: 'time'; readonly time: LocalTime; readonly to: LocalTime | null; readonly text: string }
  | { readonly kind: 'instant'; readonly utc: LocalDateTime; readonly text: string }
  | {
      readonly kind: 'needs-year'
      readonly from: MonthDay
      readonly to: MonthDay | null
      readonly text: string
    }
  | { readonly kind: 'needs-anchor'; readonly anchor: 'plan-start' | 'event'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly LocalDate[]; readonly text: string }
  | { readonly kind: 'unread'; readonly text: string }

/** What is known around a cell. Every null is a question that the cell may then raise. */
export interface DateContext {
  /** Year of dates that have none; `period` is preferred where it is known. */
  readonly year: number | null
  /** The plan's or sheet's period: a date without a year is put inside it, else as near to it as it gets. */
  readonly period: DateSpan | null
  /** For 第5周周一. */
  readonly planStart: LocalDate | null
  /** Day D, for D-30 and 活动前30天. */
  readonly eventDate: LocalDate | null
  /** The row's date, which a bare 17:00 borrows. */
  readonly rowDate: LocalDate | null
  /** The number carries a date format, so that it is a serial and nothing else. */
  readonly isDateFormatted: boolean
  /** Excel's date system of the workbook. */
  readonly dateSystem: 1900 | 1904
  /** The workspace's offset from UTC, 480 in China. */
  readonly utcOffsetMinutes: number | null
  /** The date cannot well be earlier: the start in the same row. */
  readonly notBefore: LocalDate | null
  /** The dates in the rows above and below, where the column ascends. */
  readonly previous: LocalDate | null
  readonly next: LocalDate | null
}

/** Nothing is known. */
export const NO_DATE_CONTEXT: DateContext = {
  year: null,
  period: null,
  planStart: null,
  eventDate: null,
  rowDate: null,
  isDateFormatted: false,
  dateSystem: 1900,
  utcOffsetMinutes: null,
  notBefore: null,
  previous: null,
  next: null,
}

/** The first day a reading covers, null when it has none. */
export function startDateOf(reading: DateReading): LocalDate | null {
  if (reading.kind === 'date') return reading.date
  if (reading.kind === 'dateTime') return reading.at.slice(0, 10)
  return reading.kind === 'range' || reading.kind === 'dateTimeRange' ? reading.from.slice(0, 10) : null
}

/** The last day a reading covers, null when it has none. */
export function endDateOf(reading: DateReading): LocalDate | null {
  return reading.kind === 'range' || reading.kind === 'dateTimeRange'
    ? reading.to.slice(0, 10)
    : startDateOf(reading)
}
