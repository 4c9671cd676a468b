import type { Entity } from '../../records/entities.ts'

/**
 * What may contradict itself (X3); each code has its sentence in the page and a
 * row in docs/domain/contradictions.md.
 */
export const CONTRADICTION_CODES = [
  'done_without_actual_end',
  'actual_end_while_open',
  'started_while_not_started',
  'complete_while_open',
  'done_while_incomplete',
  'planned_end_before_start',
  'actual_end_before_start',
  'actual_in_future',
  'outside_plan_period',
  'spent_over_budget',
  'pace_not_budget',
  'remark_reports_miss',
  'remark_not_reached',
  'stated_delay_differs',
  'tasks_over_plan_budget',
] as const
export type ContradictionCode = (typeof CONTRADICTION_CODES)[number]

export interface Contradiction {
  readonly code: ContradictionCode
  /** `error`: cannot both be true; `warning`: should be looked at; `info`: good to know. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly entity: Entity | 'plan'
  readonly id: string
  /** Fields that disagree, the most telling first. */
  readonly fields: readonly string[]
  /** Figures of the sentence: money in fen, dates `YYYY-MM-DD`, ratios 0–1. */
  readonly params: Readonly<Record<string, string | number>>
}
