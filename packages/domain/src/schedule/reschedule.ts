import { checkIn, partOfWork } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import { backwardPass, backwardTask } from './backward-pass.ts'
import { compileTask } from './compile-network.ts'
import { CHECK_EVERY } from './compiled-network.ts'
import type { CompiledLink, CompiledNetwork, CompiledTask, LinkIndex } from './compiled-network.ts'
import { forwardTask } from './forward-pass.ts'
import { lagMinutes } from './link-columns.ts'
import { movedTasks } from './moved-tasks.ts'
import type { MovedTask } from './moved-tasks.ts'
import { rollUp } from './roll-up.ts'
import { copyDates, latestFinish, schedule, settle, settleAll, startsFromSummary } from './schedule.ts'
import type { Schedule, ScheduleDates } from './schedule.ts'
import type { NetworkTask } from './schedule-network.ts'
import { ScheduleRefusal } from './schedule-refusal.ts'
import { withTaskColumn } from './task-columns.ts'

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
 * @param long asked every few thousand tasks whether to go on
 * @throws ScheduleRefusal `unknown_task`, `unknown_calendar`, `bad_duration`, `out_of_range`
 */
export function reschedule(
  before: Schedule,
  id: string,
  change: Partial<Omit<NetworkTask, 'id' | 'parent'>>,
  long: LongWork = {},
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
    ? recompute({ ...before, network }, index, changed, long)
    : schedule(network, before.compiled.policy, long)
  return { schedule: after, moved: movedTasks(before, after, id) }
}

function recompute(before: Schedule, index: number, changed: NetworkTask, long: LongWork): Schedule {
  const old = before.compiled.tasks[index]
  if (old === undefined || before.compiled.isSummary[index] === 1) return before
  const compiled = withTask(before.compiled, index, compileTask(changed, old.clock))
  const dates = copyDates(before.dates)
  const early = forwardFrom(compiled, dates, index, long)
  const projectFinish = latestFinish(compiled, dates)
  if (projectFinish === before.projectFinish) {
    checkIn(long, 0.5)
    backwardFrom(compiled, dates, index, early, projectFinish)
  } else {
    backwardPass(compiled, dates, projectFinish, partOfWork(long, 0.5, 0.75))
    settleAll(compiled, dates, partOfWork(long, 0.75, 1))
  }
  rollUp(compiled, dates)
  return { network: before.network, compiled, dates, projectFinish }
}

/** Early dates of what the changed task reaches. @returns the tasks whose early dates are others now */
function forwardFrom(
  compiled: CompiledNetwork,
  dates: ScheduleDates,
  index: number,
  long: LongWork,
): Int32Array {
  const { outgoing, order, linkColumns } = compiled
  const isReached = new Uint8Array(compiled.tasks.length)
  const moved = new Int32Array(order.length)
  let count = 0
  // A share of the task's duration is a lag of its successors, even where its own dates stay.
  mark(isReached, index, outgoing, linkColumns.to)
  for (let place = 0; place < order.length; place++) {
    if (place % CHECK_EVERY === 0) checkIn(long, (place / order.length) * 0.5)
    const task = order[place] ?? 0
    if (isReached[task] === 0 || !forwardTask(compiled, dates, task, false)) continue
    mark(isReached, task, outgoing, linkColumns.to)
    moved[count++] = task
  }
  return moved.subarray(0, count)
}

/** Late dates and slack of what the changed task and those with other early dates reach. */
function backwardFrom(
  compiled: CompiledNetwork,
  dates: ScheduleDates,
  index: number,
  early: Int32Array,
  projectFinish: number,
): void {
  const { incoming, order, linkColumns } = compiled
  const isReached = new Uint8Array(compiled.tasks.length)
  const isUnsettled = new Uint8Array(compiled.tasks.length)
  mark(isReached, index, incoming, linkColumns.from)
  mark(isUnsettled, index, incoming, linkColumns.from)
  for (const task of early) {
    mark(isUnsettled, task, incoming, linkColumns.from)
    // Finished tasks and open ends take their late dates from the early ones.
    isReached[task] = 1
  }
  for (let place = order.length - 1; place >= 0; place--) {
    const task = order[place] ?? 0
    if (isReached[task] === 0 || !backwardTask(compiled, dates, task, projectFinish)) continue
    mark(isReached, task, incoming, linkColumns.from)
    isUnsettled[task] = 1
  }
  for (const task of order) if (isUnsettled[task] === 1) settle(compiled, dates, task)
}

/** The network with another task in that place. */
function withTask(network: CompiledNetwork, index: number, task: CompiledTask): CompiledNetwork {
  const { starts, items } = network.outgoing
  const lag = network.linkColumns.lag.slice()
  for (let place = starts[index] ?? 0; place < (starts[index + 1] ?? 0); place++) {
    const number = items[place] ?? 0
    lag[number] = lagMinutes(network.links[number] as CompiledLink, task)
  }
  return {
    ...network,
    tasks: network.tasks.with(index, task),
    columns: withTaskColumn(network.columns, index, task, network.projectClock),
    linkColumns: { ...network.linkColumns, lag },
  }
}

/** Marks the task and its neighbours. */
function mark(marks: Uint8Array, task: number, { starts, items }: LinkIndex, ends: Int32Array): void {
  marks[task] = 1
  const end = starts[task + 1] ?? 0
  for (let place = starts[task] ?? 0; place < end; place++) marks[ends[items[place] ?? 0] ?? 0] = 1
}
