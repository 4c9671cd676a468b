import type { LocalDate } from '../calendar/local-date.ts'
import { sumStated } from '../review/effect-analysis.ts'
import type { SpendSource } from './spend-of-days.ts'

export interface DayOfSpend {
  readonly day: LocalDate
  /** Fen; null: nothing planned. */
  readonly planned: number | null
  /** Fen; null: no figure, which is not zero. */
  readonly spent: number | null
}

export interface ComparedSpend {
  /** The days that count, each with spent − planned in fen; null: no day that counts has a plan, or a later entry covers it. */
  readonly differences: ReadonlyMap<LocalDate, number | null>
  /** Last day with spend; null: none has any. */
  readonly until: LocalDate | null
  /** Days before `until` for which money was planned and no spend is known; none in the ledger. */
  readonly missing: readonly LocalDate[]
  readonly spent: number | null
  /** Of the days that count; of all that have come where no spend is known. */
  readonly planned: number | null
  /** The sum of `differences`. */
  readonly difference: number | null
}

/**
 * Spend of some days held against their plan, for whoever tells it. Days after the last one with spend are not held
 * against anything: what has not come has not saved its plan. Of the days before it
 *
 * - a channel reports each by itself: one without figures is missing, and counts on neither side;
 * - the ledger holds what was entered since the entry before (X11), so an entry is held against the plan of its own
 *   day and of those before it without one: a team that fills in on Fridays has spent its week's money, not
 *   five times a day's.
 *
 * Money spent where nothing was planned is over plan by all of it, as long as another day has a plan.
 *
 * @param days in order
 * @param asOf last day that has come; later ones do not count
 */
export function comparedSpend(
  days: readonly DayOfSpend[],
  asOf: LocalDate,
  from: SpendSource,
): ComparedSpend {
  const come = days.filter(({ day }) => day <= asOf)
  const until = come.findLast(({ spent }) => spent !== null)?.day ?? null
  const known = until === null ? [] : come.filter(({ day }) => day <= until)
  const counted = from === 'ledger' ? known : known.filter(({ spent }) => spent !== null)
  const hasPlan = counted.some(({ planned }) => planned !== null)
  let waiting = 0
  const differences = new Map(
    counted.map(({ day, planned, spent }): [LocalDate, number | null] => {
      waiting += planned ?? 0
      if (spent === null || !hasPlan) return [day, null]
      const difference = spent - waiting
      waiting = 0
      return [day, difference]
    }),
  )
  return {
    differences,
    until,
    missing:
      from === 'ledger'
        ? []
        : known.flatMap(({ day, planned, spent }) => (spent === null && (planned ?? 0) > 0 ? [day] : [])),
    spent: sumStated(counted.map(({ spent }) => spent)),
    planned: sumStated((until === null ? come : counted).map(({ planned }) => planned)),
    difference: sumStated([...differences.values()]),
  }
}
