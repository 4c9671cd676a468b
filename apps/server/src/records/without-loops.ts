interface Link {
  readonly fromTaskId: string
  readonly toTaskId: string
}

/**
 * The wanted links in their order, without those that would close a loop with
 * the standing ones or with wanted ones before them.
 */
export function withoutLoops<L extends Link>(
  wanted: readonly L[],
  standing: readonly Link[] = [],
): readonly L[] {
  // Nearly always all of them fit, which one pass over the links tells; only else each is tried alone.
  if (!wanted.some(isSelfLink) && isLoopFree([...standing, ...wanted])) return wanted
  const next = new Map<string, string[]>()
  const add = ({ fromTaskId, toTaskId }: Link) => {
    const tasks = next.get(fromTaskId)
    if (tasks === undefined) next.set(fromTaskId, [toTaskId])
    else tasks.push(toTaskId)
  }
  for (const link of standing) add(link)
  return wanted.filter((link) => {
    if (leadsTo(next, link.toTaskId, link.fromTaskId)) return false
    add(link)
    return true
  })
}

function isSelfLink({ fromTaskId, toTaskId }: Link): boolean {
  return fromTaskId === toTaskId
}

/** Takes away, again and again, tasks that nothing waits before: without a loop all of them go. */
function isLoopFree(links: readonly Link[]): boolean {
  const next = Map.groupBy(links, ({ fromTaskId }) => fromTaskId)
  const before = new Map<string, number>()
  for (const { fromTaskId, toTaskId } of links) {
    before.set(toTaskId, (before.get(toTaskId) ?? 0) + 1)
    if (!before.has(fromTaskId)) before.set(fromTaskId, 0)
  }
  const free = [...before].filter(([, count]) => count === 0).map(([task]) => task)
  let gone = 0
  for (let task = free.pop(); task !== undefined; task = free.pop()) {
    gone += 1
    for (const { toTaskId } of next.get(task) ?? []) {
      const left = (before.get(toTaskId) ?? 0) - 1
      before.set(toTaskId, left)
      if (left === 0) free.push(toTaskId)
    }
  }
  return gone === before.size
}

function leadsTo(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const open = [from]
  const seen = new Set<string>()
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    if (task === to) return true
    if (seen.has(task)) continue
    seen.add(task)
    open.push(...(next.get(task) ?? []))
  }
  return false
}
