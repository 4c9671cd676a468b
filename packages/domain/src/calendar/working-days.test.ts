import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './date-arithmetic.ts'
import { CN_WORK_CALENDAR, isWorkingDay } from './work-calendar.ts'
import { addWorkingDays, leadDate, workingDaysBetween } from './working-days.ts'

describe('working days', () => {
  it.each([
    ['2025-04-30', 1, '2025-05-06'],
    ['2025-05-06', -1, '2025-04-30'],
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-01-27', 1, '2025-02-05'],
    ['2025-06-07', 0, '2025-06-07'],
  ])('%s plus %d is %s', (date, days, expected) => {
    expect(addWorkingDays(date, days, CN_WORK_CALENDAR)).toBe(expected)
  })
  it('counts both ends: the week of 26–30 May 2025 has 5, over the Labour Day holiday 1 of 7', () => {
    expect(workingDaysBetween('2025-05-26', '2025-05-30', CN_WORK_CALENDAR)).toBe(5)
    expect(workingDaysBetween('2025-04-30', '2025-05-05', CN_WORK_CALENDAR)).toBe(1)
    expect(workingDaysBetween('2025-05-30', '2025-05-26', CN_WORK_CALENDAR)).toBe(0)
  })
  it('the n-th working day after a day is n working days away', () => {
    const day = fc.integer({ min: 0, max: 2900 }).map((offset) => addDays('2019-01-01', offset))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (date, days) => {
        const later = addWorkingDays(date, days, CN_WORK_CALENDAR)
        expect(isWorkingDay(later, CN_WORK_CALENDAR)).toBe(true)
        expect(workingDaysBetween(addDays(date, 1), later, CN_WORK_CALENDAR)).toBe(days)
        const earlier = addWorkingDays(date, -days, CN_WORK_CALENDAR)
        expect(workingDaysBetween(earlier, addDays(date, -1), CN_WORK_CALENDAR)).toBe(days)
      }),
      { numRuns: 200 },
    )
  })
})

describe('rule 12: "N days before" are calendar days; a day off moves to the previous working day', () => {
  it('shop support 15 days before the event of June 10 is May 26, a Monday', () => {
    expect(leadDate('2025-06-10', 15, CN_WORK_CALENDAR)).toEqual({ date: '2025-05-26', movedFrom: null })
  })
  it('3 days before June 10 lands on a Saturday and moves to Friday', () => {
    expect(leadDate('2025-06-10', 3, CN_WORK_CALENDAR)).toEqual({
      date: '2025-06-06',
      movedFrom: '2025-06-07',
    })
  })
  it('inside the Spring Festival it moves before the whole holiday', () => {
    expect(leadDate('2025-02-10', 8, CN_WORK_CALENDAR)).toEqual({
      date: '2025-01-27',
      movedFrom: '2025-02-02',
    })
  })
  it('a make-up Sunday is a working day', () => {
    expect(leadDate('2025-02-10', 15, CN_WORK_CALENDAR)).toEqual({ date: '2025-01-26', movedFrom: null })
  })
})
