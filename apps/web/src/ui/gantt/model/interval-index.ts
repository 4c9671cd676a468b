/** Finds the intervals that touch a window of rows without walking over all of them. */
export interface IntervalIndex<T> {
  /** Items with [from, to] touching [low, high], all inclusive, ascending by from. */
  overlapping(low: number, high: number): T[]
}

/**
 * Static interval tree laid out in sorted arrays: the middle of a slice is its
 * root, and `furthest` holds the largest end of the slice. Query O(log n + hits),
 * also when a few intervals span everything.
 */
export function createIntervalIndex<T>(
  items: readonly T[],
  intervalOf: (item: T) => { from: number; to: number },
): IntervalIndex<T> {
  const entries = items.map((item) => ({ item, ...intervalOf(item) })).sort((a, b) => a.from - b.from)
  const furthest = new Float64Array(entries.length)

  function build(start: number, end: number): number {
    if (start >= end) return Number.NEGATIVE_INFINITY
    const middle = (start + end) >> 1
    const reach = Math.max(entries[middle]!.to, build(start, middle), build(middle + 1, end))
    furthest[middle] = reach
    return reach
  }
  build(0, entries.length)

  function collect(start: number, end: number, low: number, high: number, found: T[]): void {
    if (start >= end) return
    const middle = (start + end) >> 1
    if (furthest[middle]! < low) return
    collect(start, middle, low, high, found)
    const entry = entries[middle]!
    if (entry.from > high) return
    if (entry.to >= low) found.push(entry.item)
    collect(middle + 1, end, low, high, found)
  }

  return {
    overlapping(low, high) {
      const found: T[] = []
      collect(0, entries.length, low, high, found)
      return found
    },
  }
}
