/** First and last position of a labelled window, both in it. */
export interface LabelledWindow {
  readonly first: number
  readonly last: number
}

export interface NabScore {
  /** 0 = nothing flagged, 100 = every window at its first point and nothing else; may be negative. */
  readonly normalised: number
  /** The score before it is normalised; windows count 1 each. */
  readonly raw: number
  readonly windows: number
  readonly found: number
  /** Flagged points outside the windows, consecutive ones once. */
  readonly falseEpisodes: number
}

const PROBATION = 0.15
const LONGEST_PROBATION = 750
const FALSE_POSITIVE = 0.11
const FALSE_NEGATIVE = 1

/**
 * Score of the Numenta Anomaly Benchmark, standard profile: in each window the earliest flag counts, the
 * earlier the more; a flag outside costs 0.11, less just behind a window; a window without a flag costs 1.
 * The first 15 % are not judged.
 *
 * Source: Lavin and Ahmad 2015, "Evaluating Real-time Anomaly Detection Algorithms – the Numenta Anomaly
 * Benchmark", section II.
 */
export function nabScore(flags: ArrayLike<number>, labelled: readonly LabelledWindow[]): NabScore {
  const probation = Math.min(Math.floor(PROBATION * flags.length), LONGEST_PROBATION)
  const windows = labelled.filter(({ last }) => last >= probation)
  const best = windows.map((): number | null => null)
  let raw = 0
  let falseEpisodes = 0
  for (let at = probation; at < flags.length; at++) {
    if (flags[at] !== 1) continue
    const inside = windows.findIndex(({ first, last }) => at >= first && at <= last)
    const window = windows[inside]
    if (window !== undefined) {
      const earliness = -(window.last - at + 1) / (window.last - window.first + 1)
      best[inside] = Math.max(best[inside] ?? -1, sigmoid(earliness) / sigmoid(-1))
      continue
    }
    if (flags[at - 1] !== 1) falseEpisodes++
    const before = windows.findLast(({ last }) => last < at)
    const distance = before === undefined ? 4 : (at - before.last) / (before.last - before.first)
    raw += FALSE_POSITIVE * (distance > 3 ? -1 : sigmoid(distance))
  }
  for (const score of best) raw += score ?? -FALSE_NEGATIVE
  const worst = -FALSE_NEGATIVE * windows.length
  return {
    normalised: (100 * (raw - worst)) / (windows.length - worst),
    raw,
    windows: windows.length,
    found: best.filter((score) => score !== null).length,
    falseEpisodes,
  }
}

function sigmoid(position: number): number {
  return 2 / (1 + Math.exp(5 * position)) - 1
}
