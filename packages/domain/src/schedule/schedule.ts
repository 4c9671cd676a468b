import { checkIn, partOfWork } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import { backwardPass } from './backward-pass.ts'
import { compileNetwork } from './compile-network.ts'
import { CHECK_EVERY, emptyDates } from './compiled-network.ts'
import type { CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import { forwardPass } from './forward-pass.ts'
import { rollUp } from './roll-up.ts'
import { DEFAULT_SCHEDULE_POLICY } from './schedule-network.ts'
import type { ScheduleNetwork, SchedulePolicy } from './schedule-network.ts'
import { freeSlackOf, totalSlackOf } from './slack.ts'

/** Instants and working minutes by task, in the order of the network's tasks. */
export interface ScheduleDates extends PassDates {
  /** Planned start: the early one, of a task as late as possible the late one. */
  readonly start: Float64Array
  readonly finish: Float64Array
  readonly totalSlack: Float64Array
  readonly freeSlack: Float64Array
}

/** A computed network; `scheduledTasks` gives it as dates, `reschedule` computes it anew after a change. */
export interface Schedule {
  readonly network: ScheduleNetwork
  readonly compiled: CompiledNetwork
  readonly dates: ScheduleDates
  /** Last early finish, an instant; the project's start when there are no tasks. */
  readonly projectFinish: number
}

/**
 * Critical path method with calendars, constraints and progress (docs/domain/schedule.md).
 *
 * @param long asked every few thousand tasks whether to go on
 * @throws ScheduleRefusal a loop, an unknown task, a calendar without work …
 * @throws Cancelled
 */
export function schedule(
  network: ScheduleNetwork,
  policy: SchedulePolicy = DEFAULT_SCHEDULE_POLICY,
  long: LongWork = {},
): Schedule {
  let compiled = compileNetwork(network, policy, null, partOfWork(long, 0, 0.3))
  const dates = emptySchedule(network.tasks.length)
  forwardPass(compiled, dates, false, partOfWork(long, 0.3, 0.45))
  if (startsFromSummary(network, compiled))
    compiled = linkSummaryStarts(network, policy, dates, partOfWork(long, 0.45, 0.7))
  const projectFinish = latestFinish(compiled, dates)
  backwardPass(compiled, dates, projectFinish, partOfWork(long, 0.7, 0.8))
  if (compiled.hasAlap && policy.alap === 'total')
    forwardPass(compiled, dates, true, partOfWork(long, 0.8, 0.9))
  settleAll(compiled, dates, partOfWork(long, 0.9, 1))
  rollUp(compiled, dates)
  return { network, compiled, dates, projectFinish }
}

/** Rounds in which the earliest subtasks are looked for; two are enough but for links among them. */
const MOST_ROUNDS = 8

/**
 * The early dates with the links from the starts of summaries. Which subtask is the earliest shows only when
 * they are scheduled, and may be another once those links push them: again, until it stays.
 */
function linkSummaryStarts(
  network: ScheduleNetwork,
  policy: SchedulePolicy,
  dates: ScheduleDates,
  long: LongWork,
): CompiledNetwork {
  for (let round = 1; ; round++) {
    const part = partOfWork(long, 1 - 1 / round, 1 - 1 / (round + 1))
    const starts = dates.earlyStart.slice()
    const chosen: { readonly first: number; readonly all: readonly number[] }[] = []
    const firstOf = (all: readonly number[]): number => {
      const first = all.reduce((least, task) => ((starts[task] ?? 0) < (starts[least] ?? 0) ? task : least))
      chosen.push({ first, all })
      return first
    }
    const compiled = compileNetwork(network, policy, firstOf, partOfWork(part, 0, 0.6))
    forwardPass(compiled, dates, false, partOfWork(part, 0.6, 1))
    const isSettled = chosen.every(({ first, all }) =>
      all.every((task) => (dates.earlyStart[task] ?? 0) >= (dates.earlyStart[first] ?? 0)),
    )
    if (isSettled || round === MOST_ROUNDS) return compiled
  }
}

/** Slack and planned dates of every task. */
export function settleAll(compiled: CompiledNetwork, dates: ScheduleDates, long: LongWork): void {
  const { order } = compiled
  for (let place = 0; place < order.length; place++) {
    if (place % CHECK_EVERY === 0) checkIn(long, place / order.length)
    settle(compiled, dates, order[place] ?? 0)
  }
}

/** The last early finish; the project's start of a network without tasks. */
export function latestFinish(compiled: CompiledNetwork, dates: PassDates): number {
  if (compiled.order.length === 0) return compiled.projectStart
  let latest = -Infinity
  for (const task of compiled.order) latest = Math.max(latest, dates.earlyFinish[task] ?? 0)
  return latest
}

/** Slack and planned dates of one task, from its early and late dates. */
export function settle(compiled: CompiledNetwork, dates: ScheduleDates, index: number): void {
  if (compiled.columns.isSimple[index] === 1) {
    dates.totalSlack[index] = (dates.lateResumePoint[index] ?? 0) - (dates.earlyStartPoint[index] ?? 0)
    dates.freeSlack[index] = freeSlackOf(compiled, dates, index)
    dates.start[index] = dates.earlyStart[index] ?? 0
    dates.finish[index] = dates.earlyFinish[index] ?? 0
    return
  }
  const task = compiled.tasks[index] as CompiledTask
  const total = totalSlackOf(task, dates, index)
  const free = freeSlackOf(compiled, dates, index)
  dates.totalSlack[index] = total
  dates.freeSlack[index] = free
  let start = dates.earlyStart[index] ?? 0
  let finish = dates.earlyFinish[index] ?? 0
  if (task.constraint === 'ALAP' && task.actualStart === null && task.manual === null) {
    if (compiled.policy.alap === 'total') {
      start = dates.lateStart[index] ?? 0
      finish = dates.lateFinish[index] ?? 0
    } else if (free > 0) {
      const point = task.clock.pointAt(start) + free
      start = task.duration === 0 ? task.clock.finishAt(point) : task.clock.startAt(point)
      finish = task.clock.add(start, task.duration)
    }
  }
  dates.start[index] = start
  dates.finish[index] = finish
}

/** The same values in arrays of their own. */
export function copyDates(dates: ScheduleDates): ScheduleDates {
  return {
    earlyStart: dates.earlyStart.slice(),
    earlyFinish: dates.earlyFinish.slice(),
    lateStart: dates.lateStart.slice(),
    lateFinish: dates.lateFinish.slice(),
    lateResume: dates.lateResume.slice(),
    earlyStartPoint: dates.earlyStartPoint.slice(),
    earlyFinishPoint: dates.earlyFinishPoint.slice(),
    lateResumePoint: dates.lateResumePoint.slice(),
    lateFinishPoint: dates.lateFinishPoint.slice(),
    drivers: dates.drivers.slice(),
    isClipped: dates.isClipped.slice(),
    start: dates.start.slice(),
    finish: dates.finish.slice(),
    totalSlack: dates.totalSlack.slice(),
    freeSlack: dates.freeSlack.slice(),
  }
}

function emptySchedule(tasks: number): ScheduleDates {
  return {
    ...emptyDates(tasks),
    start: new Float64Array(tasks),
    finish: new Float64Array(tasks),
    totalSlack: new Float64Array(tasks),
    freeSlack: new Float64Array(tasks),
  }
}

/** Does a link lead from the start of a summary, that is of whichever subtask is earliest? */
export function startsFromSummary(
  network: ScheduleNetwork,
  { indexOf, isSummary }: CompiledNetwork,
): boolean {
  if (!isSummary.includes(1)) return false
  return network.links.some(
    ({ from, type }) => (type === 'SS' || type === 'SF') && isSummary[indexOf.get(from) ?? 0] === 1,
  )
}
