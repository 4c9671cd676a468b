import type { LocalDateTime } from '../calendar/local-date-time.ts'
import type { Schedule } from './schedule.ts'
import type { NetworkLink } from './schedule-network.ts'
import { driverOf } from './scheduled-tasks.ts'
import type { Driver } from './scheduled-tasks.ts'
import { momentWriter } from './work-clock.ts'

/**
 * Why a task moved: `change` it is the changed task itself; `push` the link drives it now; `release` the
 * link drove it before and holds it no longer; `late-dates` it is as late as possible and its limit moved;
 * `subtasks` it is a summary; anything else is what drives it now.
 */
export type MoveCause =
  | { readonly by: 'change' | 'late-dates' }
  | { readonly by: 'push' | 'release'; readonly link: NetworkLink }
  | Exclude<Driver, { readonly by: 'link' }>

export interface MovedTask {
  readonly id: string
  readonly from: { readonly start: LocalDateTime; readonly finish: LocalDateTime }
  readonly to: { readonly start: LocalDateTime; readonly finish: LocalDateTime }
  readonly cause: MoveCause
}

/**
 * Tasks whose planned start or finish differs between two schedules of the same tasks, in their order.
 *
 * @param changed id of the task that was changed
 */
export function movedTasks(before: Schedule, after: Schedule, changed: string): MovedTask[] {
  const moved: MovedTask[] = []
  const momentOf = momentWriter()
  for (let task = 0; task < after.dates.start.length; task++) {
    const from = { start: before.dates.start[task] ?? 0, finish: before.dates.finish[task] ?? 0 }
    const to = { start: after.dates.start[task] ?? 0, finish: after.dates.finish[task] ?? 0 }
    if (from.start === to.start && from.finish === to.finish) continue
    moved.push({
      id: after.network.tasks[task]?.id ?? '',
      from: { start: momentOf(from.start), finish: momentOf(from.finish) },
      to: { start: momentOf(to.start), finish: momentOf(to.finish) },
      cause: causeOf(before, after, task, changed, to.start < from.start),
    })
  }
  return moved
}

function causeOf(
  before: Schedule,
  after: Schedule,
  task: number,
  changed: string,
  isEarlier: boolean,
): MoveCause {
  const source = after.network.tasks[task]
  if (source?.id === changed) return { by: 'change' }
  if (after.compiled.isSummary[task] === 1) return { by: 'subtasks' }
  if (source?.constraint.type === 'ALAP') return { by: 'late-dates' }
  if (isEarlier && before.dates.drivers[task] !== after.dates.drivers[task]) {
    const earlier = driverOf(before, task)
    if (earlier.by === 'link') return { by: 'release', link: earlier.link }
  }
  const now = driverOf(after, task)
  return now.by === 'link' ? { by: 'push', link: now.link } : now
}
