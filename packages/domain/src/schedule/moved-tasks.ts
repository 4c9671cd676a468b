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
  const changedIndex = after.compiled.indexOf.get(changed) ?? -1
  const { start: startBefore, finish: finishBefore } = before.dates
  const { start: startAfter, finish: finishAfter } = after.dates
  for (let task = 0; task < startAfter.length; task++) {
    const oldStart = startBefore[task] ?? 0
    const oldFinish = finishBefore[task] ?? 0
    const start = startAfter[task] ?? 0
    const finish = finishAfter[task] ?? 0
    if (oldStart === start && oldFinish === finish) continue
    moved.push({
      id: after.network.tasks[task]?.id ?? '',
      from: { start: momentOf(oldStart), finish: momentOf(oldFinish) },
      to: { start: momentOf(start), finish: momentOf(finish) },
      cause: task === changedIndex ? { by: 'change' } : causeOf(before, after, task, start < oldStart),
    })
  }
  return moved
}

function causeOf(before: Schedule, after: Schedule, task: number, isEarlier: boolean): MoveCause {
  if (after.compiled.isSummary[task] === 1) return { by: 'subtasks' }
  if (after.compiled.hasAlap && after.compiled.tasks[task]?.constraint === 'ALAP') return { by: 'late-dates' }
  const driver = after.dates.drivers[task] ?? 0
  if (isEarlier && before.dates.drivers[task] !== driver) {
    const earlier = driverOf(before, task)
    if (earlier.by === 'link') return { by: 'release', link: earlier.link }
  }
  const now = driverOf(after, task)
  return now.by === 'link' ? { by: 'push', link: now.link } : now
}
