/** Where a plan stands against what is due by now. `unplanned`: nothing was planned and nothing came. */
export const PACING_STATES = ['unplanned', 'not_started', 'no_data', 'under', 'on_pace', 'over'] as const
export type PacingState = (typeof PACING_STATES)[number]

export interface PacingQuestion {
  /** Budget or target of the whole period, in the unit of `actual`. */
  readonly planned: number
  /** Spent or reached from the start to the last complete data day; null = no data. */
  readonly actual: number | null
  /** Share of the whole that is due by then, 0–1 (`expectedShare`, `expectedShareByPhases`); null = not known. */
  readonly dueShare: number | null
  /** Days of the period after the last complete data day. */
  readonly daysLeft: number
  /** Relative distance from what is due that still counts as on pace. */
  readonly band?: number
}

export interface PacingAnswer {
  readonly state: PacingState
  /** planned × share due; null when the share is not known. */
  readonly ideal: number | null
  /** actual / ideal; null without data and while nothing is due. */
  readonly pace: number | null
  /** actual − ideal, positive when ahead; null when either is not known. */
  readonly difference: number | null
  /** What each day left must bring so that the plan ends where it should, never below 0; null when no day is left. */
  readonly neededPerDay: number | null
  readonly isEnded: boolean
}

export const DEFAULT_PACING_BAND = 0.1
/** Slack for binary fractions: a pace of 0.8999999999999999 is 90 %. */
const EPSILON = 1e-9

/**
 * Pacing 进度: is what was spent or reached so far what the plan has due by now? Within ± 10 % of it is on
 * pace, both bounds included.
 *
 * Before anything is due there is no pace: `not_started`, but `over` when something came already. A plan
 * of zero is `unplanned` as long as nothing is spent, and `over` from the first fen. After the end the
 * whole is due.
 */
export function pacing(question: PacingQuestion): PacingAnswer {
  const { planned, actual, dueShare, daysLeft, band = DEFAULT_PACING_BAND } = question
  const ideal = dueShare === null ? null : planned * dueShare
  const pace = actual === null || ideal === null || ideal === 0 ? null : actual / ideal
  return {
    state: stateOf(question, pace, band),
    ideal,
    pace,
    difference: actual === null || ideal === null ? null : actual - ideal,
    neededPerDay: daysLeft > 0 && actual !== null ? Math.max(0, planned - actual) / daysLeft : null,
    isEnded: daysLeft <= 0,
  }
}

function stateOf(
  { planned, actual, dueShare }: PacingQuestion,
  pace: number | null,
  band: number,
): PacingState {
  const hasSome = actual !== null && actual > 0
  if (planned === 0) return hasSome ? 'over' : 'unplanned'
  if (dueShare === 0) return hasSome ? 'over' : 'not_started'
  if (pace === null) return 'no_data'
  if (pace < 1 - band - EPSILON) return 'under'
  return pace > 1 + band + EPSILON ? 'over' : 'on_pace'
}
