/**
 * What boards make of two compared sources (M11): add both up, or take the trusted one alone on days
 * that both have, channel by channel or for whole days.
 */
export const COUNTED_SOURCES = ['both', 'trusted_by_channel', 'trusted_by_day'] as const
export type CountedSources = (typeof COUNTED_SOURCES)[number]

/** A comparison whose trusted source alone counts. */
export interface TrustedPair {
  readonly metric: string
  readonly trustedId: string
  /** Set aside where the trusted one has a figure. */
  readonly otherId: string
}

/** Of a setting: which of its two sources counts, and which is set aside. */
export function trustedPair({
  metric,
  platformId,
  otherId,
  trusted,
}: {
  readonly metric: string
  readonly platformId: string
  readonly otherId: string
  readonly trusted: 'platform' | 'other'
}): TrustedPair {
  return trusted === 'platform'
    ? { metric, trustedId: platformId, otherId }
    : { metric, trustedId: otherId, otherId: platformId }
}

/**
 * Does trust of one metric go round in a circle (A over B, B over A)? Each would be set aside for the
 * other, and the figure be lost.
 *
 * @returns the index of the first pair that closes a circle; null: none does
 */
export function circleOfTrust(pairs: readonly TrustedPair[]): number | null {
  for (const [index, { metric, trustedId, otherId }] of pairs.entries()) {
    const earlier = pairs.slice(0, index).filter((pair) => pair.metric === metric)
    if (reaches(otherId, trustedId, earlier)) return index
  }
  return null
}

/** Is `to` set aside, over however many steps, for `from`? */
function reaches(from: string, to: string, pairs: readonly TrustedPair[]): boolean {
  if (from === to) return true
  const [here, rest] = [
    pairs.filter(({ trustedId }) => trustedId === from),
    pairs.filter(({ trustedId }) => trustedId !== from),
  ]
  return here.some(({ otherId }) => reaches(otherId, to, rest))
}

/**
 * Sources that stand for each other in a ratio of these metrics, by the first of their group: a cost of
 * the platform belongs to the conversions that analytics counted in its place.
 */
export function tiedSources(
  pairs: readonly TrustedPair[],
  metrics: readonly string[],
): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const { metric, trustedId, otherId } of pairs) {
    if (!metrics.includes(metric)) continue
    const [to, from] = [first.get(trustedId) ?? trustedId, first.get(otherId) ?? otherId]
    first.set(trustedId, to).set(otherId, to)
    for (const [source, root] of first) if (root === from) first.set(source, to)
  }
  return first
}
