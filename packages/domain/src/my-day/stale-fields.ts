import { addDays, diffDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DayCounter } from '../objective/expected-share.ts'
import type { TaskValues } from '../records/entities.ts'

/** Cells that are to be filled in while a task runs, by the rhythm of the tracker (X1). */
export const DAILY_FIELDS = ['spent', 'progress'] as const
export const WEEKLY_FIELDS = ['reached', 'issue'] as const
export type FillInField = (typeof DAILY_FIELDS)[number] | (typeof WEEKLY_FIELDS)[number]

/** Actuals are of the last working day; reached values and problems of the last seven days. */
const DAILY_LIMIT_WORKDAYS = 1
const WEEKLY_LIMIT_DAYS = 7

export type RunningTask = Pick<
  TaskValues,
  'status' | 'plannedStart' | 'actualStart' | 'budget' | 'spent' | 'kpi'
>

export interface StaleField {
  readonly field: FillInField
  /** When somebody last wrote it; null: never, and the count runs from the start of the task. */
  readonly since: LocalDate | null
  /** Working days of a daily cell, calendar days of a weekly one. */
  readonly days: number
}

/**
 * Cells of a running task that are older than their rhythm (X1): spend and progress 1 working day, reached
 * value and problems 7 calendar days. A task without money owes no spend, one without a KPI no reached value;
 * a task that does not run owes nothing.
 *
 * @param changed the day each field was last written; absent: never
 * @param countWorkingDays both ends included
 */
export function staleFields(
  task: RunningTask,
  changed: Readonly<Partial<Record<FillInField, LocalDate>>>,
  today: LocalDate,
  countWorkingDays: DayCounter,
): StaleField[] {
  const began = task.actualStart ?? task.plannedStart
  if (task.status !== 'in_progress' || began === null || began > today) return []
  const stale: StaleField[] = []
  for (const field of fieldsToFillIn(task)) {
    const since = changed[field] ?? null
    const from = since ?? began
    const isDaily = (DAILY_FIELDS as readonly string[]).includes(field)
    // Counted from the day after: what was written today or yesterday evening is fresh.
    const days = isDaily ? countWorkingDays(addDays(from, 1), today) : diffDays(from, today)
    if (days > (isDaily ? DAILY_LIMIT_WORKDAYS : WEEKLY_LIMIT_DAYS)) stale.push({ field, since, days })
  }
  return stale
}

/** The cells that a running task has to fill in at all. */
export function fieldsToFillIn(task: Pick<TaskValues, 'budget' | 'spent' | 'kpi'>): FillInField[] {
  const hasMoney = task.budget !== null || task.spent !== null
  return [
    ...(hasMoney ? (['spent'] as const) : []),
    'progress',
    ...(task.kpi === null || task.kpi.trim() === '' ? [] : (['reached'] as const)),
    'issue',
  ]
}
