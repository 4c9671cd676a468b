import type { FactMetric } from '../sheets/metric-field.ts'

/** Metrics that a platform and somebody else's counting both report, as a rule; all of them add up. */
export const TWICE_REPORTED = [
  'impressions',
  'clicks',
  'cost',
  'conversions',
  'revenue',
  'orders',
  'leads',
  'sessions',
  'newCustomers',
] as const satisfies readonly FactMetric[]

/** Fewer days in common may be a file that was tried out. */
export const LEAST_COMMON_DAYS = 3
/** Two counts of one thing are seldom further apart; two halves of one are seldom so near. */
const LEAST_SHARE = 0.5

/** What two sources say of a metric in one channel, on the days that both have. */
export interface TwiceReported {
  readonly metric: (typeof TWICE_REPORTED)[number]
  readonly firstId: string
  readonly secondId: string
  readonly channel: string
  readonly days: number
  /** Sums over these days; money in fen. */
  readonly first: number
  readonly second: number
}

/** Two sources that report the same metric for the same channels and days, so that their sum may count it twice. */
export interface DoubleCount extends Omit<TwiceReported, 'channel'> {
  /** Those with most days first. */
  readonly channels: readonly string[]
}

interface KnownPair {
  readonly metric: string
  readonly platformId: string
  readonly otherId: string
}

/**
 * Likely double counts (M11): a metric that two sources have for one channel on at least three days, where
 * the smaller of them is at least half of the larger. It cannot be told from two campaigns of one channel
 * that happen to be alike, so it is a question and no fault. Whoever has set a comparison of the two up has
 * answered it, whichever way they count.
 *
 * @returns the pairs with the most days in common first, of as many days in the order of the metrics, then the
 * larger ones: what has room for some of them only shows the same ones each time
 */
export function doubleCounts(reported: readonly TwiceReported[], known: readonly KnownPair[]): DoubleCount[] {
  const isKnown = ({ metric, firstId, secondId }: TwiceReported): boolean =>
    known.some(
      (pair) =>
        pair.metric === metric &&
        ((pair.platformId === firstId && pair.otherId === secondId) ||
          (pair.platformId === secondId && pair.otherId === firstId)),
    )
  const likely = reported.filter(
    (one) =>
      one.days >= LEAST_COMMON_DAYS &&
      Math.min(one.first, one.second) > 0 &&
      Math.min(one.first, one.second) >= LEAST_SHARE * Math.max(one.first, one.second) &&
      !isKnown(one),
  )
  const pairs = Map.groupBy(likely, ({ metric, firstId, secondId }) => `${metric} ${firstId} ${secondId}`)
  return [...pairs.values()]
    .flatMap((lines): DoubleCount[] => {
      const sorted = lines.toSorted((a, b) => b.days - a.days)
      const [most] = sorted
      if (most === undefined) return []
      const sum = (of: (line: TwiceReported) => number) => lines.reduce((total, line) => total + of(line), 0)
      return [
        {
          metric: most.metric,
          firstId: most.firstId,
          secondId: most.secondId,
          channels: sorted.map(({ channel }) => channel),
          days: most.days,
          first: sum(({ first }) => first),
          second: sum(({ second }) => second),
        },
      ]
    })
    .toSorted(
      (a, b) =>
        b.days - a.days ||
        TWICE_REPORTED.indexOf(a.metric) - TWICE_REPORTED.indexOf(b.metric) ||
        b.first + b.second - (a.first + a.second) ||
        (a.firstId + a.secondId < b.firstId + b.secondId ? -1 : 1),
    )
}
