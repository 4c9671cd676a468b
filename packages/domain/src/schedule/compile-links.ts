import type { CompiledLink } from './compiled-network.ts'
import type { NetworkLink } from './schedule-network.ts'
import { ScheduleRefusal } from './schedule-refusal.ts'

interface Hierarchy {
  readonly indexOf: ReadonlyMap<string, number>
  readonly parents: Int32Array
  readonly isSummary: Uint8Array
}

/**
 * Links between tasks without subtasks. A link to a summary holds for every subtask; the finish of a
 * summary is the finish of all of its subtasks, its start that of `firstOf`, its earliest subtask.
 *
 * @param firstOf null = leave out links from the start of a summary: the earliest subtask is not known yet
 * @throws ScheduleRefusal `unknown_task`, `own_ancestor`
 */
export function compileLinks(
  links: readonly NetworkLink[],
  hierarchy: Hierarchy,
  firstOf: ((subtasks: readonly number[]) => number) | null,
): CompiledLink[] {
  const { indexOf, isSummary } = hierarchy
  const subtasks = leavesBySummary(hierarchy)
  const add = (from: number, to: number, source: number, { type, lag }: NetworkLink): void => {
    const isElapsed = lag.unit === 'elapsed' || lag.unit === 'elapsed-percent'
    const isShare = lag.unit === 'percent' || lag.unit === 'elapsed-percent'
    compiled.push({ from, to, type, isElapsed, isShare, amount: lag.amount, source })
  }
  const compiled: CompiledLink[] = []
  for (let source = 0; source < links.length; source++) {
    const link = links[source] as NetworkLink
    const { from, to, type } = link
    const tail = indexOf.get(from)
    const head = indexOf.get(to)
    if (tail === undefined || head === undefined) {
      const missing = tail === undefined ? from : to
      throw new ScheduleRefusal('unknown_task', `a link names the task ${missing}, which is not there`, [
        missing,
      ])
    }
    if (tail !== head && isSummary[tail] === 0 && isSummary[head] === 0) {
      add(tail, head, source, link)
      continue
    }
    if (isWithin(tail, head, hierarchy.parents) || isWithin(head, tail, hierarchy.parents)) {
      if (tail === head) throw new ScheduleRefusal('loop', `${from} is linked to itself`, [from, from])
      throw new ScheduleRefusal('own_ancestor', `${from} and ${to} are summary and subtask`, [from, to])
    }
    const isFromStart = isSummary[tail] === 1 && (type === 'SS' || type === 'SF')
    if (isFromStart && firstOf === null) continue
    const all = isSummary[tail] === 1 ? (subtasks.get(tail) ?? []) : [tail]
    const tails = isFromStart && firstOf !== null ? [firstOf(all)] : all
    const heads = isSummary[head] === 1 ? (subtasks.get(head) ?? []) : [head]
    for (const one of tails) for (const other of heads) add(one, other, source, link)
  }
  return compiled
}

function leavesBySummary({ parents, isSummary }: Hierarchy): Map<number, number[]> {
  const leaves = new Map<number, number[]>()
  if (!isSummary.includes(1)) return leaves
  for (let task = 0; task < parents.length; task++) {
    if (isSummary[task] === 1) continue
    for (let above = parents[task] ?? -1; above >= 0; above = parents[above] ?? -1) {
      const known = leaves.get(above)
      if (known === undefined) leaves.set(above, [task])
      else known.push(task)
    }
  }
  return leaves
}

function isWithin(task: number, ancestor: number, parents: Int32Array): boolean {
  for (let above = task; above >= 0; above = parents[above] ?? -1) if (above === ancestor) return true
  return false
}
