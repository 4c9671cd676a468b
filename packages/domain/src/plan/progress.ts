import type { TaskValues } from '../records/entities.ts'

export type ProgressTask = Pick<TaskValues, 'status' | 'progress' | 'weight' | 'budget'>

/** How the progress of several tasks becomes one figure. */
export const PROGRESS_METHODS = ['count', 'equal', 'weight', 'budget'] as const
export type ProgressMethod = (typeof PROGRESS_METHODS)[number]

/**
 * A progress figure with the sum it comes from: `numerator / denominator`.
 * Units of both: tasks for `count` and `equal`, weight for `weight`, fen for
 * `budget`.
 */
export interface Progress {
  readonly method: ProgressMethod
  readonly numerator: number
  readonly denominator: number
  /** Tasks that entered: all but the cancelled ones. */
  readonly tasks: number
  /** 0–1; null when there is nothing to divide by. */
  readonly value: number | null
}

/**
 * Progress of a set of tasks (docs/domain/progress.md): the whole plan, a
 * phase, any selection. Cancelled tasks are excluded everywhere.
 *
 * - `count`: finished tasks / tasks
 * - `equal`: mean of the tasks' own progress
 * - `weight`: the same, weighted by the tasks' weights
 * - `budget`: the same, weighted by the tasks' budgets; a task without a budget
 *   weighs nothing
 */
export function progressOf(tasks: readonly ProgressTask[], method: ProgressMethod): Progress {
  const counted = tasks.filter((task) => task.status !== 'cancelled')
  let numerator = 0
  let denominator = 0
  for (const task of counted) {
    const weight = weightOf(task, method)
    denominator += weight
    numerator += weight * (method === 'count' ? Number(task.status === 'done') : taskProgress(task))
  }
  return {
    method,
    numerator,
    denominator,
    tasks: counted.length,
    value: denominator === 0 ? null : numerator / denominator,
  }
}

/** All methods at once, for a page that lets people switch. */
export function progressByMethod(tasks: readonly ProgressTask[]): Readonly<Record<ProgressMethod, Progress>> {
  return {
    count: progressOf(tasks, 'count'),
    equal: progressOf(tasks, 'equal'),
    weight: progressOf(tasks, 'weight'),
    budget: progressOf(tasks, 'budget'),
  }
}

/** Progress per phase, in the order given; tasks of no phase under null, last. */
export function progressByPhase<T extends ProgressTask & Pick<TaskValues, 'phaseId'>>(
  phaseIds: readonly string[],
  tasks: readonly T[],
): readonly {
  readonly phaseId: string | null
  readonly progress: Readonly<Record<ProgressMethod, Progress>>
}[] {
  const byPhase = Map.groupBy(tasks, (task) => task.phaseId)
  const known = phaseIds.map((phaseId) => ({
    phaseId,
    progress: progressByMethod(byPhase.get(phaseId) ?? []),
  }))
  const loose = byPhase.get(null) ?? []
  return loose.length === 0 ? known : [...known, { phaseId: null, progress: progressByMethod(loose) }]
}

/**
 * Progress of one task, 0–1. The hand value counts as it stands; without one a
 * finished task is 1 and any other 0, because nothing is known of it.
 */
export function taskProgress(task: Pick<TaskValues, 'status' | 'progress'>): number {
  return task.progress ?? (task.status === 'done' ? 1 : 0)
}

function weightOf(task: ProgressTask, method: ProgressMethod): number {
  switch (method) {
    case 'count':
    case 'equal':
      return 1
    case 'weight':
      return task.weight
    case 'budget':
      return task.budget ?? 0
  }
}
