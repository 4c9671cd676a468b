import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SIX_DAYS } from './network.fixture.ts'
import { STANDARD_CALENDAR, STANDARD_DAY } from './schedule-calendar.ts'
import { instantOf, momentWriter, WorkClock } from './work-clock.ts'

const at = (day: string, hour: number) => instantOf(day, hour * 60)
const written = momentWriter()

describe('working time', () => {
  test('a point at the end of Friday is two instants: Friday 17:00 and Monday 08:00', () => {
    const clock = new WorkClock(STANDARD_CALENDAR, '2026-03-02')
    const point = clock.pointAt(at('2026-03-06', 20))
    expect(clock.pointAt(at('2026-03-08', 3))).toBe(point)
    expect(written(clock.finishAt(point))).toBe('2026-03-06T17:00')
    expect(written(clock.startAt(point))).toBe('2026-03-09T08:00')
  })

  test('the lunch break is no work, half a Saturday is half a day', () => {
    const clock = new WorkClock(SIX_DAYS, '2026-03-02')
    expect(written(clock.add(at('2026-03-06', 8), 5 * 60))).toBe('2026-03-06T14:00')
    expect(written(clock.add(at('2026-03-07', 8), 5 * 60))).toBe('2026-03-09T09:00')
    expect(written(clock.add(at('2026-03-05', 8), -8 * 60))).toBe('2026-03-03T08:00')
  })

  test('centuries away it is still right, and beyond the year 9999 it is refused', () => {
    const clock = new WorkClock(STANDARD_CALENDAR, '2026-03-02')
    const point = clock.pointAt(at('2026-03-02', 8))
    // 15,660 weeks of five days.
    expect(written(clock.startAt(point + 5 * 480 * 15_660))).toBe('2326-04-19T08:00')
    expect(clock.pointAt(clock.startAt(point - 480 * 60_000))).toBe(point - 480 * 60_000)
    for (const far of [1e8, -1e8])
      for (const ask of ['startAt', 'finishAt'] as const)
        expect(() => clock[ask](point + 480 * far)).toThrowError(
          expect.objectContaining({ code: 'out_of_range' }),
        )
  })

  test('31 December 9999 is the last day and 1 January 0001 the first', () => {
    const end = new WorkClock(STANDARD_CALENDAR, '9999-12-20')
    const evening = at('9999-12-31', 17)
    const last = end.pointAt(evening)
    expect(end.finishAt(last)).toBe(evening)
    expect(end.pointAt(evening + 6 * 60)).toBe(last)
    for (const ask of [
      () => end.startAt(last),
      () => end.finishAt(last + 1),
      () => end.pointAt(evening + 7 * 60),
    ])
      expect(ask).toThrowError(expect.objectContaining({ code: 'out_of_range' }))
    const begin = new WorkClock(STANDARD_CALENDAR, '0001-01-10')
    const morning = at('0001-01-01', 8)
    const first = begin.pointAt(morning)
    expect(begin.startAt(first)).toBe(morning)
    expect(begin.pointAt(morning - 8 * 60)).toBe(first)
    for (const ask of [
      () => begin.finishAt(first),
      () => begin.startAt(first - 1),
      () => begin.pointAt(morning - 8 * 60 - 1),
    ])
      expect(ask).toThrowError(expect.objectContaining({ code: 'out_of_range' }))
  })

  test('a calendar without work is refused', () => {
    const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
    expect(() => new WorkClock({ ...STANDARD_CALENDAR, week }, '2026-03-02')).toThrowError(
      expect.objectContaining({ code: 'no_working_time' }),
    )
  })

  test('a calendar may have its work in exceptions alone, but in some of them', () => {
    const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
    const only = (day: typeof STANDARD_DAY) =>
      new WorkClock({ name: 'Once', week, exceptions: new Map([['2026-03-10', day]]) }, '2026-03-02')
    expect(written(only(STANDARD_DAY).add(at('2026-03-02', 8), 5 * 60))).toBe('2026-03-10T14:00')
    expect(() => only([])).toThrowError(
      expect.objectContaining({ message: 'calendar Once has no working time' }),
    )
  })

  test('the point of an instant centuries away counts every week between, before and after', () => {
    const monday = at('2026-03-02', 8)
    for (const weeks of [15_660, -15_660]) {
      const clock = new WorkClock(STANDARD_CALENDAR, '2026-03-02')
      const point = clock.pointAt(monday)
      expect(clock.pointAt(monday + weeks * 7 * 1_440)).toBe(point + weeks * 5 * 480)
    }
  })

  test('the next work after Friday evening is on Monday, the one before Sunday ended on Friday; within work both stay', () => {
    const clock = new WorkClock(STANDARD_CALENDAR, '2026-03-02')
    expect(written(clock.next(at('2026-03-06', 20)))).toBe('2026-03-09T08:00')
    expect(written(clock.previous(at('2026-03-08', 3)))).toBe('2026-03-06T17:00')
    const within = at('2026-03-05', 9)
    expect([clock.next(within), clock.previous(within)]).toEqual([within, within])
  })

  test('points and instants agree, wherever one asks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900_000, max: 900_000 }),
        fc.constantFrom(STANDARD_CALENDAR, SIX_DAYS),
        (far, calendar) => {
          const clock = new WorkClock(calendar, '2026-03-02')
          const instant = at('2026-03-02', 0) + far
          const point = clock.pointAt(instant)
          expect(clock.pointAt(clock.startAt(point))).toBe(point)
          expect(clock.pointAt(clock.finishAt(point))).toBe(point)
          expect(clock.finishAt(point)).toBeLessThanOrEqual(instant)
          expect(clock.startAt(point)).toBeGreaterThanOrEqual(instant)
        },
      ),
    )
  })
})
