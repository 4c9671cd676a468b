import { addMinutes, diffMinutes } from '../calendar/local-date-time.ts'
import type { LocalDateTime } from '../calendar/local-date-time.ts'
import { addDays, weekdayOf } from '../calendar/date-arithmetic.ts'
import type { ScheduleCalendar } from './schedule-calendar.ts'
import type { NetworkLink, NetworkTask, ScheduleNetwork, SchedulePolicy } from './schedule-network.ts'

/** Half an hour: everything in a network that is asked here is a multiple of it. */
const TICK = 30
const TICKS_PER_DAY = 1440 / TICK
/** Days before and behind the project's start that the oracle knows. */
const DAYS_BEFORE = 150
const DAYS_BEHIND = 200

/** What the oracle says of a task that has no subtasks. */
export interface OracleTask {
  readonly earlyStart: LocalDateTime
  readonly earlyFinish: LocalDateTime
  readonly lateStart: LocalDateTime
  readonly lateFinish: LocalDateTime
  readonly totalSlackMinutes: number
  readonly freeSlackMinutes: number
}

/** Where a task lies, in ticks; `before` is the end of the work that lies before its start. */
interface Place {
  readonly start: number
  readonly finish: number
}

/**
 * Schedules a small network by trying: half hour by half hour a task is put later until all its links hold,
 * round and round until nothing moves, and then from the end earlier until they no longer would. It knows no
 * points, no order and no sums, and walks through the work of a calendar tick by tick.
 *
 * It knows links, lags, calendars, summaries, dated constraints by the policy `honour`, deadlines, both ways of
 * `beforeProjectStart`, whose calendar counts lags, and work that has begun; not ALAP, nor dates typed by hand.
 */
