import { diffDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DayCounter } from '../objective/expected-share.ts'
import { statedDailySpend } from '../plan/contradictions/pace.ts'
import type { TaskValues } from '../records/entities.ts'

export type PacedSpend = Pick<TaskValues, 'plannedStart' | 'plannedEnd' | 'budget' | 'dayBasis' | 'remark'>

export interface SpendAgainstPlan {
  readonly day: LocalDate
  /** Fen spent on the day; null: nothing was entered, which is not zero. */
  readonly spent: number | null
  /** Fen a day: as stated in the remark (日均 1.5万), else the budget over the planned days; null: no plan. */
  readonly planned: number | null
  /** spent − planned: positive is over plan. */
  readonly difference: number | null
}

/**
 * One day's spend beside what was planned for a day: planned 15,000, spent 16,000 → 1,000 over plan
 * (worked example 8). Outside the planned period nothing is planned.
 */
export function spendAgainstPlan(
  task: PacedSpend,
  day: LocalDate,
  spent: number | null,
  countWorkingDays: DayCounter,
): SpendAgainstPlan {
  const planned = plannedPerDay(task, day, countWorkingDays)
  return { day, spent, planned, difference: spent === null || planned === null ? null : spent - planned }
}

/** Fen planned for one day: as the remark states it, else the budget over the planned days; null: no plan for that day. */
export function plannedPerDay(task: PacedSpend, day: LocalDate, countWorkingDays: DayCounter): number | null {
  const { plannedStart: start, plannedEnd: end, budget, dayBasis } = task
  if (start === null || end === null || end < start || day < start || day > end) return null
  const stated = statedDailySpend(task.remark)
  if (stated !== null) return stated
  if (budget === null) return null
  const isWorking = dayBasis === 'working'
  const days = isWorking ? countWorkingDays(start, end) : diffDays(start, end) + 1
  if (days === 0) return null
  if (isWorking && countWorkingDays(day, day) === 0) return 0
  return Math.round(budget / days)
}
