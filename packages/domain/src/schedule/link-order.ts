import type { LinkColumns, LinkIndex } from './compiled-network.ts'
import { ScheduleRefusal } from './schedule-refusal.ts'

/** Links by the task at one of their ends, in the order of the list. @param ends that task, by link */
export function indexLinks(tasks: number, ends: Int32Array): LinkIndex {
  const starts = new Int32Array(tasks + 1)
  for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1
  for (let task = 0; task < tasks; task++) starts[task + 1] = (starts[task + 1] ?? 0) + (starts[task] ?? 0)
  const free = starts.slice()
  const items = new Int32Array(ends.length)
  for (let link = 0; link < ends.length; link++) {
    const task = ends[link] ?? 0
    const place = free[task] ?? 0
    items[place] = link
    free[task] = place + 1
  }
  return { starts, items }
}

/**
 * Tasks without subtasks, each after its predecessors (Kahn 1962), else in the order of the list.
 *
 * @throws ScheduleRefusal `loop`, naming one loop
 */
export function linkOrder(
  ids: readonly string[],
  isSummary: Uint8Array,
  links: Pick<LinkColumns, 'from' | 'to'>,
  outgoing: LinkIndex,
): Int32Array {
  const waitsFor = new Int32Array(ids.length)
  for (const to of links.to) waitsFor[to] = (waitsFor[to] ?? 0) + 1
  const leaves = isSummary.reduce((count, summary) => count + 1 - summary, 0)
  const order = new Int32Array(leaves)
  let end = 0
  for (let task = 0; task < ids.length; task++)
    if (isSummary[task] === 0 && waitsFor[task] === 0) order[end++] = task
  for (let at = 0; at < end; at++) {
    const task = order[at] ?? 0
    for (let place = outgoing.starts[task] ?? 0; place < (outgoing.starts[task + 1] ?? 0); place++) {
      const to = links.to[outgoing.items[place] ?? 0] ?? 0
      const left = (waitsFor[to] ?? 0) - 1
      waitsFor[to] = left
      if (left === 0) order[end++] = to
    }
  }
  if (end < leaves) {
    const names = loopAmong(waitsFor, links).map((task) => ids[task] ?? '')
    throw new ScheduleRefusal('loop', `links go round: ${names.join(' → ')}`, names)
  }
  return order
}

/**
 * One loop, in the direction of its links, from its first task in the list to that task again. Each
 * waiting task behind a loop has a waiting predecessor.
 */
function loopAmong(
  waitsFor: Int32Array,
  { from: tails, to: heads }: Pick<LinkColumns, 'from' | 'to'>,
): number[] {
  const before = new Map<number, number>()
  for (const [link, from] of tails.entries()) {
    const to = heads[link] ?? 0
    if ((waitsFor[from] ?? 0) > 0 && (waitsFor[to] ?? 0) > 0 && !before.has(to)) before.set(to, from)
  }
  const seen = new Set<number>()
  let task = before.keys().next().value ?? 0
  while (!seen.has(task)) {
    seen.add(task)
    task = before.get(task) ?? 0
  }
  const loop = [task]
  for (let at = before.get(task) ?? task; at !== task; at = before.get(at) ?? task) loop.push(at)
  const forward = loop.toReversed()
  const first = forward.indexOf(Math.min(...forward))
  return [...forward.slice(first), ...forward.slice(0, first + 1)]
}
