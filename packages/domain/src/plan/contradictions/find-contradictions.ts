import type { LocalDate } from '../../calendar/local-date.ts'
import type { LocalDateTime } from '../../calendar/local-date-time.ts'
import type { Fen } from '../../money/fen.ts'
import type { DayCounter } from '../../objective/expected-share.ts'
import type { TaskValues } from '../../records/entities.ts'
import type { Contradiction } from './contradiction.ts'
import { paceContradiction } from './pace.ts'
import type { PacedTask } from './pace.ts'
import { remarkContradictions } from './remark.ts'
import type { RemarkTask } from './remark.ts'
import { stepContradictions } from './step.ts'
import type { CheckedStep } from './step.ts'
import { dateContradictions } from './task-dates.ts'
import type { DatesTask } from './task-dates.ts'
import { stateContradictions } from './task-state.ts'
import type { StateTask } from './task-state.ts'

export type CheckedTask = StateTask &
  DatesTask &
  PacedTask &
  RemarkTask &
  Pick<TaskValues, 'budget' | 'spent'>

export interface CheckedPlan {
  readonly id: string
  readonly startDate: LocalDate | null
  readonly endDate: LocalDate | null
  /** What may be planned with: total without reserve; null when not stated. */
  readonly distributable: Fen | null
}

/**
 * Everything in a plan that contradicts itself (X3, docs/domain/contradictions.md),
 * row by row in the given order, then the plan as a whole. Nothing here changes
 * a value: both sides stay as they were entered until a person decides.
 *
 * @returns what each row has, often nothing, looked for when it is asked for: of
 *   10,000 rows all at once would keep a server from answering anybody else
 */
export function* findContradictions(
  plan: CheckedPlan,
  tasks: readonly CheckedTask[],
  steps: readonly CheckedStep[],
  now: LocalDateTime,
  countWorkingDays: DayCounter | null = null,
): Generator<readonly Contradiction[]> {
  const today = now.slice(0, 10)
  for (const task of tasks) yield taskContradictions(task, plan, today, countWorkingDays)
  for (const step of steps) yield stepContradictions(step, now)
  yield planContradictions(plan, tasks)
}

/** The same for one task, for a grid that marks the row being edited. */
export function taskContradictions(
  task: CheckedTask,
  plan: Pick<CheckedPlan, 'startDate' | 'endDate'>,
  today: LocalDate,
  countWorkingDays: DayCounter | null,
): readonly Contradiction[] {
  const pace = paceContradiction(task, countWorkingDays)
  return [
    ...stateContradictions(task),
    ...dateContradictions(task, plan, today),
    ...overspend(task),
    ...(pace === null ? [] : [pace]),
    ...remarkContradictions(task),
  ]
}

function overspend(task: CheckedTask): readonly Contradiction[] {
  const { id, budget, spent } = task
  if (budget === null || spent === null || spent <= budget) return []
  return [
    {
      code: 'spent_over_budget',
      severity: 'error',
      entity: 'task',
      id,
      fields: ['spent', 'budget'],
      params: { spent, budget, over: spent - budget },
    },
  ]
}

function planContradictions(
  plan: CheckedPlan,
  tasks: readonly (CheckedTask & Pick<TaskValues, 'status'>)[],
): readonly Contradiction[] {
  const planned = tasks.reduce(
    (sum, task) => (task.status === 'cancelled' ? sum : sum + (task.budget ?? 0)),
    0,
  )
  if (plan.distributable === null || planned <= plan.distributable) return []
  const params = { planned, distributable: plan.distributable, over: planned - plan.distributable }
  return [
    {
      code: 'tasks_over_plan_budget',
      severity: 'error',
      entity: 'plan',
      id: plan.id,
      fields: ['totalBudget'],
      params,
    },
  ]
}
