import { addDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'

export const SPAN_KINDS = ['quarter', 'year'] as const
export type SpanKind = (typeof SPAN_KINDS)[number]

/** A quarter or a year of the calendar, both ends included. */
export interface BoardSpan {
  readonly kind: SpanKind
  /** `2026-Q2`, `2026`. */
  readonly name: string
  readonly from: LocalDate
  readonly to: LocalDate
}

export const SPAN_NAME = /^(\d{4})(?:-Q([1-4]))?$/

const day = (year: number, month: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`

/** The span of a name; null for any other text, and for years that have none before or after them. */
export function spanOfName(name: string): BoardSpan | null {
  const parts = SPAN_NAME.exec(name)
  const year = Number(parts?.[1])
  if (parts === null || year < 2 || year > 9998) return null
  if (parts[2] === undefined)
    return { kind: 'year', name, from: day(year, 1), to: addDays(day(year + 1, 1), -1) }
  const first = (Number(parts[2]) - 1) * 3 + 1
  const end = first === 10 ? day(year + 1, 1) : day(year, first + 3)
  return { kind: 'quarter', name, from: day(year, first), to: addDays(end, -1) }
}

/** Name of the quarter or year that holds the day. */
export function spanNameOf(date: LocalDate, kind: SpanKind): string {
  const year = date.slice(0, 4)
  return kind === 'year' ? year : `${year}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** Name of the span right before (−1) or after (1). */
export function neighbourSpan({ kind, from, to }: BoardSpan, step: -1 | 1): string {
  return spanNameOf(step === -1 ? addDays(from, -1) : addDays(to, 1), kind)
}
