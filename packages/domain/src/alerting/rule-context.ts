import type { LocalDate } from '../calendar/local-date.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'

/** One calendar day of a metric. */
export interface DailyValue {
  readonly date: LocalDate
  /** Ratios come from the sums of the day. null = no delivery, or nothing was imported. */
  readonly value: number | null
  /** What the value rests on (impressions of a CTR); null = not known, which no minimum excludes. */
  readonly sample: number | null
  /** Did an import cover the day, of a rule about missing data with this metric? Without one a null is missing data, not a day without delivery. */
  readonly isImported: boolean
}

/** What should be reached or spent, day by day: the plan's curve, or the total spread evenly. */
export interface DailyPlan {
  readonly start: LocalDate
  readonly end: LocalDate
  /** Planned for a day, in the unit of the metric; null outside the plan. */
  readonly plannedOn: (date: LocalDate) => number | null
}

/** The days on which somebody moved a task: progress, status, comment. */
export interface TaskMovements {
  readonly start: LocalDate
  /** Ascending. */
  readonly movedOn: readonly LocalDate[]
  /** From this day on nothing is expected of it; null = still open. */
  readonly doneOn: LocalDate | null
}

/** Everything that rules look at. What a rule needs and is null makes it `not_enough_data`. */
export interface RuleContext {
  /** Ascending, exactly one entry per calendar day; empty for rules about tasks. */
  readonly days: readonly DailyValue[]
  readonly plan: DailyPlan | null
  readonly task: TaskMovements | null
  readonly calendar: WorkCalendar
  /** Days that are neither judged nor used as history by `change` rules: holidays, shopping festivals. */
  readonly isFestival: (date: LocalDate) => boolean
}

/** One figure behind an outcome: the value of a day and the line it was held against. */
export interface Evidence {
  readonly date: LocalDate
  readonly value: number | null
  readonly limit: number | null
}

/**
 * What a rule says of a day. `not_enough_data`: neither fired nor clear, for example a day without
 * delivery; an episode goes on across it.
 */
export interface RuleOutcome {
  readonly state: 'fired' | 'clear' | 'not_enough_data'
  readonly fired: boolean
  /** First day of what fired: of the N breaching days, of the missing stretch; null unless fired. */
  readonly since: LocalDate | null
  /** Ascending; empty unless fired. */
  readonly evidence: readonly Evidence[]
}

export const CLEAR: RuleOutcome = { state: 'clear', fired: false, since: null, evidence: [] }
export const NOT_ENOUGH_DATA: RuleOutcome = {
  state: 'not_enough_data',
  fired: false,
  since: null,
  evidence: [],
}

/** A rule that fired, with the figures that made it. */
export function firedWith(evidence: readonly Evidence[]): RuleOutcome {
  return { state: 'fired', fired: true, since: evidence[0]?.date ?? null, evidence }
}
