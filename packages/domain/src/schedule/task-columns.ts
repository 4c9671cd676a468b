import { BEGUN, FINISHED, NOT_BEGUN } from './compiled-network.ts'
import type { CompiledTask, TaskColumns } from './compiled-network.ts'
import type { WorkClock } from './work-clock.ts'

/** The tasks as columns. */
export function taskColumns(tasks: readonly CompiledTask[], projectClock: WorkClock): TaskColumns {
  const columns = {
    state: new Uint8Array(tasks.length),
    duration: new Float64Array(tasks.length),
    remaining: new Float64Array(tasks.length),
    isSimple: new Uint8Array(tasks.length),
  }
  for (let index = 0; index < tasks.length; index++)
    fill(columns, index, tasks[index] as CompiledTask, projectClock)
  return columns
}

/** The same columns with another task in that place. */
export function withTaskColumn(
  { state, duration, remaining, isSimple }: TaskColumns,
  index: number,
  task: CompiledTask,
  projectClock: WorkClock,
): TaskColumns {
  const columns = {
    state: state.slice(),
    duration: duration.slice(),
    remaining: remaining.slice(),
    isSimple: isSimple.slice(),
  }
  fill(columns, index, task, projectClock)
  return columns
}

function fill(columns: TaskColumns, index: number, task: CompiledTask, projectClock: WorkClock): void {
  const { actualStart, actualFinish, manual, constraint, deadline, duration, remaining, clock } = task
  const state = actualFinish !== null ? FINISHED : actualStart === null ? NOT_BEGUN : BEGUN
  columns.state[index] = state
  columns.duration[index] = duration
  columns.remaining[index] = remaining
  columns.isSimple[index] =
    state === NOT_BEGUN &&
    manual === null &&
    constraint === 'ASAP' &&
    deadline === null &&
    duration > 0 &&
    clock === projectClock
      ? 1
      : 0
}
