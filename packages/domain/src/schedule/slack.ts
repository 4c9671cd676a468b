import { BEGUN, FINISHED } from './compiled-network.ts'
import type { CompiledNetwork, CompiledTask, PassDates } from './compiled-network.ts'
import { latestPointOf } from './link-dates.ts'

/**
 * Working minutes by which the task can slip without moving the project's finish; negative when a date
 * cannot be met. Of a task that has begun, by its finish; 0 when it is finished.
 */
export function totalSlackOf(task: CompiledTask, dates: PassDates, index: number): number {
  if (task.actualFinish !== null) return 0
  if (task.actualStart !== null || task.manual !== null)
    return (dates.lateFinishPoint[index] ?? 0) - (dates.earlyFinishPoint[index] ?? 0)
  return (dates.lateResumePoint[index] ?? 0) - (dates.earlyStartPoint[index] ?? 0)
}

/**
 * Working minutes by which the task can slip without moving any other; never negative. Behind an SF or FF
 * link it may reach past the project's finish. Of a task that nobody waits for, its total slack.
 */
export function freeSlackOf(network: CompiledNetwork, dates: PassDates, index: number): number {
  if (network.columns.state[index] === FINISHED) return 0
  // What has begun is not moved any more.
  let limit = latestPointOf(network, index, BEGUN, {
    start: dates.earlyStart,
    finish: dates.earlyFinish,
    startPoint: dates.earlyStartPoint,
    finishPoint: dates.earlyFinishPoint,
  })
  if (limit === Infinity) limit = dates.lateFinishPoint[index] ?? 0
  return Math.max(0, limit - (dates.earlyFinishPoint[index] ?? 0))
}
