import type { Journeys } from './journeys.ts'

/**
 * Writes what part of a conversion each touch of a path gets: `shares[0]` for the first, together 1. The path
 * is `touches[from]` to `touches[to - 1]`.
 */
export type TouchShares = (from: number, to: number, shares: Float64Array) => void

/** First touch: all to where the journey began. */
export const firstTouch: TouchShares = (from, to, shares) => {
  shares.fill(0, 0, to - from)
  shares[0] = 1
}

/** Last touch: all to where it ended. */
export const lastTouch: TouchShares = (from, to, shares) => {
  shares.fill(0, 0, to - from)
  shares[to - from - 1] = 1
}

/** Last touch that is not direct; the last one when all are (Matomo FAQ 25500). */
export function lastNonDirectTouch({ touches }: Journeys, isDirect: Uint8Array): TouchShares {
  return (from, to, shares) => {
    shares.fill(0, 0, to - from)
    let last = to - 1
    while (last > from && isDirect[touches[last] ?? 0] === 1) last--
    if (isDirect[touches[last] ?? 0] === 1) last = to - 1
    shares[last - from] = 1
  }
}

/** Linear: the same to every touch, so that a channel seen twice gets two shares. */
export const everyTouch: TouchShares = (from, to, shares) => {
  shares.fill(1 / (to - from), 0, to - from)
}

/** Linear by unique channel: the same to every channel, however often it was touched. */
export function everyChannel({ channels, touches }: Journeys): TouchShares {
  const seenIn = new Uint32Array(channels.length)
  let path = 0
  return (from, to, shares) => {
    path++
    let unique = 0
    for (let at = from; at < to; at++) {
      const channel = touches[at] ?? 0
      const isNew = seenIn[channel] !== path
      seenIn[channel] = path
      shares[at - from] = isNew ? 1 : 0
      if (isNew) unique++
    }
    for (let step = 0; step < to - from; step++) shares[step] = (shares[step] ?? 0) / unique
  }
}

/**
 * Position based (首末加权): 40 % each to first and last, 20 % evenly to those between (Google Ads API,
 * AttributionModel). Two touches get half each, one gets all.
 */
export const byPosition: TouchShares = (from, to, shares) => {
  const count = to - from
  if (count <= 2) return everyTouch(from, to, shares)
  shares.fill(0.2 / (count - 2), 0, count)
  shares[0] = 0.4
  shares[count - 1] = 0.4
}

/**
 * Time decay (时间衰减): the weight of a touch halves with every half life between it and the conversion
 * (Google Ads API, AttributionModel: "half-life is 1 week"). Continuous, not by whole days.
 */
export function byTime(daysBefore: Float64Array, halfLifeDays: number): TouchShares {
  return (from, to, shares) => {
    // Counted from the nearest touch, so that journeys of years do not end as 0 / 0.
    let nearest = Infinity
    for (let at = from; at < to; at++) nearest = Math.min(nearest, daysBefore[at] ?? 0)
    let sum = 0
    for (let at = from; at < to; at++) {
      const weight = 2 ** ((nearest - (daysBefore[at] ?? 0)) / halfLifeDays)
      shares[at - from] = weight
      sum += weight
    }
    for (let step = 0; step < to - from; step++) shares[step] = (shares[step] ?? 0) / sum
  }
}
