import { diffDays } from './date-arithmetic.ts'
import type { LocalDate } from './local-date.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { workingDaysBetween } from './working-days.ts'

/**
 * The three ways in which sheets count a duration: `difference` end − start
 * (May 20 to 25 is 5), `inclusive` both ends (6), `working` working days from
 * start to end, both included.
 */
export const DURATION_BASES = ['difference', 'inclusive', 'working'] as const
export type DurationBasis = (typeof DURATION_BASES)[number]

export interface DurationRow {
  readonly start: LocalDate | null
  readonly end: LocalDate | null
  /** Days as the sheet states them; null when the cell is empty or unread. */
  readonly stated: number | null
}

export interface DurationReading {
  /** The reading that fits the most rows; null when none fits at least half of them, or there is nothing to compare. */
  readonly basis: DurationBasis | null
  /** Rows that have both dates and a duration. */
  readonly compared: number
  /** Of those, how many each reading explains. */
  readonly fits: Readonly<Record<DurationBasis, number>>
  /** Positions of the rows that the chosen reading does not explain: there the dates win. */
  readonly misfits: readonly number[]
}

/** Days from start to end under a reading. */
export function durationOf(
  start: LocalDate,
  end: LocalDate,
  basis: DurationBasis,
  calendar: WorkCalendar,
): number {
  if (basis === 'working') return workingDaysBetween(start, end, calendar)
  return diffDays(start, end) + (basis === 'inclusive' ? 1 : 0)
}

/**
 * Reads a duration column over all its rows, since one row rarely tells
 * (docs/domain/calendar.md). Where two readings fit equally many rows the order
 * is difference, inclusive, working. Dates always win over durations; the reading
 * is shown so that a person can disagree.
 */
export function readDurations(rows: readonly DurationRow[], calendar: WorkCalendar): DurationReading {
  const fits = { difference: 0, inclusive: 0, working: 0 }
  const complete = rows.flatMap(({ start, end, stated }, index) =>
    start === null || end === null || stated === null ? [] : [{ start, end, stated, index }],
  )
  for (const { start, end, stated } of complete) {
    for (const basis of DURATION_BASES) if (durationOf(start, end, basis, calendar) === stated) fits[basis]++
  }
  const best = DURATION_BASES.reduce((a, b) => (fits[b] > fits[a] ? b : a))
  const basis = fits[best] > 0 && fits[best] * 2 >= complete.length ? best : null
  const misfits = complete.filter(
    ({ start, end, stated }) => basis === null || durationOf(start, end, basis, calendar) !== stated,
  )
  return { basis, compared: complete.length, fits, misfits: misfits.map(({ index }) => index) }
}
