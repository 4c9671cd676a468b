import type { Schedule } from './schedule.ts'

/**
 * The ids of the tasks that decide the project's finish, from the first to the last: the task that ends with
 * the project, the one whose link drives it, and so on back to a task that no link drives. Of several tasks
 * that end with the project it is the one with the least slack, and of those the first of the list.
 *
 * Every unfinished task with no slack is critical (`ScheduledTask.isCritical`), whether it is on this path or
 * on another as long. Empty without tasks.
 */
export function criticalPath({ network, compiled, dates }: Schedule): string[] {
  let at = -1
  for (let task = 0; task < dates.finish.length; task++) {
    if (compiled.isSummary[task] === 1) continue
    const finish = dates.finish[task] ?? 0
    const last = dates.finish[at < 0 ? task : at] ?? 0
    const isLess = (dates.totalSlack[task] ?? 0) < (dates.totalSlack[at < 0 ? task : at] ?? 0)
    if (at < 0 || finish > last || (finish === last && isLess)) at = task
  }
  const path: string[] = []
  while (at >= 0) {
    path.push(network.tasks[at]?.id ?? '')
    const driver = dates.drivers[at] ?? -1
    at = driver < 0 ? -1 : (compiled.linkColumns.from[driver] ?? -1)
  }
  return path.reverse()
}
