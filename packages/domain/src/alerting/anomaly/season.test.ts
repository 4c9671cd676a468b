import { describe, expect, test } from 'vitest'
import { HOUR_MS } from './ad-series.fixture.ts'
import { createSeason, learnSeason, seasonalOffset } from './season.ts'

const DAY_MS = 24 * HOUR_MS
const DAILY = 1
const HOURLY = 24
/** 1970-01-01 was a Thursday; two weeks on it is one again. */
const THURSDAY = 0
function taught(times: readonly number[], missed: number, pointsPerDay: number) {
  const season = createSeason()
  for (const at of times) learnSeason(season, at, missed, pointsPerDay)
  return season
}

describe('the weekday of a daily series (M4)', () => {
  test('counts from its second visit: a third of the first miss and a quarter of the second', () => {
    const once = taught([THURSDAY], 12, DAILY)
    expect(seasonalOffset(once, THURSDAY + 7 * DAY_MS, DAILY)).toBe(0)
    const twice = taught([THURSDAY, THURSDAY + 7 * DAY_MS], 12, DAILY)
    expect(seasonalOffset(twice, THURSDAY + 14 * DAY_MS, DAILY)).toBeCloseTo(4 + 3, 12)
    for (const other of [1, 2, 3, 4, 5, 6])
      expect(seasonalOffset(twice, THURSDAY + other * DAY_MS, DAILY)).toBe(0)
  })

  test('is the same before 1970: seven days earlier is the same weekday', () => {
    const season = taught([-7 * DAY_MS, -14 * DAY_MS], 12, DAILY)
    expect(seasonalOffset(season, THURSDAY + 5 * HOUR_MS, DAILY)).toBeCloseTo(7, 12)
    expect(seasonalOffset(season, THURSDAY - 1, DAILY)).toBe(0)
  })

  test('later visits move it by 15 % of what was missed, many a day by their share, hardly ever by nothing', () => {
    const rate = (visits: number, pointsPerDay: number) => {
      const season = createSeason()
      season.weekdayVisits[0] = visits
      learnSeason(season, THURSDAY, 1, pointsPerDay)
      return season.weekdays[0]
    }
    expect(rate(4, DAILY)).toBeCloseTo(0.15, 12)
    expect(rate(100, DAILY)).toBeCloseTo(0.15, 12)
    expect(rate(0, 2)).toBeCloseTo(1 / 3, 12)
    expect(rate(0, 3)).toBeCloseTo(1 / 4, 12)
    expect(rate(1_000, 3)).toBeCloseTo(0.06, 12)
    expect(rate(1_000, HOURLY)).toBeCloseTo(0.0075, 12)
    expect(rate(0, HOURLY)).toBeCloseTo(1 / 25, 12)
    expect(rate(100_000, 1_440)).toBeCloseTo(0.0005, 12)
  })

  test('knows no hours: noon and midnight are the same, with fewer than four points a day', () => {
    for (const pointsPerDay of [DAILY, 3.99]) {
      const season = taught([THURSDAY + 5 * HOUR_MS], 12, pointsPerDay)
      expect([...season.hours].every((offset) => offset === 0)).toBe(true)
      expect([...season.hourVisits].every((visits) => visits === 0)).toBe(true)
      season.hours[5] = 9
      expect(seasonalOffset(season, THURSDAY + 5 * HOUR_MS, pointsPerDay)).toBe(0)
    }
  })
})

describe('the hour of an hourly series (M4)', () => {
  test('takes half of its first miss, a third of the second, and 12 % of later ones', () => {
    const at = THURSDAY + 5 * HOUR_MS
    const first = taught([at], 12, HOURLY)
    expect(first.hours[5]).toBe(6)
    expect(taught([at, at], 12, HOURLY).hours[5]).toBeCloseTo(6 + 4, 12)
    const season = createSeason()
    season.hourVisits[5] = 500
    learnSeason(season, at, 1, HOURLY)
    expect(season.hours[5]).toBeCloseTo(0.12, 12)
    expect(season.hourVisits[5]).toBe(501)
  })

  test('is shared by the points of the hour: twelve of them move it by 1 % each, four a day by 12 % each', () => {
    const rate = (pointsPerDay: number) => {
      const season = createSeason()
      season.hourVisits[5] = 100_000
      learnSeason(season, THURSDAY + 5 * HOUR_MS, 1, pointsPerDay)
      return season.hours[5]
    }
    expect(rate(12 * 24)).toBeCloseTo(0.01, 12)
    expect(rate(4)).toBeCloseTo(0.12, 12)
    expect(rate(100_000)).toBeCloseTo(0.0005, 12)
  })

  test('is that of the wall clock, to its last millisecond, before 1970 as well', () => {
    const season = createSeason()
    season.hours.forEach((_offset, hour) => (season.hours[hour] = hour + 1))
    const offset = (at: number) => seasonalOffset(season, at, HOURLY)
    expect(offset(THURSDAY)).toBe(1)
    expect(offset(THURSDAY + HOUR_MS - 1)).toBe(1)
    expect(offset(THURSDAY + HOUR_MS)).toBe(2)
    expect(offset(THURSDAY + 23.5 * HOUR_MS)).toBe(24)
    expect(offset(THURSDAY - 1)).toBe(24)
    expect(offset(THURSDAY - DAY_MS)).toBe(1)
    expect(seasonalOffset(season, THURSDAY, 4)).toBe(1)
  })

  test('and the weekday add up once a whole day of that weekday was seen', () => {
    const season = createSeason()
    season.hours[5] = 2
    season.weekdays[0] = 10
    const at = THURSDAY + 5 * HOUR_MS
    season.weekdayVisits[0] = 23
    expect(seasonalOffset(season, at, HOURLY)).toBe(2)
    season.weekdayVisits[0] = 24
    expect(seasonalOffset(season, at, HOURLY)).toBe(12)
  })
})
