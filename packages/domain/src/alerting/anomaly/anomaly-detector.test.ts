import { describe, expect, test } from 'vitest'
import { HOUR_MS } from './ad-series.fixture.ts'
import { createAnomalyDetector, scoreNext } from './anomaly-detector.ts'
import type { AnomalyDetector } from './anomaly-detector.ts'

/** −ln of (0.004 over three spans): a surprise of this size scores 0.5. */
const LEAST = -Math.log(0.004 / 3)
function fed(values: readonly number[], step = HOUR_MS): AnomalyDetector {
  const detector = createAnomalyDetector()
  values.forEach((value, index) => scoreNext(detector, index * step, value))
  return detector
}
/** One that knows a level of 100 with a mean miss of 10, hourly, and has seen much. */
function settled(more: Partial<AnomalyDetector> = {}): AnomalyDetector {
  return {
    ...createAnomalyDetector(),
    level: 100,
    meanAbsolute: 10,
    plainMeanAbsolute: 10,
    seen: 2_000,
    pointsPerDay: 24,
    ...more,
  }
}

describe('the first points of a stream (M4)', () => {
  test('the first is the level and scores 0, the second is half of the next level and its miss the first', () => {
    const one = createAnomalyDetector()
    expect(scoreNext(one, 5, 10)).toBe(0)
    expect(one).toMatchObject({ level: 10, lastAt: 5, seen: 1, pointsPerDay: 0 })
    const two = fed([10, 12])
    expect(two).toMatchObject({ level: 11, meanAbsolute: 2, plainMeanAbsolute: 1, seen: 2, pointsPerDay: 24 })
  })

  test('10, 10, 11: without noise 1 % of the level is a deviation, so the third lies ten of them off', () => {
    const detector = fed([10, 10])
    const score = scoreNext(detector, 2 * HOUR_MS, 11)
    // The least variance of single points is a half; the line has sunk by 0.025 × 0.15 with the second.
    const surprise = (10 / Math.sqrt(0.5) - 1.596_25) / 0.6 - Math.log(0.025)
    expect(score).toBeCloseTo(surprise / (surprise + LEAST), 6)
    expect(detector.oldNews).toBeCloseTo(surprise, 6)
  })
})

describe('how far a point lies off (M4)', () => {
  /** The score of a point in a stream that has seen no tail yet. */
  const scoreAt = (value: number, more: Partial<AnomalyDetector> = {}) =>
    scoreNext(settled(more), HOUR_MS, value)
  /** The score of a deviation on the shortest span, against a fresh tail. */
  const scoreOf = (deviations: number) => {
    const surprise = (deviations - 1.6) / 0.6 - Math.log(0.025)
    return surprise / (surprise + LEAST)
  }

  test('is counted in mean misses × 1.2533', () => {
    const deviation = 1.2533 * 10
    expect(scoreAt(100)).toBe(0)
    expect(scoreAt(100 + 3 * deviation)).toBe(0)
    expect(scoreAt(100 + 5 * deviation)).toBeCloseTo(scoreOf(5), 9)
    expect(scoreAt(100 - 5 * deviation)).toBeCloseTo(scoreOf(5), 9)
  })

  test('but in no less than 1 % of the level, nor a fifth of the plain mean of all misses', () => {
    expect(scoreAt(105, { meanAbsolute: 0, plainMeanAbsolute: 0 })).toBeCloseTo(scoreOf(5), 9)
    expect(scoreAt(-105, { level: -100, meanAbsolute: 0, plainMeanAbsolute: 0 })).toBeCloseTo(scoreOf(5), 9)
    expect(scoreAt(150, { meanAbsolute: 0, plainMeanAbsolute: 50 })).toBeCloseTo(scoreOf(5), 9)
  })

  test('a miss of any size is at most a million deviations', () => {
    const none = { level: 0, meanAbsolute: 0, plainMeanAbsolute: 0 }
    expect(scoreAt(1e300, none)).toBeCloseTo(scoreOf(1e6), 9)
    expect(scoreAt(-1e300, none)).toBeCloseTo(scoreOf(1e6), 9)
    expect(scoreAt(5e-12, none)).toBeCloseTo(scoreOf(5), 9)
  })

  test('what the hour and the weekday explain is no miss', () => {
    const detector = settled()
    detector.season.hours[1] = 60
    expect(scoreNext(detector, HOUR_MS, 160)).toBe(0)
  })
})

describe('old news (M4)', () => {
  const DEVIATION = 12.533

  test('what an anomaly has just said is taken off the next, which is the news only by the rest', () => {
    const detector = settled({ oldNews: 6 })
    const surprise = (8 - 1.6) / 0.6 - Math.log(0.025)
    const old = 6 * 2 ** (-1 / 60)
    const news = surprise - old
    expect(scoreNext(detector, HOUR_MS, 100 + 8 * DEVIATION)).toBeCloseTo(news / (news + LEAST), 6)
    expect(detector.oldNews).toBeCloseTo(surprise, 6)
  })

  test('less of a surprise than that is no news and is not remembered', () => {
    const detector = settled({ oldNews: 60 })
    expect(scoreNext(detector, HOUR_MS, 100 + 8 * DEVIATION)).toBe(0)
    expect(detector.oldNews).toBeCloseTo(60 * 2 ** (-1 / 60), 9)
  })

  test('halves in 60 hours, of a daily series in a week; without time going by it stays', () => {
    const after = (hours: number, pointsPerDay: number) => {
      const detector = settled({ oldNews: 8, pointsPerDay })
      scoreNext(detector, hours * HOUR_MS, 100)
      return detector.oldNews
    }
    expect(after(60, 24)).toBeCloseTo(4, 9)
    expect(after(7 * 24, 1)).toBeCloseTo(8 * 2 ** ((-7 * 24) / (7 * 24 * (1 + 1 / 300))), 9)
    expect(after(24, 1)).toBeCloseTo(8 * 2 ** (-1 / 7), 9)
    expect(after(0, 24)).toBe(8)
  })
})

