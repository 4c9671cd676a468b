import { describe, expect, test } from 'vitest'
import { hourly } from './ad-series.fixture.ts'
import { detectAnomalies } from './detect-anomalies.ts'

describe('a whole series at once (M4)', () => {
  const spikes = (...hours: readonly number[]) => hourly(100, (hour) => (hours.includes(hour) ? 50 : 5))
  const flagged = (hours: readonly number[]) =>
    [...detectAnomalies(spikes(...hours)).anomalies.entries()].flatMap(([hour, flag]) =>
      flag === 1 ? [hour] : [],
    )

  test('its first 15 % only teach: a spike at place 14 of 100 is scored, one at 15 is an anomaly too', () => {
    expect(flagged([14])).toEqual([])
    expect(detectAnomalies(spikes(14)).scores[14]).toBeGreaterThan(0.5)
    expect(flagged([15])).toEqual([15])
  })

  test('an empty series has no scores', () => {
    const none = { times: new Float64Array(0), values: new Float64Array(0) }
    expect(detectAnomalies(none)).toEqual({ scores: new Float64Array(0), anomalies: new Uint8Array(0) })
  })

  test('tells how much is done every 16,384 points', () => {
    const told: number[] = []
    detectAnomalies(
      hourly(32_768, () => 1),
      { progress: (done) => told.push(done) },
    )
    expect(told).toEqual([0, 0.5])
  })
})