export function askOracle(network: ScheduleNetwork, policy: SchedulePolicy): ReadonlyMap<string, OracleTask> {
  const origin: LocalDateTime = `${addDays(network.projectStart.slice(0, 10), -DAYS_BEFORE)}T00:00`
  const tickOf = (moment: LocalDateTime): number => diffMinutes(origin, moment) / TICK
  const momentOf = (tick: number): LocalDateTime => addMinutes(origin, tick * TICK)
  const grids = new Map(network.calendars.map((one) => [one.name, gridOf(one, origin)]))
  const gridNamed = (name: string | null): boolean[] => grids.get(name ?? network.calendar) ?? []
  const parents = new Set(network.tasks.map(({ parent }) => parent))
  const leaves = network.tasks.filter(({ id }) => !parents.has(id))
  const projectStart = tickOf(network.projectStart)
  const status = network.statusDate === null ? -Infinity : tickOf(network.statusDate)
  const places = new Map<string, Place>()

  const isUnder = (task: NetworkTask, above: string): boolean => {
    for (let at: NetworkTask | undefined = task; at !== undefined;) {
      if (at.id === above) return true
      const parent: string | null = at.parent
      at = network.tasks.find(({ id }) => id === parent)
    }
    return false
  }
  const leavesOf = (id: string): NetworkTask[] => leaves.filter((leaf) => isUnder(leaf, id))
  const ticksOf = (minutes: number): number => minutes / TICK
  const done = (task: NetworkTask): number =>
    ticksOf(task.actualStart === null ? 0 : Math.round(task.durationMinutes * task.progress))
  const remaining = (task: NetworkTask): number => ticksOf(task.durationMinutes) - done(task)

  /** Where the link wants its successor to begin or to end when the predecessor lies there. */
  const asked = (link: NetworkLink, from: NetworkTask, to: NetworkTask, place: Place): number => {
    const at = link.type === 'FS' || link.type === 'FF' ? place.finish : place.start
    const { unit, amount } = link.lag
    if (unit === 'elapsed') return at + ticksOf(amount)
    const minutes = unit === 'working' ? amount : Math.round(amount * from.durationMinutes)
    if (unit === 'elapsed-percent') return at + ticksOf(minutes)
    const owner = { successor: to.calendar, predecessor: from.calendar, project: null }[policy.lagCalendar]
    return walk(gridNamed(owner), at, ticksOf(minutes))
  }
  /** Does the link hold with its ends there? A task is early enough when no work of its own lies between. */
  const holds = (link: NetworkLink, to: NetworkTask, place: Place, bound: number): boolean => {
    const at = link.type === 'FS' || link.type === 'SS' ? place.start : place.finish
    return to.durationMinutes === 0 ? at >= bound : !hasWork(gridNamed(to.calendar), at, bound)
  }
  const tailsOf = (link: NetworkLink): NetworkTask[] => {
    const all = leavesOf(link.from)
    if (all.length < 2 || link.type === 'FS' || link.type === 'FF') return all
    const startOf = (task: NetworkTask): number => places.get(task.id)?.start ?? 0
    return [all.reduce((first, task) => (startOf(task) < startOf(first) ? task : first))]
  }
  const incoming = (task: NetworkTask): NetworkLink[] => network.links.filter(({ to }) => isUnder(task, to))
  const outgoing = (task: NetworkTask): { link: NetworkLink; to: NetworkTask }[] =>
    network.links
      .filter((link) => tailsOf(link).includes(task))
      .flatMap((link) => leavesOf(link.to).map((to) => ({ link, to })))

  const earliest = (task: NetworkTask): Place => {
    const grid = gridNamed(task.calendar)
    const length = ticksOf(task.durationMinutes)
    if (task.actualFinish !== null) {
      const finish = tickOf(task.actualFinish)
      return {
        start: task.actualStart === null ? walk(grid, finish, -length) : tickOf(task.actualStart),
        finish,
      }
    }
    if (task.actualStart !== null) {
      const start = tickOf(task.actualStart)
      const resumed = walk(grid, start, done(task))
      const goesOn = remaining(task) > 0 && hasWork(grid, resumed, status) ? status : resumed
      return { start, finish: length === 0 ? start : walk(grid, goesOn, remaining(task)) }
    }
    const isHeld = incoming(task).length === 0 || policy.beforeProjectStart === 'clip'
    const links = incoming(task).flatMap((link) =>
      tailsOf(link).map((from) => ({
        link,
        bound: asked(link, from, task, places.get(from.id) as Place),
      })),
    )
    const { type } = task.constraint
    const date = 'at' in task.constraint ? tickOf(task.constraint.at) : 0
    const isEnough = (place: Place, hasLinks: boolean): boolean => {
      if (hasLinks) {
        if (place.start < status) return false
        if (!links.every(({ link, bound }) => holds(link, task, place, bound))) return false
      }
      if (type === 'SNET' || type === 'MSO') return place.start >= date
      if (type === 'FNET' || type === 'MFO') return !hasWork(grid, place.finish, date)
      return true
    }
    const first = (hasLinks: boolean): Place => {
      for (let start = hasLinks && isHeld ? projectStart : 0; start < grid.length; start++) {
        if (!isBeginning(grid, start, length)) continue
        const place = { start, finish: walk(grid, start, length) }
        if (isEnough(place, hasLinks)) return place
      }
      throw new RangeError(`the oracle knows no day late enough for ${task.id}`)
    }
    if (type === 'MSO' || type === 'MFO') return first(false)
    const linked = first(true)
    if (type !== 'SNLT' && type !== 'FNLT') return linked
    const latest = lastAllowed(grid, length, type, date)
    return latest.start < linked.start ? latest : linked
  }

  for (const task of leaves) places.set(task.id, { start: 0, finish: 0 })
  settle(leaves, places, earliest)
  const projectFinish = Math.max(projectStart, ...[...places.values()].map(({ finish }) => finish))
  const late = new Map<string, Place>()
  const latest = (task: NetworkTask): Place => {
    const early = places.get(task.id) as Place
    if (task.actualFinish !== null) return early
    const grid = gridNamed(task.calendar)
    const length = ticksOf(task.durationMinutes)
    const { type } = task.constraint
    const date = 'at' in task.constraint ? tickOf(task.constraint.at) : 0
    const waiting = outgoing(task).filter(({ to }) => to.actualFinish === null)
    const isFree = (place: Place): boolean =>
      waiting.every(({ link, to }) => {
        const isOfStart = link.type === 'SS' || link.type === 'SF'
        if (isOfStart && task.actualStart !== null) return true
        return holdsLate(link, to, late.get(to.id) as Place, asked(link, task, to, loose(grid, place)))
      })
    const isMet = (place: Place): boolean => {
      if (task.deadline !== null && hasWork(grid, tickOf(task.deadline), place.finish)) return false
      if (task.actualStart === null && (type === 'SNLT' || type === 'MSO'))
        return !hasWork(grid, date, place.start)
      if (type === 'FNLT' || type === 'MFO') return !hasWork(grid, date, place.finish)
      return true
    }
    const isFixed = type === 'MFO' || (type === 'MSO' && task.actualStart === null)
    const last = grid.length - 1
    for (let finish = last; finish >= 0; finish--) {
      const whole = task.actualStart === null ? length : remaining(task)
      if (!isEnding(grid, finish) || (!isFixed && hasWork(grid, projectFinish, finish))) continue
      const place = { start: walk(grid, finish, -whole), finish }
      if ((isFixed || isFree(place)) && isMet(place)) return place
    }
    throw new RangeError(`the oracle knows no day early enough for ${task.id}`)
  }
  /** In the late dates a milestone at the end of one day is as good as at the beginning of the next. */
  const holdsLate = (link: NetworkLink, to: NetworkTask, place: Place, bound: number): boolean => {
    const at = link.type === 'FS' || link.type === 'SS' ? place.start : place.finish
    return !hasWork(gridNamed(to.calendar), at, bound)
  }
  for (const task of leaves) late.set(task.id, { start: projectFinish, finish: projectFinish })
  settle(leaves, late, latest)

  const slackOf = (task: NetworkTask): number => {
    const early = places.get(task.id) as Place
    const last = late.get(task.id) as Place
    if (task.actualFinish !== null) return 0
    const ends = task.actualStart === null ? [early.start, last.start] : [early.finish, last.finish]
    return signedWork(gridNamed(task.calendar), ends[0] ?? 0, ends[1] ?? 0) * TICK
  }
  const freeOf = (task: NetworkTask): number => {
    if (task.actualFinish !== null) return 0
    const grid = gridNamed(task.calendar)
    const early = places.get(task.id) as Place
    const waiting = outgoing(task).filter(
      ({ link, to }) =>
        to.actualStart === null &&
        to.actualFinish === null &&
        !((link.type === 'SS' || link.type === 'SF') && task.actualStart !== null),
    )
    if (waiting.length === 0)
      return Math.max(0, signedWork(grid, early.finish, late.get(task.id)?.finish ?? 0) * TICK)
    const whole = task.actualStart === null ? ticksOf(task.durationMinutes) : remaining(task)
    let free = 0
    for (let finish = early.finish + 1; finish < grid.length; finish++) {
      if (!isEnding(grid, finish)) continue
      const place = { start: walk(grid, finish, -whole), finish }
      const isFree = waiting.every(({ link, to }) =>
        holdsLate(link, to, places.get(to.id) as Place, asked(link, task, to, loose(grid, place))),
      )
      if (!isFree) break
      free = signedWork(grid, early.finish, finish) * TICK
    }
    return free
  }
  return new Map(
    leaves.map((task) => {
      const early = places.get(task.id) as Place
      const last = late.get(task.id) as Place
      return [
        task.id,
        {
          earlyStart: momentOf(early.start),
          earlyFinish: momentOf(early.finish),
          lateStart: momentOf(task.actualStart === null ? last.start : early.start),
          lateFinish: momentOf(last.finish),
          totalSlackMinutes: slackOf(task),
          freeSlackMinutes: freeOf(task),
        },
      ]
    }),
  )
}

