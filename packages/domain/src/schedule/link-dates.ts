import { LINK_FROM_FINISH, LINK_IS_PLAIN, LINK_TO_FINISH, NOT_BEGUN } from './compiled-network.ts'
import type { CompiledLink, CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import { lagMinutes } from './link-columns.ts'
import type { WorkClock } from './work-clock.ts'

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
  const lag = lagMinutes(link, from)
  let at = reached ?? 0
  if (lag !== 0) at = link.isElapsed ? at + lag : lagClock(network, from, to).add(at, lag)
  return link.type === 'FS' || link.type === 'SS' ? at : to.clock.add(at, -to.remaining)
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
 * predecessor's clock, by a link that is not plain. A start that has happened cannot be held up any more:
 * no limit.
 */
function latestPointBy(network: CompiledNetwork, link: CompiledLink, dates: SuccessorDates): number {
  const from = network.tasks[link.from] as CompiledTask
  const to = network.tasks[link.to] as CompiledTask
  const isOfStart = link.type === 'SS' || link.type === 'SF'
  if (isOfStart && from.actualStart !== null) return Infinity
  const duration = isOfStart ? from.duration : 0
  const toStart = link.type === 'FS' || link.type === 'SS'
  const lag = lagMinutes(link, from)
  // Of all instants of a gap the last: the predecessor's clock may have work in the successor's gap.
  const target = to.clock.next((toStart ? dates.start : dates.finish)[link.to] ?? 0)
  if (link.isElapsed) return from.clock.pointAt(target - lag) + duration
  if (lag === 0) return from.clock.pointAt(target) + duration
  const clock = lagClock(network, from, to)
  return from.clock.pointAt(clock.startAt(clock.pointAt(target) - lag)) + duration
}

/**
 * Latest finish of a task that leaves all its successors at the given dates, as a point of its clock;
 * Infinity when nobody waits for it.
 *
 * @param settledFrom successors whose state is this or a later one are not waiting any more
 */
export function latestPointOf(
  network: CompiledNetwork,
  index: number,
  settledFrom: number,
  dates: SuccessorDates,
): number {
  const { starts, items } = network.outgoing
  const { to, kind, lag } = network.linkColumns
  const { state, duration } = network.columns
  const { startPoint, finishPoint } = dates
  const end = starts[index + 1] ?? 0
  let limit = Infinity
  for (let place = starts[index] ?? 0; place < end; place++) {
    const number = items[place] ?? 0
    const successor = to[number] ?? 0
    if ((state[successor] ?? 0) >= settledFrom) continue
    const bits = kind[number] ?? 0
    let point: number
    if ((bits & LINK_IS_PLAIN) === 0)
      point = latestPointBy(network, network.links[number] as CompiledLink, dates)
    else {
      point =
        ((bits & LINK_TO_FINISH) === 0 ? (startPoint[successor] ?? 0) : (finishPoint[successor] ?? 0)) -
        (lag[number] ?? 0)
      if ((bits & LINK_FROM_FINISH) === 0)
        point = state[index] === NOT_BEGUN ? point + (duration[index] ?? 0) : Infinity
    }
    if (point < limit) limit = point
  }
  return limit
}

function earliestPointBy(
  network: CompiledNetwork,
  dates: PassDates,
  link: CompiledLink,
  usesLate: boolean,
): number {
  const { clock } = network.tasks[link.to] as CompiledTask
  return clock.pointAt(earliestStartBy(network, dates, link, usesLate))
}

/**
 * The latest point of the successor's clock that its links ask its start for, −Infinity without links;
 * `dates.drivers` gets the first link that asks for it. Enough where the successor is no milestone.
 *
 * @param usesLate see `forwardTask`
 */
export function earliestPointOf(
  network: CompiledNetwork,
  dates: PassDates,
  index: number,
  usesLate: boolean,
): number {
  const { starts, items } = network.incoming
  const { from, kind, lag } = network.linkColumns
  const { earlyStartPoint, earlyFinishPoint } = dates
  const remaining = network.columns.remaining[index] ?? 0
  const end = starts[index + 1] ?? 0
  let latest = -Infinity
  for (let place = starts[index] ?? 0; place < end; place++) {
    const number = items[place] ?? 0
    const bits = kind[number] ?? 0
    let point: number
    if (usesLate || (bits & LINK_IS_PLAIN) === 0)
      point = earliestPointBy(network, dates, network.links[number] as CompiledLink, usesLate)
    else {
      const before = from[number] ?? 0
      point =
        ((bits & LINK_FROM_FINISH) === 0 ? (earlyStartPoint[before] ?? 0) : (earlyFinishPoint[before] ?? 0)) +
        (lag[number] ?? 0)
      if ((bits & LINK_TO_FINISH) !== 0) point -= remaining
    }
    if (point > latest) {
      latest = point
      dates.drivers[index] = number
    }
  }
  return latest
}
