import { DRIVEN_BY } from './compiled-network.ts'
import type { CompiledLink, CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import { earliestPointBy, earliestStartBy } from './link-dates.ts'

/** Early dates of every task; for `usesLate` see `forwardTask`. */
export function forwardPass(network: CompiledNetwork, dates: PassDates, usesLate: boolean): void {
  for (const task of network.order) forwardTask(network, dates, task, usesLate)
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
  const task = network.tasks[index] as CompiledTask
  const beforeStart = dates.earlyStart[index]
  const beforeFinish = dates.earlyFinish[index]
  dates.isClipped[index] = 0
  if (task.manual !== null) fixed(dates, index, task, DRIVEN_BY.manual, task.manual)
  else if (task.actualFinish !== null) {
    const start = task.actualStart ?? task.clock.add(task.actualFinish, -task.duration)
    fixed(dates, index, task, DRIVEN_BY.actual, { start, finish: task.actualFinish })
  } else if (task.actualStart !== null) started(network, dates, index, task, usesLate)
  else if (task.duration === 0) milestone(network, dates, index, task, usesLate)
  else unstarted(network, dates, index, task, usesLate)
  return dates.earlyStart[index] !== beforeStart || dates.earlyFinish[index] !== beforeFinish
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

/**
 * The latest of what the incoming links ask for, −Infinity without links; `dates.drivers` gets the first
 * link that asks for it.
 */
function boundByLinks(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  usesLate: boolean,
  askedBy: typeof earliestStartBy,
): number {
  const { starts, items } = network.incoming
  const end = starts[index + 1] ?? 0
  let at = -Infinity
  for (let place = starts[index] ?? 0; place < end; place++) {
    const number = items[place] ?? 0
    const asked = askedBy(network, dates, network.links[number] as CompiledLink, usesLate)
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
  statusDate: number | null,
): number {
  let at = bound
  if (at === -Infinity || (at < projectStart && network.policy.beforeProjectStart === 'clip')) {
    dates.isClipped[index] = at === -Infinity ? 0 : 1
    at = projectStart
    dates.drivers[index] = DRIVEN_BY.projectStart
  }
  if (statusDate !== null && at < statusDate) {
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
  const bound = boundByLinks(network, dates, index, usesLate, earliestPointBy)
  const status = statusDate === null ? null : clock.pointAt(statusDate)
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
  const bound = boundByLinks(network, dates, index, usesLate, earliestStartBy)
  const at = lifted(network, dates, index, bound, network.projectStart, network.statusDate)
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
    const bound = boundByLinks(network, dates, index, usesLate, earliestPointBy)
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