/** Puts every task where it is told, round and round until none moves. */
function settle(
  tasks: readonly NetworkTask[],
  places: Map<string, Place>,
  placeOf: (task: NetworkTask) => Place,
): void {
  for (let round = 0; round <= 2 * tasks.length + 2; round++) {
    let isStill = true
    for (const task of tasks) {
      const before = places.get(task.id)
      const place = placeOf(task)
      if (before?.start !== place.start || before.finish !== place.finish) isStill = false
      places.set(task.id, place)
    }
    if (isStill) return
  }
  throw new RangeError('the oracle does not come to rest')
}

const known = new WeakMap<ScheduleCalendar, { readonly origin: LocalDateTime; readonly grid: boolean[] }>()

/** Is work done in each tick since the origin? */
function gridOf(calendar: ScheduleCalendar, origin: LocalDateTime): boolean[] {
  const before = known.get(calendar)
  if (before?.origin === origin) return before.grid
  const grid = Array.from({ length: DAYS_BEFORE + DAYS_BEHIND }, (_unused, index) => {
    const date = addDays(origin.slice(0, 10), index)
    const day = calendar.exceptions.get(date) ?? calendar.week[weekdayOf(date)]
    return Array.from({ length: TICKS_PER_DAY }, (_tick, tick) =>
      day.some(({ from, to }) => from <= tick * TICK && tick * TICK < to),
    )
  }).flat()
  known.set(calendar, { origin, grid })
  return grid
}

