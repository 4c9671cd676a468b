import type { AnomalySeries } from './detect-anomalies.ts'
import type { LabelledWindow } from './nab-score.fixture.ts'

export const HOUR_MS = 3_600_000
const HOURS = 1_620

/** A seeded stream of numbers 0–1 (the mulberry32 generator). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() || Number.MIN_VALUE)) * Math.cos(2 * Math.PI * random())
}

/** An hourly series from a function of the hour; undefined = no row, NaN = a row without a value. */
export function hourly(count: number, valueAt: (hour: number) => number | undefined): AnomalySeries {
  const rows = Array.from({ length: count }, (_unused, hour) => ({ hour, value: valueAt(hour) })).filter(
    (row) => row.value !== undefined,
  )
  return {
    times: Float64Array.from(rows, ({ hour }) => hour * HOUR_MS),
    values: Float64Array.from(rows, ({ value }) => value ?? Number.NaN),
  }
}

/**
 * Nine weeks of an hourly cost per click or mille, with one to three labelled windows of 10 % of the
 * series together: spikes, bursts of some hours, stretches of days, lasting shifts. Around them the
 * daily and weekly rhythm, a drifting level, correlated noise of random strength, and, in half of the
 * series, unlabelled outliers.
 */
export function adSeries(seed: number): {
  readonly series: AnomalySeries
  readonly windows: readonly LabelledWindow[]
} {
  const random = seeded(seed)
  const level = 10 ** (3 * random() - 1.5)
  const daily = 0.6 * random()
  const weekend = 0.2 * random()
  const memory = 0.3 + 0.5 * random()
  const noise = 0.08 + 0.25 * random()
  const outliers = random() < 0.5 ? 0.01 + 0.03 * random() : 0
  const drift = 0.01 * random()
  let slow = 0
  let quick = 0
  const logs = Array.from({ length: HOURS }, (_unused, hour) => {
    slow = 0.995 * slow + drift * normal(random)
    quick = memory * quick + Math.sqrt(1 - memory * memory) * noise * normal(random)
    const rhythm =
      daily * Math.sin((2 * Math.PI * hour) / 24) + 0.3 * daily * Math.sin((4 * Math.PI * hour) / 24)
    const outlier = random() < outliers ? 2 * noise * (1 - Math.log(random() || Number.MIN_VALUE)) : 0
    return rhythm + (Math.floor(hour / 24) % 7 >= 5 ? weekend : 0) + slow + quick + outlier
  })
  const count = 1 + Math.floor(3 * random())
  const half = Math.round((0.1 * HOURS) / count / 2)
  const windows = Array.from({ length: count }, (_unused, window) => {
    const room = (0.8 * HOURS) / count
    const centre = Math.floor(0.18 * HOURS + room * window + half + random() * (room - 2 * half))
    change(logs, centre, noise, random)
    return { first: centre - half, last: Math.min(HOURS - 1, centre + half) }
  })
  return { series: hourly(HOURS, (hour) => level * Math.exp(logs[hour] ?? 0)), windows }
}

/** What happens from the middle of a window on. */
function change(logs: number[], from: number, noise: number, random: () => number): void {
  const direction = random() < 0.75 ? 1 : -1
  const [hours, size] = ([
    [1, 6 + 6 * random()],
    [3 + 9 * random(), 3 + 3 * random()],
    [40 + 100 * random(), 2.5 + 1.5 * random()],
    [HOURS, 2.5 + 2 * random()],
  ][Math.floor(4 * random())] ?? [0, 0]) as [number, number]
  for (let hour = from; hour < Math.min(logs.length, from + hours); hour++)
    logs[hour] = (logs[hour] ?? 0) + direction * size * noise
}
