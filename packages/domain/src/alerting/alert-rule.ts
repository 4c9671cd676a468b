/** How grave an alert is, from the least to the most. */
export const ALERT_SEVERITIES = ['info', 'warning', 'critical'] as const
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number]

/**
 * When a rule that keeps firing speaks again. An episode begins with the first day on which the rule
 * fires and ends with the first on which it is clear; days without data do neither.
 */
export interface AlertPolicy {
  readonly severity: AlertSeverity
  /** No two alerts of the rule are nearer than this many calendar days; 0 = each episode speaks. */
  readonly cooldownDays: number
  /** Speak again after each cooldown while the episode lasts; otherwise once per episode. */
  readonly repeats: boolean
}

/** A value crosses a line: CTR < 1.5 % for 2 days running, or on 3 of the last 5. The line itself is not crossed. */
export interface ThresholdCondition {
  readonly type: 'threshold'
  readonly metric: string
  readonly comparator: 'lt' | 'lte' | 'gt' | 'gte'
  readonly value: number
  /** `breaches` of the last `days` days with data; equal = running. */
  readonly breaches: number
  readonly days: number
  /** Days with a smaller sample (impressions behind a CTR) are stepped over; null = every day counts, as of metrics that stand on nothing that is counted (`sampleMetric`). */
  readonly minimumSample: number | null
}

/** A sudden rise or fall against the metric's own history of the same weekday. */
export interface ChangeCondition {
  readonly type: 'change'
  readonly metric: string
  readonly direction: 'rise' | 'fall' | 'either'
  /** Robust deviations from the median, usually 3.5 (Iglewicz and Hoaglin 1993). */
  readonly deviations: number
  /** Changes smaller than this share of the median are none, however quiet the history was: 0.2 = 20 %. */
  readonly minimumChange: number
  readonly minimumSample: number | null
}

/** The cumulative value lags behind the plan by more than the band: 0.1 = below 90 % of what is due. */
export interface PacingCondition {
  readonly type: 'pacing'
  readonly metric: string
  readonly band: number
}

/** Spend above plan, by the day (yesterday against the day's plan) or cumulative. */
export interface OverspendCondition {
  readonly type: 'overspend'
  readonly metric: string
  readonly basis: 'day' | 'cumulative'
  /** Allowed above plan, as a share: 0 = any fen above it. */
  readonly tolerance: number
}

/** No figure of the metric for this many calendar days up to the day of evaluation. */
export interface MissingDataCondition {
  readonly type: 'missing_data'
  readonly metric: string
  readonly days: number
}

/** A task that nobody moved for this many working days. */
export interface StalledTaskCondition {
  readonly type: 'stalled_task'
  readonly workingDays: number
}

export type AlertCondition =
  | ThresholdCondition
  | ChangeCondition
  | PacingCondition
  | OverspendCondition
  | MissingDataCondition
  | StalledTaskCondition

/** A rule as it is stored (M4): what is watched, and how it speaks. Who is told is the server's. */
export interface AlertRule {
  readonly condition: AlertCondition
  readonly policy: AlertPolicy
}
