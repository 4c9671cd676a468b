import { dateOf, timeOf } from '../calendar/local-date-time.ts'
import type { LocalDateTime } from '../calendar/local-date-time.ts'
import { compileLinks } from './compile-links.ts'
import { CHECK_EVERY } from './compiled-network.ts'
import type { CompiledNetwork, CompiledTask } from './compiled-network.ts'
import { linkColumns } from './link-columns.ts'
import { taskColumns } from './task-columns.ts'
import { indexLinks, linkOrder } from './link-order.ts'
import { checkIn } from '../computation/long-work.ts'
import type { LongWork } from '../computation/long-work.ts'
import { ScheduleRefusal } from './schedule-refusal.ts'
import type { NetworkTask, ScheduleNetwork, SchedulePolicy } from './schedule-network.ts'
import { instantOf, WorkClock } from './work-clock.ts'

/** The clock of a calendar by its name, null = the project's. */
type ClockOf = (calendar: string | null, task: string) => WorkClock

/** Parts of the work that are done when tasks, and then links, are compiled. */
const TASKS_SHARE = 0.4
const LINKS_SHARE = 0.7

/**
 * The network as arrays, checked and in the order of its links.
 *
 * @param firstOf see `compileLinks`
 * @throws ScheduleRefusal
 */
export function compileNetwork(
  network: ScheduleNetwork,
  policy: SchedulePolicy,
  firstOf: ((subtasks: readonly number[]) => number) | null,
  long: LongWork,
): CompiledNetwork {
  const indexOf = indexTasks(network.tasks)
  const parents = parentsOf(network.tasks, indexOf)
  const isSummary = new Uint8Array(network.tasks.length)
  for (const parent of parents) if (parent >= 0) isSummary[parent] = 1
  const clockOf = clocksOf(network)
  const projectClock = clockOf(null, '')
  const tasks = network.tasks.map((task, index) => {
    if (index % CHECK_EVERY === 0) checkIn(long, (index / network.tasks.length) * TASKS_SHARE)
    return compileTask(task, clockOf(task.calendar, task.id))
  })
  checkIn(long, TASKS_SHARE)
  const links = compileLinks(network.links, { indexOf, parents, isSummary }, firstOf)
  checkIn(long, LINKS_SHARE)
  const columns = linkColumns(links, tasks, policy, projectClock)
  const outgoing = indexLinks(tasks.length, columns.from)
  const ids = network.tasks.map(({ id }) => id)
  const projectStart = instant(network.projectStart)
  const statusDate = network.statusDate === null ? null : instant(network.statusDate)
  return {
    policy,
    projectClock,
    projectStart,
    statusDate,
    projectStartPoint: projectClock.pointAt(projectStart),
    statusPoint: statusDate === null ? -Infinity : projectClock.pointAt(statusDate),
    tasks,
    indexOf,
    parents,
    isSummary,
    columns: taskColumns(tasks, projectClock),
    links,
    linkColumns: columns,
    incoming: indexLinks(tasks.length, columns.to),
    outgoing,
    order: linkOrder(ids, isSummary, columns, outgoing),
    hasAlap: tasks.some(({ constraint }, index) => constraint === 'ALAP' && isSummary[index] === 0),
  }
}

/** @throws ScheduleRefusal `bad_duration` */
export function compileTask(source: NetworkTask, clock: WorkClock): CompiledTask {
  const { id, durationMinutes: duration, constraint, deadline, actualStart, actualFinish, manual } = source
  if (!Number.isFinite(duration) || duration < 0)
    throw new ScheduleRefusal('bad_duration', `${id} has the duration ${duration}`, [id])
  const progress = actualStart === null ? 0 : Math.min(1, Math.max(0, source.progress))
  return {
    source,
    clock,
    duration,
    remaining: actualFinish === null ? duration - Math.round(duration * progress) : 0,
    constraint: constraint.type,
    constraintAt: 'at' in constraint ? instant(constraint.at) : 0,
    deadline: deadline === null ? null : instant(deadline),
    actualStart: actualStart === null ? null : instant(actualStart),
    actualFinish: actualFinish === null ? null : instant(actualFinish),
    manual: manual === null ? null : { start: instant(manual.start), finish: instant(manual.finish) },
  }
}

function instant(moment: LocalDateTime): number {
  const time = timeOf(moment)
  return instantOf(dateOf(moment), Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
}

function indexTasks(tasks: readonly NetworkTask[]): Map<string, number> {
  const indexOf = new Map<string, number>()
  for (let index = 0; index < tasks.length; index++) {
    const { id } = tasks[index] as NetworkTask
    if (indexOf.has(id)) throw new ScheduleRefusal('duplicate_task', `two tasks have the id ${id}`, [id])
    indexOf.set(id, index)
  }
  return indexOf
}

function parentsOf(tasks: readonly NetworkTask[], indexOf: ReadonlyMap<string, number>): Int32Array {
  const parents = new Int32Array(tasks.length).fill(-1)
  for (let index = 0; index < tasks.length; index++) {
    const { id, parent } = tasks[index] as NetworkTask
    if (parent === null) continue
    const above = indexOf.get(parent)
    if (above === undefined)
      throw new ScheduleRefusal('unknown_task', `${id} has the parent ${parent}, which is not there`, [
        id,
        parent,
      ])
    parents[index] = above
  }
  const isSound = new Uint8Array(tasks.length)
  for (let task = 0; task < tasks.length; task++) {
    if ((parents[task] ?? -1) < 0) continue
    const path = new Set<number>()
    for (let at = task; at >= 0 && isSound[at] === 0; at = parents[at] ?? -1) {
      if (path.has(at)) {
        const id = tasks[at]?.id ?? ''
        throw new ScheduleRefusal('own_ancestor', `${id} is its own ancestor`, [id])
      }
      path.add(at)
    }
    for (const at of path) isSound[at] = 1
  }
  return parents
}

function clocksOf(network: ScheduleNetwork): ClockOf {
  const calendars = new Map(network.calendars.map((calendar) => [calendar.name, calendar]))
  const clocks = new Map<string, WorkClock>()
  return (calendar, task) => {
    const name = calendar ?? network.calendar
    const known = clocks.get(name)
    if (known !== undefined) return known
    const definition = calendars.get(name)
    if (definition === undefined)
      throw new ScheduleRefusal(
        'unknown_calendar',
        `no calendar is called ${name}`,
        task === '' ? [] : [task],
      )
    const clock = new WorkClock(definition, dateOf(network.projectStart))
    clocks.set(name, clock)
    return clock
  }
}
