import { CHECK_EVERY, DRIVEN_BY } from './compiled-network.ts'
import type { CompiledLink, CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import { earliestPointOf, earliestStartBy } from './link-dates.ts'
import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'

/** Early dates of every task; for `usesLate` see `forwardTask`. */
export function forwardPass(
  network: CompiledNetwork,
  dates: PassDates,
  usesLate: boolean,
  long: LongWork,
): void {
  const { order } = network
  for (let place = 0; place < order.length; place++) {
    if (place % CHECK_EVERY === 0) checkIn(long, place / order.length)
    forwardTask(network, dates, order[place] ?? 0, usesLate)
  }
}

/**
 * Early dates of one task from those of its predecessors.
 *
 * @param usesLate predecessors that start as late as possible count with their late dates
 * @returns whether the dates are other than before
 */
export function forwardTask(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  usesLate: boolean,
): boolean {
  const beforeStart = dates.earlyStart[index]
  const beforeFinish = dates.earlyFinish[index]
  dates.isClipped[index] = 0
  if (network.columns.isSimple[index] === 1) simple(network, dates, index, usesLate)
  else special(network, dates, index, usesLate)
  return dates.earlyStart[index] !== beforeStart || dates.earlyFinish[index] !== beforeFinish
}

function simple(network: CompiledNetwork, dates: PassDates, index: number, usesLate: boolean): void {
  const clock = network.projectClock
  const bound = earliestPointOf(network, dates, index, usesLate)
  const start = lifted(network, dates, index, bound, network.projectStartPoint, network.statusPoint)
  const finish = start + (network.columns.duration[index] ?? 0)
  dates.earlyStartPoint[index] = start
  dates.earlyFinishPoint[index] = finish
  dates.earlyStart[index] = clock.startAt(start)
  dates.earlyFinish[index] = clock.finishAt(finish)
}

function special(network: CompiledNetwork, dates: PassDates, index: number, usesLate: boolean): void {
  const task = network.tasks[index] as CompiledTask
  if (task.manual !== null) fixed(dates, index, task, DRIVEN_BY.manual, task.manual)
  else if (task.actualFinish !== null) {
    const start = task.actualStart ?? task.clock.add(task.actualFinish, -task.duration)
    fixed(dates, index, task, DRIVEN_BY.actual, { start, finish: task.actualFinish })
  } else if (task.actualStart !== null) started(network, dates, index, task, usesLate)
  else if (task.duration === 0) milestone(network, dates, index, task, usesLate)
  else unstarted(network, dates, index, task, usesLate)
}

function fixed(
  dates: PassDates,
  index: number,
  { clock }: CompiledTask,
  driver: number,
  { start, finish }: { readonly start: number; readonly finish: number },
): void {
  dates.drivers[index] = driver
  dates.earlyStart[index] = start
  dates.earlyFinish[index] = finish
  dates.earlyStartPoint[index] = clock.pointAt(start)
  dates.earlyFinishPoint[index] = clock.pointAt(finish)
}

/** The same as `earliestPointOf` as an instant, which a milestone needs: it tells 17:00 from 08:00. */
function earliestInstantOf(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  usesLate: boolean,
): number {
  const { starts, items } = network.incoming
  const end = starts[index + 1] ?? 0
  let at = -Infinity
  for (let place = starts[index] ?? 0; place < end; place++) {
    const number = items[place] ?? 0
    const asked = earliestStartBy(network, dates, network.links[number] as CompiledLink, usesLate)
    if (asked > at) {
      at = asked
      dates.drivers[index] = number
    }
  }
  return at
}

/** The bound, not before the project's start nor the status date: all three points, or all instants. */
function lifted(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  bound: number,
  projectStart: number,
  statusDate: number,
): number {
  let at = bound
  if (at === -Infinity || (at < projectStart && network.policy.beforeProjectStart === 'clip')) {
    dates.isClipped[index] = at === -Infinity ? 0 : 1
    at = projectStart
    dates.drivers[index] = DRIVEN_BY.projectStart
  }
  if (at < statusDate) {
    at = statusDate
    dates.drivers[index] = DRIVEN_BY.statusDate
  }
  return at
}

function unstarted(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  task: CompiledTask,
  usesLate: boolean,
): void {
  const { clock, duration, constraint } = task
  const { projectStart, statusDate } = network
  const bound = earliestPointOf(network, dates, index, usesLate)
  const status = statusDate === null ? -Infinity : clock.pointAt(statusDate)
  let point = lifted(network, dates, index, bound, clock.pointAt(projectStart), status)
  let start = clock.startAt(point)
  if (constraint !== 'ASAP' && constraint !== 'ALAP') {
    const linked = start
    start = constrained(network, task, linked)
    if (start !== linked) dates.drivers[index] = DRIVEN_BY.constraint
    point = clock.pointAt(start)
  }
  dates.earlyStart[index] = start
  dates.earlyStartPoint[index] = point
  dates.earlyFinish[index] = clock.finishAt(point + duration)
  dates.earlyFinishPoint[index] = point + duration
}

function milestone(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  task: CompiledTask,
  usesLate: boolean,
): void {
  const bound = earliestInstantOf(network, dates, index, usesLate)
  const at = lifted(network, dates, index, bound, network.projectStart, network.statusDate ?? -Infinity)
  const linked = intoWork(task, at)
  const start = constrained(network, task, linked)
  const driver = start === linked ? (dates.drivers[index] ?? 0) : DRIVEN_BY.constraint
  fixed(dates, index, task, driver, { start, finish: start })
}

/** A milestone may stand at the end of work, anything else begins with the work that follows. */
function intoWork({ clock, duration }: CompiledTask, at: number): number {
  const point = clock.pointAt(at)
  return duration === 0 && clock.finishAt(point) === at ? at : clock.startAt(point)
}

/** The start after the task's constraint. */
function constrained(network: CompiledNetwork, task: CompiledTask, start: number): number {
  const { constraint, constraintAt, clock, duration } = task
  if (constraint === 'ASAP' || constraint === 'ALAP') return start
  const isOfFinish = constraint === 'FNET' || constraint === 'FNLT' || constraint === 'MFO'
  const date = intoWork(task, isOfFinish ? clock.add(clock.previous(constraintAt), -duration) : constraintAt)
  const isHonoured = network.policy.dateConstraints === 'honour'
  switch (constraint) {
    case 'SNET':
    case 'FNET':
      return Math.max(start, date)
    case 'SNLT':
    case 'FNLT':
      return isHonoured ? Math.min(start, date) : start
    case 'MSO':
    case 'MFO':
      return isHonoured ? date : Math.max(start, date)
  }
}

function started(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  task: CompiledTask,
  usesLate: boolean,
): void {
  const { clock, duration, remaining } = task
  const start = task.actualStart ?? 0
  let driver: number = DRIVEN_BY.actual
  let resume = clock.pointAt(start) + duration - remaining
  if (network.statusDate !== null && remaining > 0) {
    const status = clock.pointAt(network.statusDate)
    if (status > resume) driver = DRIVEN_BY.statusDate
    resume = Math.max(resume, status)
  }
  if (network.policy.outOfSequence === 'retained' && remaining > 0) {
    const bound = earliestPointOf(network, dates, index, usesLate)
    if (bound > resume) driver = dates.drivers[index] ?? 0
    resume = Math.max(resume, bound)
  }
  let finish = duration === 0 ? start : clock.finishAt(resume + remaining)
  if (task.constraint === 'FNET' && finish < task.constraintAt) {
    finish = clock.previous(task.constraintAt)
    driver = DRIVEN_BY.constraint
  }
  fixed(dates, index, task, driver, { start, finish })
}
