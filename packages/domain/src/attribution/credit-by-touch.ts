import { checkIn, type LongWork } from '../computation/long-work.ts'
import { SteadySums } from '../computation/steady-sums.ts'
import { pathCount, type Journeys } from './journeys.ts'
import type { TouchShares } from './touch-shares.ts'

/** Credit by channel index; `values` is null when the journeys state none. */
export interface Credits {
  readonly conversions: Float64Array
  readonly values: Float64Array | null
}

const PATHS_PER_CHECK = 65_536

/** Credit of a model that looks at one path at a time: its conversions and their value, shared among its touches. */
export function creditByTouch(journeys: Journeys, shareOut: TouchShares, long: LongWork): Credits {
  const { channels, starts, touches, conversions, values } = journeys
  const paths = pathCount(journeys)
  const conversionSums = new SteadySums(channels.length)
  const valueSums = new SteadySums(channels.length)
  const shares = new Float64Array(longestPath(journeys))
  for (let path = 0; path < paths; path++) {
    if (path % PATHS_PER_CHECK === 0) checkIn(long, path / paths)
    const count = conversions[path] ?? 0
    const value = values?.[path] ?? 0
    if (count === 0 && value === 0) continue
    const from = starts[path] ?? 0
    const to = starts[path + 1] ?? 0
    shareOut(from, to, shares)
    for (let at = from; at < to; at++) {
      const share = shares[at - from] ?? 0
      if (share === 0) continue
      conversionSums.add(touches[at] ?? 0, count * share)
      if (value !== 0) valueSums.add(touches[at] ?? 0, value * share)
    }
  }
  return { conversions: conversionSums.all(), values: values === null ? null : valueSums.all() }
}

function longestPath({ starts }: Journeys): number {
  let longest = 0
  for (let path = 1; path < starts.length; path++)
    longest = Math.max(longest, (starts[path] ?? 0) - (starts[path - 1] ?? 0))
  return longest
}
