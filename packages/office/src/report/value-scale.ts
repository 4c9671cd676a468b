export interface ValueScale {
  readonly min: number
  readonly max: number
  readonly ticks: readonly number[]
}

const MOST_TICKS = 5
/** Below this a step has no digits left to be round in; no figure of ours is that small. */
const LEAST_SPAN = 1e-300

/** An axis over the values with round ticks, zero always on it; 0 to 1 where there is nothing to show. */
export function valueScale(values: readonly (number | null)[]): ValueScale {
  const known = values.filter((value) => value !== null)
  const low = known.reduce((least, value) => Math.min(least, value), 0)
  const high = known.reduce((most, value) => Math.max(most, value), 0)
  const span = high - low
  if (span < LEAST_SPAN) return { min: 0, max: 1, ticks: [0, 1] }
  const step = roundStep(span / MOST_TICKS)
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step)]
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => clean((from + index) * step))
  return { min: clean(from * step), max: clean(to * step), ticks }
}

/** 1, 2, 2.5 or 5 times a power of ten, not below the given step. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= least) ?? 10) * power
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}
