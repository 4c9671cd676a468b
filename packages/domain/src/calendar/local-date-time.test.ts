import { describe, expect, it } from 'vitest'
import { addMinutes, atTime, diffMinutes, parseLocalDateTime, parseLocalTime } from './local-date-time.ts'

describe('wall-clock moments', () => {
  it.each(['2025-06-05T18:00', '2024-02-29T00:00'])('%s is one', (text) => {
    expect(parseLocalDateTime(text)).toBe(text)
  })
  it.each(['2025-06-05', '2025-06-05T24:00', '2025-06-05 18:00', '2025-02-29T10:00', '2025-06-05T18:00:00'])(
    '%s is none',
    (text) => {
      expect(parseLocalDateTime(text)).toBeNull()
    },
  )
  it('24:00 is midnight of the next day', () => {
    expect(atTime('2025-12-31', 24, 0)).toBe('2026-01-01T00:00')
    expect(atTime('2025-12-31', 24, 1)).toBeNull()
    expect(parseLocalTime('24:00')).toBeNull()
  })
  it('one hour late: planned 18:00, done 19:00', () => {
    expect(diffMinutes('2025-06-05T18:00', '2025-06-05T19:00')).toBe(60)
    expect(diffMinutes('2025-06-05T23:30', '2025-06-06T00:15')).toBe(45)
  })
  it('minutes carry over days in both directions', () => {
    expect(addMinutes('2025-06-05T23:30', 45)).toBe('2025-06-06T00:15')
    expect(addMinutes('2025-01-01T00:00', -1)).toBe('2024-12-31T23:59')
  })
})