/** The tick at the end of so many ticks of work from there; backwards at their beginning. */
function walk(grid: readonly boolean[], from: number, ticks: number): number {
  let at = from
  for (let left = Math.abs(ticks); left > 0;) {
    // What lies outside is as good as never: nothing is put there.
    if (at < 0 || at > grid.length) return at + Math.sign(ticks) * grid.length
    if (ticks > 0) {
      if (grid[at] === true) left--
      at++
    } else {
      at--
      if (grid[at] === true) left--
    }
  }
  return at
}

function workBetween(grid: readonly boolean[], from: number, to: number): number {
  let work = 0
  for (let tick = Math.max(0, from); tick < Math.min(grid.length, to); tick++) if (grid[tick] === true) work++
  return work
}

/** Is there any work between the two? */
function hasWork(grid: readonly boolean[], from: number, to: number): boolean {
  for (let tick = Math.max(0, from); tick < Math.min(grid.length, to); tick++)
    if (grid[tick] === true) return true
  return false
}

function signedWork(grid: readonly boolean[], from: number, to: number): number {
  return workBetween(grid, from, to) - workBetween(grid, to, from)
}

/**
 * In the late dates a task that begins in the morning is taken to begin at the end of the work before: a lag that
 * does not run through its own calendar may end within the gap between the two.
 */
function loose(grid: readonly boolean[], place: Place): Place {
  let start = place.start
  while (start > 0 && grid[start - 1] !== true) start--
  return { ...place, start }
}

/** May a task of that length begin there: where work is, a milestone also where work has just ended. */
function isBeginning(grid: readonly boolean[], tick: number, length: number): boolean {
  return grid[tick] === true || (length === 0 && grid[tick - 1] === true)
}

/** May it end there: where work has just been. */
function isEnding(grid: readonly boolean[], tick: number): boolean {
  return grid[tick - 1] === true
}

/** The place that a date of the kinds "no later than" allows a task that would lie later. */
function lastAllowed(grid: readonly boolean[], length: number, type: 'SNLT' | 'FNLT', date: number): Place {
  if (type === 'SNLT') {
    let start = date
    while (!isBeginning(grid, start, length)) start++
    return { start, finish: walk(grid, start, length) }
  }
  let finish = date
  while (!isEnding(grid, finish)) finish--
  return { start: length === 0 ? finish : walk(grid, finish, -length), finish }
}
