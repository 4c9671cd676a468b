import { expect, test } from 'vitest'
import { zonedInstant } from './zoned-instant.ts'

test.each([
  ['2025-06-10T09:00', 'Asia/Shanghai', '2025-06-10T01:00:00.000Z'],
  ['2026-01-01T00:00', 'Asia/Shanghai', '2025-12-31T16:00:00.000Z'],
  ['2025-12-31T23:59', 'Asia/Shanghai', '2025-12-31T15:59:00.000Z'],
  ['2025-06-10T09:00', 'UTC', '2025-06-10T09:00:00.000Z'],
  ['2025-03-09T01:59', 'America/Los_Angeles', '2025-03-09T09:59:00.000Z'],
  ['2025-03-09T03:00', 'America/Los_Angeles', '2025-03-09T10:00:00.000Z'],
  ['2025-11-02T09:00', 'America/Los_Angeles', '2025-11-02T17:00:00.000Z'],
])('%s in %s is %s', (local, zone, instant) => {
  expect(zonedInstant(local, zone).toISOString()).toBe(instant)
})
