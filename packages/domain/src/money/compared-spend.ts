import type { LocalDate } from '../calendar/local-date.ts'
import { sumStated } from '../review/effect-analysis.ts'

export interface DayOfSpend {
  readonly day: LocalDate
  /** Fen; null: nothing planned. */
  readonly planned: number | null
  /** Fen; null: no figure, which is not zero. */
  readonly spent: number | null
}

export interface ComparedSpend {
  /** The days that count, each with spent − planned in fen; null: no day that counts has a plan. */
  readonly differences: ReadonlyMap<LocalDate, number | null>
  /** Last day with spend; null: none has any. */
  readonly until: LocalDate | null
  /** Days before `until` for which money was planned and no spend is known. */
  readonly missing: readonly LocalDate[]
  readonly spent: number | null
  /** Of the days that count; of all that have come where no spend is known. */
  readonly planned: number | null
  /** The sum of `differences`. */
  readonly difference: number | null
}

/**
 * Spend of some days held against their plan, for whoever tells it. A day counts, on both sides, when its spend is
 * known: a day whose figures have not come, or that nobody filled in, has not saved its plan. Money spent on a day
 * for which nothing was planned is over plan by all of it, as long as another day has a plan.
 *
 * @param days in order
 * @param asOf last day that has come; later ones do not count
 */
export function comparedSpend(days: readonly DayOfSpend[], asOf: LocalDate): ComparedSpend {
  const come = days.filter(({ day }) => day <= asOf)
  const counted = come.flatMap(({ day, planned, spent }) => (spent === null ? [] : [{ day, planned, spent }]))
  const until = counted.at(-1)?.day ?? null
  const hasPlan = counted.some(({ planned }) => planned !== null)
  const differences = new Map(
    counted.map(({ day, planned, spent }) => [day, hasPlan ? spent - (planned ?? 0) : null]),
  )
  return {
    differences,
    until,
    missing: come
      .filter(
        ({ day, planned, spent }) => until !== null && day < until && spent === null && (planned ?? 0) > 0,
      )
      .map(({ day }) => day),
    spent: sumStated(counted.map(({ spent }) => spent)),
    planned: sumStated((until === null ? come : counted).map(({ planned }) => planned)),
    difference: sumStated([...differences.values()]),
  }
}
