import { checkIn } from '../../computation/long-work.ts'
import type { LongWork } from '../../computation/long-work.ts'
import { ANOMALY_THRESHOLD, createAnomalyDetector, scoreNext } from './anomaly-detector.ts'

/** Part of a series that only teaches: its scores are given, but none of its points is an anomaly. */
export const WARM_UP_SHARE = 0.15

const CHECK_EVERY = 16_384

export interface AnomalySeries {
  /** Wall-clock milliseconds since 1970-01-01T00:00, not falling. */
  readonly times: Float64Array
  /** As many; NaN = missing. */
  readonly values: Float64Array
}

export interface AnomalyScores {
  /** 0–1 by position; NaN where the value is missing. */
  readonly scores: Float64Array
  /** 1 = anomaly, by position. */
  readonly anomalies: Uint8Array
}

/**
 * Scores a whole series as if it came point by point: each score depends on earlier points only, so the
 * scores of a series and of its beginning agree. Only where the warm-up ends depends on the length.
 *
 * @throws Cancelled
 */
export function detectAnomalies({ times, values }: AnomalySeries, work: LongWork = {}): AnomalyScores {
  const { length } = values
  const scores = new Float64Array(length)
  const anomalies = new Uint8Array(length)
  const warmUp = Math.floor(WARM_UP_SHARE * length)
  const detector = createAnomalyDetector()
  for (let index = 0; index < length; index++) {
    if (index % CHECK_EVERY === 0) checkIn(work, index / length)
    const value = values[index] ?? Number.NaN
    const score = Number.isNaN(value) ? Number.NaN : scoreNext(detector, times[index] ?? 0, value)
    scores[index] = score
    if (index >= warmUp && score >= ANOMALY_THRESHOLD) anomalies[index] = 1
  }
  return { scores, anomalies }
}
