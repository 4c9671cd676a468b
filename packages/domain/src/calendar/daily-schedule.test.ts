import { describe, expect, it } from 'vitest'
import { latestOccurrence } from './daily-schedule.ts'

describe('calendar: when a daily schedule was last due', () => {
  it.each([
    ['at the minute itself', { at: '09:00' }, '2025-06-10T09:00', '2025-06-10T09:00'],
    ['a minute before: yesterday', { at: '09:00' }, '2025-06-10T08:59', '2025-06-09T09:00'],
    ['on 1 January: last year', { at: '09:00' }, '2026-01-01T00:00', '2025-12-31T09:00'],
    ['Fridays, on a Thursday', { at: '17:00', weekdays: [5] }, '2025-06-12T18:00', '2025-06-06T17:00'],
    ['Fridays, on Friday before', { at: '17:00', weekdays: [5] }, '2025-06-13T16:59', '2025-06-06T17:00'],
    ['Fridays, on Friday', { at: '17:00', weekdays: [5] }, '2025-06-13T17:00', '2025-06-13T17:00'],
  ] as const)('%s', (_rule, schedule, now, expected) => {
    expect(latestOccurrence(schedule, now)).toBe(expected)
  })
})
