import type { CompiledNetwork } from './compiled-network.ts'
import type { ScheduleDates } from './schedule.ts'

/** Dates of the summaries from their subtasks': from the first start to the last finish, with the least slack. */
export function rollUp(network: CompiledNetwork, schedule: ScheduleDates): void {
  const { isSummary, parents, order } = network
  if (!isSummary.includes(1)) return
  const { start, finish, earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack } = schedule
  const least = [start, earlyStart, lateStart, totalSlack, freeSlack]
  const most = [finish, earlyFinish, lateFinish]
  for (let task = 0; task < parents.length; task++) {
    if (isSummary[task] === 0) continue
    for (const values of least) values[task] = Infinity
    for (const values of most) values[task] = -Infinity
  }
  for (const leaf of order) {
    for (let above = parents[leaf] ?? -1; above >= 0; above = parents[above] ?? -1) {
      for (const values of least) values[above] = Math.min(values[above] ?? 0, values[leaf] ?? 0)
      for (const values of most) values[above] = Math.max(values[above] ?? 0, values[leaf] ?? 0)
    }
  }
}
