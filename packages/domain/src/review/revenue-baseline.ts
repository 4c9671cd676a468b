import { addDays, diffDays, eachDay } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'

/** Revenue per day; null or absent = not known, which is not zero. */
export type DailyRevenue = ReadonlyMap<LocalDate, number | null>

/** How the revenue that would have come anyway was estimated; named beside every incremental figure (rule 8). */
export type BaselineMethod = 'same_weekdays_of_four_weeks' | 'same_festival_last_year'

export interface Baseline {
  readonly method: BaselineMethod
  /** Revenue to be expected without the campaign; null while a day cannot be estimated. */
  readonly amount: number | null
  /** Days of the campaign for which nothing is known to compare with. */
  readonly missing: readonly LocalDate[]
}

const WEEKS = 4

/**
 * Baseline of a campaign from the four weeks before its first day: each of its days is expected to bring the
 * mean of the same weekday in those weeks, over the weeks that are known. A campaign of ten days that begins
 * on a Friday is compared with the Fridays … Sundays before that Friday, never with its own days.
 *
 * @param from first day, `to` last day, both included
 */
export function weekdayBaseline(daily: DailyRevenue, from: LocalDate, to: LocalDate): Baseline {
  return baselineOf('same_weekdays_of_four_weeks', from, to, (day) => {
    const weekday = addDays(from, (diffDays(from, day) % 7) - 7)
    const known = Array.from(
      { length: WEEKS },
      (_unused, week) => daily.get(addDays(weekday, -7 * week)) ?? null,
    ).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  })
}

/**
 * Baseline of a campaign around a festival: the days that lie as far from last year's festival as its own days
 * lie from this year's. 618 has a fixed date, the Spring Festival has not: both are given.
 *
 * @param festival a day of this year's festival, `lastFestival` the same day of last year's
 */
export function festivalBaseline(
  daily: DailyRevenue,
  from: LocalDate,
  to: LocalDate,
  festival: LocalDate,
  lastFestival: LocalDate,
): Baseline {
  return baselineOf(
    'same_festival_last_year',
    from,
    to,
    (day) => daily.get(addDays(lastFestival, diffDays(festival, day))) ?? null,
  )
}

function baselineOf(
  method: BaselineMethod,
  from: LocalDate,
  to: LocalDate,
  expected: (day: LocalDate) => number | null,
): Baseline {
  const days = eachDay(from, to).map((day) => ({ day, value: expected(day) }))
  const missing = days.filter(({ value }) => value === null).map(({ day }) => day)
  const amount = missing.length > 0 ? null : days.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return { method, amount, missing }
}
