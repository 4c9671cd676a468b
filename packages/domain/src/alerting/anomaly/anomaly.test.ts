import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Cancelled } from '../../computation/long-work.ts'
import { adSeries, hourly, HOUR_MS, normal, seeded } from './ad-series.fixture.ts'
import { ANOMALY_THRESHOLD } from './anomaly-detector.ts'
import { detectAnomalies } from './detect-anomalies.ts'
import type { AnomalySeries } from './detect-anomalies.ts'
import { nabScore } from './nab-score.fixture.ts'

/** Hours that are flagged. */
function flagged({ times, values }: AnomalySeries): number[] {
  const { anomalies } = detectAnomalies({ times, values })
  return [...times].flatMap((at, index) => (anomalies[index] === 1 ? [at / HOUR_MS] : []))
}

function rhythm(hour: number): number {
  return 10 + 5 * Math.sin((2 * Math.PI * hour) / 24)
}

describe('the score of the benchmark', () => {
  const window = [{ first: 400, last: 499 }]
  const flags = (...at: number[]) =>
    Uint8Array.from({ length: 1_000 }, (_unused, index) => (at.includes(index) ? 1 : 0))

  test('nothing flagged is 0, the first point of every window alone is 100', () => {
    expect(nabScore(flags(), window).normalised).toBe(0)
    expect(nabScore(flags(400), window).normalised).toBeCloseTo(100, 9)
  })
  test('the middle of the window is worth 0.848 / 0.987 of its first point', () =>
    expect(nabScore(flags(450), window).raw).toBeCloseTo(
      (2 / (1 + Math.exp(-2.5)) - 1) / (2 / (1 + Math.exp(-5)) - 1),
      9,
    ))
  test('a flag before any window costs 0.11, one in the first 15 % nothing, one just behind a window little', () => {
    expect(nabScore(flags(200), window).raw).toBeCloseTo(-1.11, 9)
    expect(nabScore(flags(149), window).raw).toBe(-1)
    expect(nabScore(flags(500), window).raw).toBeGreaterThan(-1.01)
  })
})

describe('anomalies in hourly CPC and CPM (M4)', () => {
  const cases = Array.from({ length: 60 }, (_unused, seed) => adSeries(seed + 1)).map(
    ({ series, windows }) => ({
      ...nabScore(detectAnomalies(series).anomalies, windows),
      weeks: (0.85 * series.values.length) / 168,
    }),
  )

  test('scores 50 or more over 60 made series, without a setting for any of them', () => {
    const windows = cases.reduce((sum, one) => sum + one.windows, 0)
    const raw = cases.reduce((sum, one) => sum + one.raw, 0)
    expect((100 * (raw + windows)) / (2 * windows)).toBeGreaterThanOrEqual(50)
  })

  test('no series has more than one false episode a week', () => {
    for (const { falseEpisodes, weeks } of cases) expect(falseEpisodes / weeks).toBeLessThanOrEqual(1)
  })
})

describe('what the detector learns by itself', () => {
  test('a flat series has no anomaly, and its only spike is one', () => {
    expect(flagged(hourly(1_600, () => 5))).toEqual([])
    expect(flagged(hourly(1_600, (hour) => (hour === 1_000 ? 8 : 5)))).toEqual([1_000])
    expect(flagged(hourly(1_600, (hour) => (hour === 1_000 ? 1 : 0)))).toEqual([1_000])
  })

  test('half a percent above a flat line is none', () =>
    expect(flagged(hourly(1_600, (hour) => (hour === 1_000 ? 5.025 : 5)))).toEqual([]))

  test('a step from 5 to 500 is one anomaly, not one an hour ever after', () =>
    expect(flagged(hourly(1_600, (hour) => (hour >= 1_000 ? 500 : 5)))).toEqual([1_000]))

  test('a night value as high as noon is one where the rhythm is known, and noon itself is none', () => {
    const random = seeded(7)
    const found = flagged(
      hourly(1_600, (hour) => rhythm(hour) + 0.3 * normal(random) + (hour === 1_218 ? 8 : 0)),
    )
    expect(found).toContain(1_218)
    expect(found.length).toBeLessThanOrEqual(4)
  })

  test('with every fifth point missing the spike is found all the same; a missing value has no score', () => {
    const random = seeded(8)
    const series = hourly(1_600, (hour) => {
      const value = rhythm(hour) + 0.3 * normal(random) + (hour === 1_203 ? 5 : 0)
      if (hour % 5 === 1) return undefined
      return hour % 50 === 2 ? Number.NaN : value
    })
    expect(flagged(series)).toContain(1_203)
    const { scores, anomalies } = detectAnomalies(series)
    expect([...series.values].map(Number.isNaN)).toEqual([...scores].map(Number.isNaN))
    expect([...scores].every((score, index) => !Number.isNaN(score) || anomalies[index] === 0)).toBe(true)
  })

  test('noise a thousand times larger is an anomaly once, then the new scale is known', () => {
    const random = seeded(9)
    const found = flagged(hourly(3_200, (hour) => (5 + normal(random)) * (hour >= 1_500 ? 1_000 : 1)))
    expect(found.filter((hour) => hour >= 1_500 && hour < 1_524)).toEqual([1_500])
    expect(found.filter((hour) => hour >= 1_524).length).toBeLessThanOrEqual(10)
  })

  test('a steady trend is none', () => {
    const random = seeded(10)
    expect(flagged(hourly(3_200, (hour) => 5 + 0.01 * hour + normal(random))).length).toBeLessThanOrEqual(16)
  })

  test('conversions that happen once in twenty hours are not an alert each', () => {
    const random = seeded(11)
    expect(flagged(hourly(1_600, () => (random() < 0.05 ? 1 : 0))).length).toBeLessThanOrEqual(8)
  })

  test('a daily series knows its weekend: Saturdays of 140 beside 100 are none, a Tuesday of 160 is one', () => {
    const random = seeded(12)
    const days = hourly(
      400,
      (day) => 100 + (day % 7 >= 5 ? 40 : 0) + 3 * normal(random) + (day === 303 ? 60 : 0),
    )
    const found = flagged({ ...days, times: days.times.map((at) => at * 24) }).map((hour) => hour / 24)
    expect(found).toContain(303)
    expect(found.length).toBeLessThanOrEqual(3)
  })
})

describe('scores', () => {
  test('depend on earlier points only: the beginning of a series scores as it does alone', () => {
    const { series } = adSeries(3)
    const whole = detectAnomalies(series).scores
    for (const length of [0, 1, 2, 30, 777]) {
      const part = { times: series.times.subarray(0, length), values: series.values.subarray(0, length) }
      expect(detectAnomalies(part).scores).toEqual(whole.subarray(0, length))
    }
  })

  test('lie between 0 and 1 for whatever numbers and times come, and flags are those from the threshold on', () => {
    const point = fc.record({
      gap: fc.oneof(fc.constant(HOUR_MS), fc.nat(1e10)),
      value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -3, max: 3 })),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), (points) => {
        let at = 0
        const times = Float64Array.from(points, ({ gap }) => (at += gap))
        const values = Float64Array.from(points, ({ value }) => value)
        const { scores, anomalies } = detectAnomalies({ times, values })
        for (const [index, score] of scores.entries()) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          if (anomalies[index] === 1) expect(score).toBeGreaterThanOrEqual(ANOMALY_THRESHOLD)
        }
      }),
    )
  })

  test('can be called off', () =>
    expect(() =>
      detectAnomalies(
        hourly(10, () => 1),
        { signal: { aborted: true } },
      ),
    ).toThrow(Cancelled))
})
