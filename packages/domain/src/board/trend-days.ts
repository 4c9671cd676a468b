import { diffDays, eachDay, maxDate, minDate } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'

/** A longer axis begins with the first day that has facts: nobody reads the emptiness before it. */
const MOST_DAYS = 1100

interface TrendOf {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null
  readonly today: LocalDate
  /** Days with facts, ascending. */
  readonly daily: readonly { readonly day: LocalDate }[]
  readonly events: readonly { readonly day: LocalDate }[]
}

/**
 * The time axis of a trend: every day of the period, with facts or without, so that a day without any is a
 * gap and not a shorter way. Days to come are left out, unless they have facts or an event.
 *
 * @returns ascending; empty without a period
 */
export function trendDays({ period, today, daily, events }: TrendOf): LocalDate[] {
  if (period === null) return []
  const last = maxDate([today, daily.at(-1)?.day ?? null, ...events.map(({ day }) => day)])
  const to = minDate([period.to, last]) ?? period.to
  const from =
    diffDays(period.from, to) >= MOST_DAYS
      ? (maxDate([period.from, daily[0]?.day ?? null]) ?? period.from)
      : period.from
  return eachDay(from, to)
}
