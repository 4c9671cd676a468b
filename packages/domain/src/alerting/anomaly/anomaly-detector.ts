import { channelSurprise, createDeviationChannel } from './deviation-channel.ts'
import type { DeviationChannel } from './deviation-channel.ts'
import { createSeason, learnSeason, seasonalOffset } from './season.ts'
import type { Season } from './season.ts'

/** From this score on a point is an anomaly: the one threshold, the same for every series. */
export const ANOMALY_THRESHOLD = 0.5

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Points over which deviations are averaged: a spike, half a day's turn, a day's shift. */
const SPANS = [1, 4, 24]
/** Probability of a point under the series' own past from which it is an anomaly, over all spans. */
const RISK = 0.004
const LEAST_SURPRISE = -Math.log(RISK / SPANS.length)

/** Half-life of the level: days, but at least so many points and at most so many. */
const LEVEL_DAYS = 2.5
const LEAST_LEVEL_POINTS = 10
const MOST_LEVEL_POINTS = 1_500
/** An anomaly is old news: what it surprised by is taken off later ones, and fades with this half-life. */
const NEWS_HOURS = 60
const NEWS_POINTS = 7
/** Deviations beyond this bound are learnt as if they were at it. */
const LEARNT_BOUND = 4
/** So many bounded points in a row are a new state of things, which is learnt as it is. */
const NEW_STATE_POINTS = 12
/** A series without noise: this share of its level counts as one deviation. */
const FLOOR_SHARE = 0.01
const LEAST_SCALE = 1e-12
/** Where most points are alike and a few are not (conversions by the hour), the few must have a scale too. */
const PLAIN_SHARE = 0.2
const PLAIN_MEMORY = 1_500
const PLAIN_BOUND = 300
const SCALE_MEMORY = 300
/** Mean absolute deviation × this = standard deviation of a normal distribution. */
const MEAN_ABSOLUTE_TO_SD = 1.2533
const LARGEST_DEVIATION = 1e6

/** What a detector remembers of its stream: the same amount however long that is. */
export interface AnomalyDetector {
  readonly season: Season
  readonly channels: readonly DeviationChannel[]
  /** Misses of the last points in a row that lay beyond the bound. */
  readonly strangers: Float64Array
  strange: number
  level: number
  /** Mean absolute miss, each bounded. */
  meanAbsolute: number
  /** The same, all but unbounded. */
  plainMeanAbsolute: number
  seen: number
  lastAt: number
  pointsPerDay: number
  oldNews: number
}

/**
 * Streaming anomaly detector with one setting for every series (docs/domain/anomaly.md): forecast from
 * level, hour and weekday; the miss in robust deviations, averaged over three spans; how improbable that
 * is under the tail of the series' own past; less what an anomaly just before has said already.
 *
 * Flat series, steps, new scales and missing points need no setting: the deviation has a floor, and
 * twelve points in a row far from the forecast are learnt as the new state.
 */
export function createAnomalyDetector(): AnomalyDetector {
  return {
    season: createSeason(),
    channels: SPANS.map(createDeviationChannel),
    strangers: new Float64Array(NEW_STATE_POINTS),
    strange: 0,
    level: 0,
    meanAbsolute: 0,
    plainMeanAbsolute: 0,
    seen: 0,
    lastAt: 0,
    pointsPerDay: 0,
    oldNews: 0,
  }
}

/**
 * Score 0–1 of the next point by the points before it, from `ANOMALY_THRESHOLD` on an anomaly. Then the
 * detector learns it.
 *
 * @param at wall-clock milliseconds since 1970-01-01T00:00; not falling
 * @param value finite; a missing point is left out, not given as zero
 */
export function scoreNext(detector: AnomalyDetector, at: number, value: number): number {
  detector.seen++
  if (detector.seen === 1) {
    detector.level = value
    detector.lastAt = at
    return 0
  }
  pass(detector, at)
  const missed = value - detector.level - seasonalOffset(detector.season, at, detector.pointsPerDay)
  if (detector.seen === 2) detector.meanAbsolute = Math.abs(missed)
  const scale = Math.max(
    MEAN_ABSOLUTE_TO_SD * detector.meanAbsolute,
    PLAIN_SHARE * detector.plainMeanAbsolute,
    FLOOR_SHARE * Math.abs(detector.level),
    LEAST_SCALE,
  )
  const deviation = Math.min(LARGEST_DEVIATION, Math.max(-LARGEST_DEVIATION, missed / scale))
  let surprise = 0
  for (const channel of detector.channels) {
    const found = channelSurprise(channel, deviation)
    if (found > surprise) surprise = found
  }
  const news = Math.max(0, surprise - detector.oldNews)
  if (news >= LEAST_SURPRISE) detector.oldNews = surprise
  learn(detector, at, missed, scale)
  return news / (news + LEAST_SURPRISE)
}

/** Time goes by: the rhythm of the points becomes known, and old news fades. */
function pass(detector: AnomalyDetector, at: number): void {
  const elapsed = Math.max(0, at - detector.lastAt)
  detector.lastAt = at
  if (elapsed === 0) return
  const usual = detector.pointsPerDay === 0 ? elapsed : DAY_MS / detector.pointsPerDay
  // A gap of missing points is no change of the rhythm.
  const interval = usual + (Math.min(elapsed, 2 * usual) - usual) / Math.min(detector.seen, SCALE_MEMORY)
  detector.pointsPerDay = DAY_MS / interval
  if (detector.oldNews > 0)
    detector.oldNews *= 2 ** (-elapsed / Math.max(NEWS_HOURS * HOUR_MS, NEWS_POINTS * interval))
}

function learn(detector: AnomalyDetector, at: number, missed: number, scale: number): void {
  const { seen, pointsPerDay } = detector
  const bound = LEARNT_BOUND * scale
  const bounded = Math.min(bound, Math.max(-bound, missed))
  const points = Math.min(MOST_LEVEL_POINTS, Math.max(LEAST_LEVEL_POINTS, LEVEL_DAYS * pointsPerDay))
  detector.meanAbsolute += (Math.abs(bounded) - detector.meanAbsolute) / Math.min(seen, SCALE_MEMORY)
  const plain = detector.plainMeanAbsolute
  const size = plain === 0 ? Math.abs(missed) : Math.min(Math.abs(missed), PLAIN_BOUND * plain)
  detector.plainMeanAbsolute += (size - plain) / Math.min(seen, PLAIN_MEMORY)
  detector.level += Math.max(1 / seen, Math.LN2 / points) * bounded
  learnSeason(detector.season, at, bounded, pointsPerDay)
  if (bounded === missed) {
    detector.strange = 0
    return
  }
  const { strangers } = detector
  strangers[detector.strange++] = missed
  if (detector.strange < NEW_STATE_POINTS) return
  const shift = strangers.reduce((sum, one) => sum + one, 0) / NEW_STATE_POINTS
  const spread = strangers.reduce((sum, one) => sum + Math.abs(one - shift), 0) / NEW_STATE_POINTS
  detector.level += shift
  detector.meanAbsolute = Math.max(detector.meanAbsolute, spread)
  detector.strange = 0
}
