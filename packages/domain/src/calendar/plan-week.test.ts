import { describe, expect, it } from 'vitest'
import { dayOfPlanWeek, weekOfPlan } from './plan-week.ts'

describe('rule 12: week 1 is the Monday–Sunday week that holds the plan’s start', () => {
  it.each([
    ['2025-05-01', '2025-05-01', 1],
    ['2025-05-01', '2025-05-04', 1],
    ['2025-05-01', '2025-05-05', 2],
    ['2025-05-01', '2025-04-28', 1],
    ['2025-05-01', '2025-04-27', 0],
    ['2025-05-04', '2025-05-05', 2],
    ['2025-12-29', '2026-01-05', 2],
  ])('a plan from %s: %s lies in week %d', (start, date, week) => {
    expect(weekOfPlan(start, date)).toBe(week)
  })
  it('week 5 Monday of a plan from Thursday, May 1 is May 26', () => {
    expect(dayOfPlanWeek('2025-05-01', 5, 1)).toBe('2025-05-26')
    expect(dayOfPlanWeek('2025-05-01', 6, 7)).toBe('2025-06-08')
  })
  it('week and day undo each other', () => {
    for (let week = -3; week < 60; week++)
      expect(weekOfPlan('2025-05-01', dayOfPlanWeek('2025-05-01', week, 4))).toBe(week)
  })
})
