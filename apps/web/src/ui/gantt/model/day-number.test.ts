import { civilOf } from '@yingce/domain/calendar/local-date'
import { describe, expect, test } from 'vitest'
import { dayNumberOf, formatDay, isoWeekOf, parseDay, planWeekOf, weekdayOf } from './day-number.ts'

describe('day numbers', () => {
  test.each(['1969-12-31', '1970-01-01', '2024-02-29', '2026-04-22', '2099-12-31'])(
    '%s is read and written back unchanged',
    (date) => {
      expect(formatDay(parseDay(date)!)).toBe(date)
    },
  )
  test.each([null, undefined, '', '2026-02-30', '2026-4-1', '2026-13-01', '第5周周一'])(
    '%s is no date',
    (text) => {
      expect(parseDay(text)).toBeNull()
    },
  )
  test('every day of 80 years has the civil date that Date gives it', () => {
    for (let day = 0; day < 29_220; day += 3) {
      const date = new Date(day * 86_400_000)
      expect(civilOf(day)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      })
    }
  })
  test.each([
    ['2026-04-20', 0],
    ['2026-04-26', 6],
    ['1970-01-01', 3],
    ['1969-12-29', 0],
  ])('%s is weekday %i counted from Monday', (date, weekday) => {
    expect(weekdayOf(parseDay(date)!)).toBe(weekday)
  })
  test.each([
    ['2026-01-01', 1],
    ['2027-01-01', 53],
    ['2024-12-30', 1],
    ['2026-04-22', 17],
  ])('%s lies in ISO week %i', (date, week) => {
    expect(isoWeekOf(parseDay(date)!)).toBe(week)
  })
  test('week 1 of a plan is the Monday–Sunday week that holds its start', () => {
    const start = dayNumberOf(2026, 4, 1)
    expect(planWeekOf(dayNumberOf(2026, 3, 30), start)).toBe(1)
    expect(planWeekOf(dayNumberOf(2026, 4, 6), start)).toBe(2)
    expect(planWeekOf(dayNumberOf(2026, 3, 29), start)).toBe(0)
  })
})
