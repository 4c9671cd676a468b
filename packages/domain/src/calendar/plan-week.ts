import { addDays, diffDays, startOfWeek } from './date-arithmetic.ts'
import type { LocalDate, Weekday } from './local-date.ts'

/**
 * Week of the plan that a date lies in (docs/domain/calendar.md). Week 1 is the
 * Monday–Sunday week that holds the plan's start, also when the plan starts on
 * a Sunday; the week before it is 0.
 */
export function weekOfPlan(planStart: LocalDate, date: LocalDate): number {
  return diffDays(startOfWeek(planStart), startOfWeek(date)) / 7 + 1
}

/**
 * "第5周周一": the day of a week of the plan. Monday of week 1 may lie before
 * the plan's start.
 */
export function dayOfPlanWeek(planStart: LocalDate, week: number, weekday: Weekday): LocalDate {
  return addDays(startOfWeek(planStart), (week - 1) * 7 + weekday - 1)
}
