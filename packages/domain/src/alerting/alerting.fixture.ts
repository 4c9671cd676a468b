import { addDays } from '../calendar/date-arithmetic.ts'
import { CN_WORK_CALENDAR } from '../calendar/work-calendar.ts'
import type { DailyValue, RuleContext } from './rule-context.ts'

/** Values of consecutive days; null = a day that was imported and had no delivery. */
export function dailyValues(values: readonly (number | null)[], from = '2025-09-01'): DailyValue[] {
  return values.map((value, index) => ({
    date: addDays(from, index),
    value,
    sample: value === null ? null : 10_000,
    isImported: true,
  }))
}

/** A context of a series alone. */
export function seriesContext(days: readonly DailyValue[], rest: Partial<RuleContext> = {}): RuleContext {
  return { days, plan: null, task: null, calendar: CN_WORK_CALENDAR, isFestival: () => false, ...rest }
}
