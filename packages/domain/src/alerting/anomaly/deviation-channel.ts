import { createTailModel, learnTail, tailSurprise } from './tail-model.ts'
import type { TailModel } from './tail-model.ts'

/** Deviations are bounded before they are averaged, so that a spike stays a matter of the shortest span. */
const AVERAGED_BOUND = 6
/** What is learnt of one square, in variances. */
const SQUARE_BOUND = 16
const MEMORY = 1_500
/** Of the variance that the mean of independent deviations of 1 would have. */
const LEAST_SHARE_OF_NOISE = 0.5
/** Nothing is surprising nearer than this many standard deviations, however thin the tail. */
const LEAST_DEVIATIONS = 3

/** Watches the deviations of one stream, averaged over a span. */
export interface DeviationChannel {
  readonly rate: number
  /** Below it the variance does not fall: a stream without noise has none to divide by. */
  readonly leastVariance: number
  readonly above: TailModel
  readonly below: TailModel
  mean: number
  variance: number
  seen: number
}

/**
 * Exponential mean of about `span` deviations, divided by its own standard deviation, against the tail of
 * its own past on either side. A span of 1 sees spikes, a span of a day sees shifts that no single
 * point gives away (Roberts 1959, "Control Chart Tests Based on Geometric Moving Averages").
 */
export function createDeviationChannel(span: number): DeviationChannel {
  const rate = 2 / (span + 1)
  return {
    rate,
    leastVariance: LEAST_SHARE_OF_NOISE * (rate / (2 - rate)),
    above: createTailModel(),
    below: createTailModel(),
    mean: 0,
    variance: 1,
    seen: 0,
  }
}

/**
 * Takes the next deviation from the forecast, in robust standard deviations, and learns from it.
 *
 * @returns −ln of the probability of an average this far out, on its side, by what was seen before
 */
export function channelSurprise(channel: DeviationChannel, deviation: number): number {
  const { rate } = channel
  const taken = rate === 1 ? deviation : Math.min(AVERAGED_BOUND, Math.max(-AVERAGED_BOUND, deviation))
  const mean = channel.mean + rate * (taken - channel.mean)
  const { variance } = channel
  const scaled = mean / Math.sqrt(variance)
  const size = Math.abs(scaled)
  const surprise =
    size > LEAST_DEVIATIONS ? tailSurprise(scaled < 0 ? channel.below : channel.above, size) : 0
  channel.mean = mean
  channel.seen++
  const square = Math.min(mean * mean, SQUARE_BOUND * variance)
  channel.variance = Math.max(
    channel.leastVariance,
    variance + (square - variance) / Math.min(channel.seen, MEMORY),
  )
  learnTail(channel.above, scaled)
  learnTail(channel.below, -scaled)
  return surprise
}
