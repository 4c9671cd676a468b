import { describe, expect, test } from 'vitest'
import { MAX_PAUSE_MILLIS, MAX_TRIES, rushWait, waitAfter } from './backoff.ts'

describe('waiting after failures', () => {
  test.each([
    [1, null, 0.5, 30_000],
    [2, null, 0.5, 60_000],
    [7, null, 0.5, 1_800_000],
    [50, null, 0.5, 1_800_000],
    [1, null, 0, 24_000],
    [1, null, 1, 36_000],
    [1, 600, 0, 600_000],
    [1, 600, 1, 720_000],
    [10, 60, 0, 1_440_000],
  ])('after %i failures, asked for %s s, at chance %s: %i ms', (failures, asked, random, millis) => {
    expect(waitAfter(failures, asked, random)).toBe(millis)
  })

  test('twenty tries outlast an outage of six hours, and no wait is longer than the longest', () => {
    const waits = Array.from({ length: MAX_TRIES - 1 }, (_, index) => waitAfter(index + 1, null, 0))
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(5.3 * 3_600_000)
    expect(waitAfter(30, null, 1)).toBeLessThanOrEqual(MAX_PAUSE_MILLIS)
  })
})

test.each([
  ['10:00:00', 0, 60_000],
  ['10:00:59', 0, 1_000],
  ['10:30:10', 1, 170_000],
  ['10:01:00', 0.5, 0],
  ['10:29:59', 0.5, 0],
])('around the full and the half hour nothing goes to Feishu: %s', (time, random, millis) => {
  expect(rushWait(new Date(`2025-06-10T${time}Z`), random)).toBe(millis)
})
