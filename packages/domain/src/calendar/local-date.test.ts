import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  diffDays,
  eachDay,
  endOfMonth,
  endOfWeek,
  isoWeekOf,
  maxDate,
  minDate,
  startOfMonth,
  startOfWeek,
  weekdayOf,
} from './date-arithmetic.ts'
import { dayNumber, fromDayNumber, isLocalDate, localDate, parseLocalDate, partsOf } from './local-date.ts'

const anyDay = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') })

describe('a date is strict text', () => {
  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-6-1',
    '2025/06/01',
    '0000-01-01',
    '2025-06-31',
    ' 2025-06-01',
    '1900-02-29',
  ])('%s is none', (text) => {
    expect(parseLocalDate(text)).toBeNull()
    expect(isLocalDate(text)).toBe(false)
  })
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(parseLocalDate(text)).toBe(text)
  })
  it('parts of something else are refused', () => {
    expect(() => partsOf('2025-02-30')).toThrow(RangeError)
  })
})

describe('day numbers agree with the proleptic Gregorian calendar', () => {
  it('at known days', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2000-03-01')).toBe(11_017)
    expect(fromDayNumber(-719_162)).toBe('0001-01-01')
  })
  it('on any day, forwards and backwards, as the platform counts', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = fromDayNumber(day)
        expect(dayNumber(date)).toBe(day)
        expect(date).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })
  it('beyond the year 9999 there is no date', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
})

describe('arithmetic', () => {
  it('addDays and diffDays undo each other', () => {
    const near = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(
        near,
        near,
        (day, days) => diffDays(fromDayNumber(day), addDays(fromDayNumber(day), days)) === days,
      ),
    )
  })
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-03-31', -13, '2024-02-29'],
  ])('%s plus %d months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })
  it('the least and the latest skip what is missing', () => {
    expect(minDate(['2025-06-10', null, '2025-06-01'])).toBe('2025-06-01')
    expect(maxDate(['2025-06-10', null, '2025-06-01'])).toBe('2025-06-10')
    expect(maxDate([null])).toBeNull()
  })
  it('each day includes both ends and is empty backwards', () => {
    expect(eachDay('2025-02-27', '2025-03-01')).toEqual(['2025-02-27', '2025-02-28', '2025-03-01'])
    expect(eachDay('2025-03-01', '2025-02-28')).toEqual([])
  })
  it('months begin and end', () => {
    expect([startOfMonth('2024-02-15'), endOfMonth('2024-02-15')]).toEqual(['2024-02-01', '2024-02-29'])
  })
  it('no such day is null', () => {
    expect(localDate(2025, 2, 29)).toBeNull()
    expect(localDate(2025, 1.5, 1)).toBeNull()
  })
})

describe('weeks run Monday to Sunday', () => {
  it('weekday and week agree on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const date = fromDayNumber(day)
        expect(weekdayOf(date) % 7).toBe(new Date(`${date}T00:00Z`).getUTCDay())
        expect(weekdayOf(startOfWeek(date))).toBe(1)
        expect(diffDays(startOfWeek(date), endOfWeek(date))).toBe(6)
        expect(startOfWeek(date) <= date && date <= endOfWeek(date)).toBe(true)
      }),
    )
  })
  it.each([
    ['2024-12-30', 2025, 1],
    ['2025-12-28', 2025, 52],
    ['2026-12-31', 2026, 53],
    ['2021-01-03', 2020, 53],
  ])('%s lies in ISO week %d-W%d', (date, year, week) => {
    expect(isoWeekOf(date)).toEqual({ year, week })
  })
})
