import type { GanttLink } from '../gantt-types.ts'

/**
 * The tasks of the loop a new dependency would close, in order, first repeated last; null when it closes none.
 *
 * A task linked to itself is a loop of one.
 */
export function loopClosedBy(links: readonly GanttLink[], from: string, to: string): string[] | null {
  if (from === to) return [from, from]
  const successors = new Map<string, string[]>()
  for (const link of links) {
    const known = successors.get(link.from)
    if (known) known.push(link.to)
    else successors.set(link.from, [link.to])
  }
  const cameFrom = new Map<string, string>()
  const open = [to]
  while (open.length > 0) {
    const task = open.pop()!
    for (const next of successors.get(task) ?? []) {
      if (cameFrom.has(next) || next === to) continue
      cameFrom.set(next, task)
      if (next === from) return pathTo(cameFrom, from, to)
      open.push(next)
    }
  }
  return null
}

function pathTo(cameFrom: ReadonlyMap<string, string>, from: string, to: string): string[] {
  const path = [from]
  for (let at = from; at !== to;) {
    at = cameFrom.get(at)!
    path.unshift(at)
  }
  return [from, ...path]
}
