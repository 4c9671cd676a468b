import type { LocalDateTime } from '../calendar/local-date-time.ts'
import { DRIVEN_BY, FINISHED } from './compiled-network.ts'
import type { Schedule } from './schedule.ts'
import type { NetworkLink } from './schedule-network.ts'
import { momentWriter } from './work-clock.ts'

/** What decides a task's start. */
export type Driver =
  | { readonly by: 'link'; readonly link: NetworkLink }
  | { readonly by: 'project-start' | 'constraint' | 'actual' | 'manual' | 'status-date' | 'subtasks' }

/** A task with its dates; slack in working minutes of its calendar. */
export interface ScheduledTask {
  readonly id: string
  readonly start: LocalDateTime
  readonly finish: LocalDateTime
  readonly earlyStart: LocalDateTime
  readonly earlyFinish: LocalDateTime
  readonly lateStart: LocalDateTime
  readonly lateFinish: LocalDateTime
  readonly totalSlackMinutes: number
  readonly freeSlackMinutes: number
  readonly isCritical: boolean
  readonly isSummary: boolean
  readonly isMilestone: boolean
  readonly driver: Driver
}

/** Every task with its dates, in the order of the network. */
export function scheduledTasks(schedule: Schedule): ScheduledTask[] {
  const momentOf = momentWriter()
  const critical = criticalTasks(schedule)
  return schedule.network.tasks.map((_task, index) =>
    scheduledTask(schedule, index, critical[index] === 1, momentOf),
  )
}

/** 1 = not finished and with no more slack than the policy says; a summary when one of its subtasks is. */
function criticalTasks({ compiled, dates }: Schedule): Uint8Array {
  const { order, parents, columns, policy } = compiled
  const critical = new Uint8Array(parents.length)
  for (const leaf of order) {
    if (columns.state[leaf] === FINISHED) continue
    if ((dates.totalSlack[leaf] ?? 0) > policy.criticalSlackMinutes) continue
    for (let above = leaf; above >= 0; above = parents[above] ?? -1) critical[above] = 1
  }
  return critical
}

function scheduledTask(
  schedule: Schedule,
  index: number,
  isCritical: boolean,
  momentOf: (instant: number) => LocalDateTime,
): ScheduledTask {
  const { network, compiled, dates } = schedule
  const isSummary = compiled.isSummary[index] === 1
  return {
    id: network.tasks[index]?.id ?? '',
    start: momentOf(dates.start[index] ?? 0),
    finish: momentOf(dates.finish[index] ?? 0),
    earlyStart: momentOf(dates.earlyStart[index] ?? 0),
    earlyFinish: momentOf(dates.earlyFinish[index] ?? 0),
    lateStart: momentOf(dates.lateStart[index] ?? 0),
    lateFinish: momentOf(dates.lateFinish[index] ?? 0),
    totalSlackMinutes: dates.totalSlack[index] ?? 0,
    freeSlackMinutes: dates.freeSlack[index] ?? 0,
    isCritical,
    isSummary,
    isMilestone: !isSummary && compiled.tasks[index]?.duration === 0,
    driver: driverOf(schedule, index),
  }
}

/** What decides the start of the task with that index. */
export function driverOf({ network, compiled, dates }: Schedule, index: number): Driver {
  if (compiled.isSummary[index] === 1) return { by: 'subtasks' }
  const driver = dates.drivers[index] ?? 0
  if (driver >= 0)
    return { by: 'link', link: network.links[compiled.linkColumns.source[driver] ?? 0] as NetworkLink }
  switch (driver) {
    case DRIVEN_BY.constraint:
      return { by: 'constraint' }
    case DRIVEN_BY.actual:
      return { by: 'actual' }
    case DRIVEN_BY.manual:
      return { by: 'manual' }
    case DRIVEN_BY.statusDate:
      return { by: 'status-date' }
    default:
      return { by: 'project-start' }
  }
}
