import { backwardPass, backwardTask } from './backward-pass.ts'
import { compileTask } from './compile-network.ts'
import type { CompiledNetwork, LinkIndex } from './compiled-network.ts'
import { forwardTask } from './forward-pass.ts'
import { movedTasks } from './moved-tasks.ts'
import type { MovedTask } from './moved-tasks.ts'
import { rollUp } from './roll-up.ts'
import { copyDates, latestFinish, schedule, settle, startsFromSummary } from './schedule.ts'
import type { Schedule } from './schedule.ts'
import type { NetworkTask } from './schedule-network.ts'
import { ScheduleRefusal } from './schedule-refusal.ts'

export interface Rescheduling {
  readonly schedule: Schedule
  /** Tasks whose planned dates moved, with the cause of each move. */
  readonly moved: readonly MovedTask[]
}

/**
 * The schedule after a change of one task. Only what the change reaches is computed, and the given
 * schedule stays as it is; the result equals a full computation. Changes that reach everything (a task
 * as late as possible, links from the start of a summary) are computed in full.
 *
 * @throws ScheduleRefusal `unknown_task`, `unknown_calendar`, `bad_duration`, `out_of_range`
 */
export function reschedule(
  before: Schedule,
  id: string,
  change: Partial<Omit<NetworkTask, 'id' | 'parent'>>,
): Rescheduling {
  const index = before.compiled.indexOf.get(id)
  const task = before.network.tasks[index ?? -1]
  if (index === undefined || task === undefined)
    throw new ScheduleRefusal('unknown_task', `no task has the id ${id}`, [id])
  const changed: NetworkTask = { ...task, ...change }
  const network = { ...before.network, tasks: before.network.tasks.with(index, changed) }
  const isPartial =
    !before.compiled.hasAlap &&
    changed.constraint.type !== 'ALAP' &&
    changed.calendar === task.calendar &&
    !startsFromSummary(before.network, before.compiled)
  const after = isPartial
    ? recompute({ ...before, network }, index, changed)
    : schedule(network, before.compiled.policy)
  return { schedule: after, moved: movedTasks(before, after, id) }
}

function recompute(before: Schedule, index: number, changed: NetworkTask): Schedule {
  const old = before.compiled.tasks[index]
  if (old === undefined || before.compiled.isSummary[index] === 1) return before
  const compiled: CompiledNetwork = {
    ...before.compiled,
    tasks: before.compiled.tasks.with(index, compileTask(changed, old.clock)),
  }
  const dates = copyDates(before.dates)
  const { incoming, outgoing, order, links } = compiled
  const isForward = new Uint8Array(compiled.tasks.length)
  const isBackward = new Uint8Array(compiled.tasks.length)
  const isUnsettled = new Uint8Array(compiled.tasks.length)
  const mark = (marks: Uint8Array, task: number, neighbours: LinkIndex, end: 'from' | 'to'): void => {
    marks[task] = 1
    for (let place = neighbours.starts[task] ?? 0; place < (neighbours.starts[task + 1] ?? 0); place++)
      marks[links[neighbours.items[place] ?? 0]?.[end] ?? 0] = 1
  }
  // A share of the predecessor's duration is the successor's lag: both sides of the task are reached.
  mark(isForward, index, outgoing, 'to')
  mark(isBackward, index, incoming, 'from')
  mark(isUnsettled, index, incoming, 'from')
  for (const task of order) {
    if (isForward[task] === 0 || !forwardTask(compiled, dates, task, false)) continue
    mark(isForward, task, outgoing, 'to')
    mark(isUnsettled, task, incoming, 'from')
    // Finished tasks and open ends take their late dates from the early ones.
    isBackward[task] = 1
  }
  const projectFinish = latestFinish(compiled, dates)
  if (projectFinish !== before.projectFinish) {
    backwardPass(compiled, dates, projectFinish)
    isUnsettled.fill(1)
  } else {
    for (let place = order.length - 1; place >= 0; place--) {
      const task = order[place] ?? 0
      if (isBackward[task] === 0 || !backwardTask(compiled, dates, task, projectFinish)) continue
      mark(isBackward, task, incoming, 'from')
      isUnsettled[task] = 1
    }
  }
  for (const task of order) if (isUnsettled[task] === 1) settle(compiled, dates, task)
  rollUp(compiled, dates)
  return { network: before.network, compiled, dates, projectFinish }
}
