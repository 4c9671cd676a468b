import type { LocalDate } from '../../calendar/local-date.ts'
import type { TaskValues } from '../../records/entities.ts'
import type { Contradiction, ContradictionCode } from './contradiction.ts'

export type DatesTask = Pick<TaskValues, 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd'> & {
  readonly id: string
}

/**
 * Dates of one task that contradict each other, the plan's period or the clock.
 * A task outside the period is a warning: it may outlive its plan, and dates
 * are never clipped. Leaving its phase is nothing to flag at all.
 */
export function dateContradictions(
  task: DatesTask,
  plan: { readonly startDate: LocalDate | null; readonly endDate: LocalDate | null },
  today: LocalDate,
): readonly Contradiction[] {
  const { plannedStart, plannedEnd, actualStart, actualEnd } = task
  const found: Contradiction[] = []
  const add = (
    code: ContradictionCode,
    severity: Contradiction['severity'],
    fields: readonly string[],
    params: Contradiction['params'],
  ) => {
    found.push({ code, severity, entity: 'task', id: task.id, fields, params })
  }
  if (plannedStart !== null && plannedEnd !== null && plannedEnd < plannedStart) {
    add('planned_end_before_start', 'error', ['plannedEnd', 'plannedStart'], {
      start: plannedStart,
      end: plannedEnd,
    })
  }
  if (actualStart !== null && actualEnd !== null && actualEnd < actualStart) {
    add('actual_end_before_start', 'error', ['actualEnd', 'actualStart'], {
      start: actualStart,
      end: actualEnd,
    })
  }
  for (const field of ['actualStart', 'actualEnd'] as const) {
    const date = task[field]
    if (date !== null && date > today) add('actual_in_future', 'error', [field], { date, today })
  }
  const { startDate, endDate } = plan
  const early =
    plannedStart !== null && startDate !== null && plannedStart < startDate
      ? { start: plannedStart, planStart: startDate }
      : null
  const late =
    plannedEnd !== null && endDate !== null && plannedEnd > endDate
      ? { end: plannedEnd, planEnd: endDate }
      : null
  if (early !== null || late !== null) {
    const fields = [...(early === null ? [] : ['plannedStart']), ...(late === null ? [] : ['plannedEnd'])]
    add('outside_plan_period', 'warning', fields, { ...early, ...late })
  }
  return found
}
