import type { CompiledLink, CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import type { WorkClock } from './work-clock.ts'

function lagOf(link: CompiledLink, from: CompiledTask): number {
  return link.isShare ? Math.round(link.amount * from.duration) : link.amount
}

function lagClock(network: CompiledNetwork, from: CompiledTask, to: CompiledTask): WorkClock {
  switch (network.policy.lagCalendar) {
    case 'successor':
      return to.clock
    case 'predecessor':
      return from.clock
    case 'project':
      return network.projectClock
  }
}

/** Is the link plain sums of points: one clock for both tasks and for the lag? */
function isOneClock(
  network: CompiledNetwork,
  link: CompiledLink,
  from: CompiledTask,
  to: CompiledTask,
): boolean {
  if (from.clock !== to.clock || link.isElapsed) return false
  return network.policy.lagCalendar !== 'project' || network.projectClock === to.clock
}

/** Earliest start that the link allows its successor, as an instant not yet moved into working time. */
export function earliestStartBy(
  network: CompiledNetwork,
  dates: PassDates,
  link: CompiledLink,
  usesLate: boolean,
): number {
  const from = network.tasks[link.from] as CompiledTask
  const to = network.tasks[link.to] as CompiledTask
  const isLate = usesLate && from.constraint === 'ALAP'
  const ofFinish = link.type === 'FS' || link.type === 'FF'
  const reached = isLate
    ? (ofFinish ? dates.lateFinish : dates.lateStart)[link.from]
    : (ofFinish ? dates.earlyFinish : dates.earlyStart)[link.from]
  const lag = lagOf(link, from)
  let at = reached ?? 0
  if (lag !== 0) at = link.isElapsed ? at + lag : lagClock(network, from, to).add(at, lag)
  return link.type === 'FS' || link.type === 'SS' ? at : to.clock.add(at, -to.remaining)
}

/** The same as a point of the successor's clock, which is enough where it is no milestone. */
export function earliestPointBy(
  network: CompiledNetwork,
  dates: PassDates,
  link: CompiledLink,
  usesLate: boolean,
): number {
  const from = network.tasks[link.from] as CompiledTask
  const to = network.tasks[link.to] as CompiledTask
  if ((usesLate && from.constraint === 'ALAP') || !isOneClock(network, link, from, to))
    return to.clock.pointAt(earliestStartBy(network, dates, link, usesLate))
  const ofFinish = link.type === 'FS' || link.type === 'FF'
  const reached = (ofFinish ? dates.earlyFinishPoint : dates.earlyStartPoint)[link.from] ?? 0
  const point = reached + lagOf(link, from)
  return link.type === 'FS' || link.type === 'SS' ? point : point - to.remaining
}

/** Where a successor begins and ends, as instants and as points of its own clock. */
export interface SuccessorDates {
  readonly start: Float64Array
  readonly finish: Float64Array
  readonly startPoint: Float64Array
  readonly finishPoint: Float64Array
}

/**
 * Latest finish of the predecessor that leaves its successor at the given dates, as a point of the
 * predecessor's clock. A start that has happened cannot be held up any more: no limit.
 */
export function latestPointBy(network: CompiledNetwork, link: CompiledLink, dates: SuccessorDates): number {
  const from = network.tasks[link.from] as CompiledTask
  const to = network.tasks[link.to] as CompiledTask
  const isOfStart = link.type === 'SS' || link.type === 'SF'
  if (isOfStart && from.actualStart !== null) return Infinity
  const duration = isOfStart ? from.duration : 0
  const toStart = link.type === 'FS' || link.type === 'SS'
  const lag = lagOf(link, from)
  if (isOneClock(network, link, from, to))
    return ((toStart ? dates.startPoint : dates.finishPoint)[link.to] ?? 0) - lag + duration
  // Of all instants of a gap the last: the predecessor's clock may have work in the successor's gap.
  const target = to.clock.next((toStart ? dates.start : dates.finish)[link.to] ?? 0)
  if (link.isElapsed) return from.clock.pointAt(target - lag) + duration
  if (lag === 0) return from.clock.pointAt(target) + duration
  const clock = lagClock(network, from, to)
  return from.clock.pointAt(clock.startAt(clock.pointAt(target) - lag)) + duration
}
