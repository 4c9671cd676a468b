import { describe, expect, test } from 'vitest'
import { retentionOf, type RetentionReading } from './retention.ts'

const reading = (
  channel: string,
  day: string,
  part: number,
  whole: number,
  metric: RetentionReading['metric'] = 'retentionRate',
): RetentionReading => ({ metric, channel, day, part, whole })

describe('M7: retention of channels (rule 11)', () => {
  test('a period has its latest reading, 30 of 100, and not the sum of two days', () => {
    const found = retentionOf([
      reading('抖音', '2025-06-30', 30, 100),
      reading('抖音', '2025-06-15', 50, 100),
      reading('小红书', '2025-06-20', 90, 300),
    ])
    expect(found?.metric).toBe('retentionRate')
    expect(found?.byChannel.get('抖音')).toEqual({ rate: 0.3, day: '2025-06-30' })
    // 30 + 90 of 100 + 300: what all reached by their latest readings.
    expect(found?.overall).toBe(0.3)
  })

  test('of two sources on one day nobody knows which people are the same: the day before counts', () => {
    const found = retentionOf([
      reading('抖音', '2025-06-30', 30, 100),
      reading('抖音', '2025-06-30', 31, 100),
      reading('抖音', '2025-06-29', 20, 100),
    ])
    expect(found?.byChannel.get('抖音')).toEqual({ rate: 0.2, day: '2025-06-29' })
  })

  test('repurchase stands in where no channel has a retention rate, and never beside one', () => {
    const bought = reading('抖音', '2025-06-30', 5, 50, 'repurchaseRate')
    expect(retentionOf([bought])).toMatchObject({ metric: 'repurchaseRate', overall: 0.1 })
    const both = retentionOf([bought, reading('小红书', '2025-06-01', 1, 4)])
    expect(both?.metric).toBe('retentionRate')
    expect([...(both?.byChannel.keys() ?? [])]).toEqual(['小红书'])
  })

  test('of nobody nobody stays: a reading over 0 people is none', () => {
    expect(retentionOf([reading('抖音', '2025-06-30', 0, 0)])).toBeNull()
    expect(retentionOf([])).toBeNull()
    expect(retentionOf([reading('抖音', '2025-06-30', 0, 10)])?.overall).toBe(0)
  })
})
