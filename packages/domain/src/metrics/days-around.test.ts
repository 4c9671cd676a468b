import { describe, expect, test } from 'vitest'
import { daysAround } from './days-around.ts'

const text = (days: { from: string; to: string } | null) =>
  days === null ? null : `${days.from}..${days.to}`

describe('X10, M10: days on which an effect is measured', () => {
  test.each([
    ['on the day itself nothing is after', '2025-06-10', '2025-06-03..2025-06-09', null],
    ['the next day is not over', '2025-06-11', '2025-06-03..2025-06-09', null],
    ['one day over is compared with one', '2025-06-12', '2025-06-09..2025-06-09', '2025-06-11..2025-06-11'],
    ['three with three', '2025-06-14', '2025-06-07..2025-06-09', '2025-06-11..2025-06-13'],
    ['never more than seven', '2025-07-30', '2025-06-03..2025-06-09', '2025-06-11..2025-06-17'],
    ['planned ahead', '2025-06-01', '2025-06-03..2025-06-09', null],
  ])('%s', (_name, today, before, after) => {
    const days = daysAround('2025-06-10', today)
    expect([text(days.before), text(days.after)]).toEqual([before, after])
  })
})
