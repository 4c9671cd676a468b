import { diffDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'

/** A span of days, both ends included, and which days of it count. */
export interface Pacing {
  readonly start: LocalDate
  readonly end: LocalDate
  /** Counts the days that matter, both ends included; null = every calendar day. */
  readonly countDays: DayCounter | null
}

/** Number of counting days from `start` to `end`, both included; 0 when there is none. */
export type DayCounter = (start: LocalDate, end: LocalDate) => number

/** One phase of the period with its part of the target, or its weight; any unit, only proportions matter. */
export interface PhaseShare {
  readonly start: LocalDate
  readonly end: LocalDate
  readonly part: number
}

/**
 * Share of a target, 0–1, that should be reached by the evening of `through`
 * (rule 4). Linear by calendar days, or by the days that `countDays` counts.
 *
 * @param through last complete data day, not today: today's figures are not in
 * @returns 0 before the start, 1 from the end on; null when no day of the
 *   period counts (a weekend by working days)
 */
export function expectedShare(pacing: Pacing, through: LocalDate): number | null {
  const count = pacing.countDays ?? calendarDays
  const total = count(pacing.start, pacing.end)
  if (through < pacing.start) return 0
  if (through >= pacing.end) return 1
  return total <= 0 ? null : count(pacing.start, through) / total
}

/**
 * The same where phases have sub-targets or weights: phases that have ended
 * count whole, a running one in proportion to its days.
 *
 * @param phases every phase of the period; sub-targets where each phase has one,
 *   else weights: never a mixture of the two
 * @returns null without phases, or when their parts sum to zero: fall back to `expectedShare`
 */
export function expectedShareByPhases(
  phases: readonly PhaseShare[],
  through: LocalDate,
  countDays: DayCounter | null,
): number | null {
  const total = phases.reduce((sum, phase) => sum + phase.part, 0)
  if (total <= 0) return null
  const due = phases.reduce(
    (sum, phase) => sum + phase.part * (expectedShare({ ...phase, countDays }, through) ?? 0),
    0,
  )
  return due / total
}

function calendarDays(start: LocalDate, end: LocalDate): number {
  return Math.max(0, diffDays(start, end) + 1)
}
