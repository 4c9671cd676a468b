import { maxDate, minDate } from '../calendar/date-arithmetic.ts'

/** A phase as the rows of the sheets make it. */
export interface PhaseFromRows {
  readonly name: string
  readonly startDate: string | null
  readonly endDate: string | null
  /** A sheet named the phase together with its period; otherwise the dates are those of its tasks. */
  readonly isStated: boolean
}

/** A row that names its phase, or a title that states a phase with its period. */
export interface PhaseMention {
  readonly name: string
  readonly start: string | null
  readonly end: string | null
  readonly isStated: boolean
}

/**
 * The phases that rows and titles name, in the order of their first mention.
 * A period stated in a title wins; otherwise a phase runs from the earliest
 * start to the latest end of its rows, null while they have no dates.
 */
export function phasesOf(mentions: readonly PhaseMention[]): readonly PhaseFromRows[] {
  const byName = Map.groupBy(mentions, (mention) => mention.name)
  return [...byName].map(([name, all]) => {
    const stated = all.find((mention) => mention.isStated && mention.start !== null)
    if (stated !== undefined) return { name, startDate: stated.start, endDate: stated.end, isStated: true }
    const starts = all.flatMap((mention) => [mention.start, mention.end])
    return { name, startDate: minDate(starts), endDate: maxDate(starts), isStated: false }
  })
}
