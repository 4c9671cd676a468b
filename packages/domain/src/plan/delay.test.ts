import { describe, expect, it } from 'vitest'
import { delayOf, postponedDays } from './delay.ts'
import { stepTiming } from './step-timing.ts'

const task = (
  status: 'in_progress' | 'pending_acceptance' | 'done' | 'cancelled',
  plannedEnd: string | null,
  actualEnd: string | null = null,
) => ({ status, plannedEnd, actualEnd })

describe('X3: 延期 is derived', () => {
  it('a task is not late on its planned end and 1 day late the day after', () => {
    expect(delayOf(task('in_progress', '2025-06-20'), '2025-06-20')).toBeNull()
    expect(delayOf(task('in_progress', '2025-06-20'), '2025-06-21')).toEqual({ state: 'overdue', days: 1 })
  })
  it('counts across a month’s and a leap day’s end', () => {
    expect(delayOf(task('pending_acceptance', '2024-02-28'), '2024-03-02')).toEqual({
      state: 'overdue',
      days: 3,
    })
  })
  it('a done task is late by its actual end, whatever today is', () => {
    expect(delayOf(task('done', '2025-06-20', '2025-06-23'), '2026-01-01')).toEqual({
      state: 'finished_late',
      days: 3,
    })
    expect(delayOf(task('done', '2025-06-20', '2025-06-18'), '2026-01-01')).toBeNull()
    expect(delayOf(task('done', '2025-06-20', null), '2026-01-01')).toBeNull()
  })
  it('cancelled tasks and tasks without a planned end are never late', () => {
    expect(delayOf(task('cancelled', '2025-06-20'), '2026-01-01')).toBeNull()
    expect(delayOf(task('in_progress', null), '2026-01-01')).toBeNull()
  })
  it('a planned end moved from June 20 to June 25 after the baseline is 5 days postponed', () => {
    expect(postponedDays({ plannedEnd: '2025-06-25', baselineEnd: '2025-06-20' })).toBe(5)
    expect(postponedDays({ plannedEnd: '2025-06-25', baselineEnd: null })).toBeNull()
  })
})

describe('X2: steps are worded from their moments', () => {
  const step = (
    status: 'done' | 'in_progress' | 'cancelled',
    plannedFinish: string | null,
    actualFinish: string | null,
  ) => ({ status, plannedFinish, actualFinish })

  it('planned 18:00, finished 19:00 is done, 1 hour late', () => {
    expect(stepTiming(step('done', '2025-06-05T18:00', '2025-06-05T19:00'), '2025-06-30T00:00')).toEqual({
      code: 'done_late',
      minutes: 60,
      parts: { days: 0, hours: 1, minutes: 0 },
    })
  })
  it('planned 17:00, finished 16:30 is 30 minutes early; to the minute is on time', () => {
    expect(
      stepTiming(step('done', '2025-06-01T17:00', '2025-06-01T16:30'), '2025-06-30T00:00'),
    ).toMatchObject({ code: 'done_early', minutes: 30 })
    expect(
      stepTiming(step('done', '2025-06-01T17:00', '2025-06-01T17:00'), '2025-06-30T00:00'),
    ).toMatchObject({ code: 'done_on_time', minutes: 0 })
  })
  it('an open step is overdue by 1 day 2 hours 30 minutes against now', () => {
    expect(stepTiming(step('in_progress', '2025-06-09T12:00', null), '2025-06-10T14:30')).toEqual({
      code: 'overdue',
      minutes: 1590,
      parts: { days: 1, hours: 2, minutes: 30 },
    })
    expect(stepTiming(step('in_progress', '2025-06-09T12:00', null), '2025-06-09T12:00')?.code).toBe('open')
  })
  it('says nothing without a planned finish, when cancelled, or when done at an unknown moment', () => {
    expect(stepTiming(step('done', null, '2025-06-01T17:00'), '2025-06-30T00:00')).toBeNull()
    expect(stepTiming(step('cancelled', '2025-06-01T17:00', null), '2025-06-30T00:00')).toBeNull()
    expect(stepTiming(step('done', '2025-06-01T17:00', null), '2025-06-30T00:00')).toBeNull()
  })
})
