import { FINISHED } from './compiled-network.ts'
import type { CompiledNetwork } from './compiled-network.ts'
import type { ScheduleDates } from './schedule.ts'

/**
 * Dates of the summaries from their subtasks': from the first start to the last finish, with the least slack of
 * what is not finished; 0 when all of it is.
 */
export function rollUp(network: CompiledNetwork, schedule: ScheduleDates): void {
  const { isSummary, parents, order, columns } = network
  if (!isSummary.includes(1)) return
  const { start, finish, earlyStart, earlyFinish, lateStart, lateFinish, totalSlack, freeSlack } = schedule
  const least = [start, earlyStart, lateStart]
  const slack = [totalSlack, freeSlack]
  const most = [finish, earlyFinish, lateFinish]
  for (let task = 0; task < parents.length; task++) {
    if (isSummary[task] === 0) continue
    for (const values of [...least, ...slack]) values[task] = Infinity
    for (const values of most) values[task] = -Infinity
  }
  for (const leaf of order) {
    const counted = columns.state[leaf] === FINISHED ? least : [...least, ...slack]
    for (let above = parents[leaf] ?? -1; above >= 0; above = parents[above] ?? -1) {
      for (const values of counted) values[above] = Math.min(values[above] ?? 0, values[leaf] ?? 0)
      for (const values of most) values[above] = Math.max(values[above] ?? 0, values[leaf] ?? 0)
    }
  }
  for (let task = 0; task < parents.length; task++)
    for (const values of slack) if (values[task] === Infinity) values[task] = 0
}
