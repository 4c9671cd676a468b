/**
 * Shortest way over directed links, both ends included; null when there is none.
 * From a place to itself it is the place alone. Each link is looked at once.
 */
export function findWay(
  links: readonly { readonly from: string; readonly to: string }[],
  from: string,
  to: string,
): string[] | null {
  const next = Map.groupBy(links, (link) => link.from)
  const cameFrom = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    if (place === to) return wayBack(cameFrom, to)
    for (const link of next.get(place) ?? []) {
      if (cameFrom.has(link.to)) continue
      cameFrom.set(link.to, place)
      queue.push(link.to)
    }
  }
  return null
}

function wayBack(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = []
  for (let place: string | null = end; place !== null; place = cameFrom.get(place) ?? null) way.unshift(place)
  return way
}