describe('the rhythm of the points (M4)', () => {
  test('is known from the second on, and a gap counts as twice the usual at most', () => {
    const rhythm = (...hours: number[]) => {
      const detector = createAnomalyDetector()
      for (const hour of hours) scoreNext(detector, hour * HOUR_MS, 1)
      return detector.pointsPerDay
    }
    expect(rhythm(0)).toBe(0)
    expect(rhythm(0, 0)).toBe(0)
    expect(rhythm(0, 1)).toBe(24)
    expect(rhythm(0, 1, 2)).toBe(24)
    // A third of the way from 1 to 2 hours.
    expect(rhythm(0, 1, 3)).toBeCloseTo(18, 9)
    expect(rhythm(0, 1, 100)).toBeCloseTo(18, 9)
    expect(rhythm(0, 1, 1.5)).toBeCloseTo(24 / (1 - 0.5 / 3), 9)
  })

  test('of a long stream one point moves it by a three hundredth; time that runs backwards by nothing', () => {
    const detector = settled()
    scoreNext(detector, 2 * HOUR_MS, 100)
    expect(detector.pointsPerDay).toBeCloseTo(24 / (1 + 1 / 300), 9)
    expect(detector.lastAt).toBe(2 * HOUR_MS)
    const { pointsPerDay } = detector
    scoreNext(detector, HOUR_MS, 100)
    expect(detector).toMatchObject({ pointsPerDay, lastAt: HOUR_MS })
  })
})

describe('what a point teaches (M4)', () => {
  const taught = (value: number, more: Partial<AnomalyDetector> = {}) => {
    const detector = settled(more)
    scoreNext(detector, HOUR_MS, value)
    return detector
  }

  test('the level goes its way with a half-life of 2.5 days, but of 10 points at least and 1,500 at most', () => {
    expect(taught(110).level).toBeCloseTo(100 + (Math.LN2 / 60) * 10, 9)
    expect(taught(110, { pointsPerDay: 1, lastAt: -23 * HOUR_MS }).level).toBeCloseTo(100 + Math.LN2, 9)
    expect(taught(110, { pointsPerDay: 24_000, lastAt: 0.999 * HOUR_MS, seen: 1_000_000 }).level).toBeCloseTo(
      100 + (Math.LN2 / 1_500) * 10,
      9,
    )
    expect(taught(110, { seen: 19 }).level).toBeCloseTo(100 + 10 / 20, 9)
  })

  test('the mean miss is that of the last 300 points, the plain one of the last 1,500', () => {
    expect(taught(120).meanAbsolute).toBeCloseTo(10 + 10 / 300, 9)
    expect(taught(120).plainMeanAbsolute).toBeCloseTo(10 + 10 / 1_500, 9)
    expect(taught(80, { seen: 99 })).toMatchObject({
      meanAbsolute: expect.closeTo(10.1, 9),
      plainMeanAbsolute: expect.closeTo(10.1, 9),
    })
    expect(taught(120, { plainMeanAbsolute: 0 }).plainMeanAbsolute).toBeCloseTo(20 / 1_500, 9)
  })

  test('a far miss is learnt as four deviations, the plain mean takes up to 300 of its own', () => {
    const bound = 4 * 12.533
    for (const sign of [1, -1]) {
      const far = taught(100 + sign * 1e6)
      expect(far.meanAbsolute).toBeCloseTo(10 + (bound - 10) / 300, 9)
      expect(far.plainMeanAbsolute).toBeCloseTo(10 + (3_000 - 10) / 1_500, 9)
      expect(far.level).toBeCloseTo(100 + (sign * bound * Math.LN2) / 60, 9)
      expect(far.season.hours[1]).toBeCloseTo((sign * bound) / 2, 9)
      expect(far.strange).toBe(1)
    }
  })

  test('a miss within the bound ends the row of strangers', () => {
    expect(taught(110, { strange: 7 }).strange).toBe(0)
    expect(taught(500, { strange: 7 }).strange).toBe(8)
  })

  test('the twelfth stranger in a row is a new state: the level goes to them and the miss is their spread', () => {
    const detector = settled({ strange: 11, strangers: new Float64Array(12).fill(400) })
    detector.strangers[0] = 200
    scoreNext(detector, HOUR_MS, 700)
    // Ten of 400, one of 200 and the last of 600: 400 on average, 400 ÷ 12 apart.
    expect(detector.level).toBeCloseTo(100 + (4 * 12.533 * Math.LN2) / 60 + 400, 9)
    expect(detector.meanAbsolute).toBeCloseTo(400 / 12, 9)
    expect(detector.strange).toBe(0)
  })

  test('a spread below the known miss leaves that as it is', () => {
    const detector = settled({ strange: 11, strangers: new Float64Array(12).fill(600) })
    scoreNext(detector, HOUR_MS, 700)
    expect(detector.meanAbsolute).toBeCloseTo(10 + (4 * 12.533 - 10) / 300, 9)
  })

  test('eleven strangers are none', () =>
    expect(taught(700, { strange: 10 })).toMatchObject({ strange: 11, level: expect.closeTo(100.579, 3) }))
})
