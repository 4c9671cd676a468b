import { describe, expect, test } from 'vitest'
import { channelSurprise, createDeviationChannel } from './deviation-channel.ts'
import type { DeviationChannel } from './deviation-channel.ts'
import { createTailModel } from './tail-model.ts'

/** −ln of the 2.5 % that lie beyond the line of a tail, which is 1.6 at first. */
const AT_LINE = 3.688_879_454
const surpriseOf = (size: number) => (size - 1.6) / 0.6 + AT_LINE
const channel = (span: number, more: Partial<DeviationChannel> = {}): DeviationChannel => ({
  ...createDeviationChannel(span),
  ...more,
})

describe('deviations averaged over a span (M4)', () => {
  test.each([
    [1, 1, 0.5],
    [4, 0.4, 0.125],
    [24, 0.08, 1 / 48],
  ])('a span of %d takes %d of each, and its variance is at least %d', (span, rate, least) => {
    const { rate: own, leastVariance, ...rest } = createDeviationChannel(span)
    expect([own, leastVariance]).toEqual([rate, expect.closeTo(least, 12)])
    expect(rest).toEqual({
      above: createTailModel(),
      below: createTailModel(),
      mean: 0,
      variance: 1,
      seen: 0,
    })
  })

  test('up to three standard deviations nothing surprises, beyond them the tail of that side says how much', () => {
    for (const size of [0, 2, 3, -3]) expect(channelSurprise(channel(1), size)).toBe(0)
    expect(channelSurprise(channel(1), 3.01)).toBeCloseTo(surpriseOf(3.01), 9)
    expect(channelSurprise(channel(1), -10)).toBeCloseTo(surpriseOf(10), 9)
    const above = { ...createTailModel(), excess: 1.2 }
    expect(channelSurprise(channel(1, { above }), 10)).toBeCloseTo(7 + AT_LINE, 9)
    expect(channelSurprise(channel(1, { above }), -10)).toBeCloseTo(surpriseOf(10), 9)
  })

  test('the mean is measured by its own standard deviation', () => {
    expect(channelSurprise(channel(1, { variance: 4 }), 10)).toBeCloseTo(surpriseOf(5), 9)
    const slow = channel(4, { variance: 0.16, mean: 1 })
    // 1 + 0.4 × (3 − 1) = 1.8, and 1.8 ÷ 0.4 = 4.5.
    expect(channelSurprise(slow, 3)).toBeCloseTo(surpriseOf(4.5), 9)
    expect(slow.mean).toBeCloseTo(1.8, 12)
  })

  test('a spike is the matter of the shortest span: longer ones take it for 6 deviations', () => {
    for (const [deviation, mean] of [
      [6, 2.4],
      [1_000, 2.4],
      [-1_000, -2.4],
      [-5, -2],
    ] as const) {
      const slow = channel(4)
      channelSurprise(slow, deviation)
      expect(slow.mean).toBeCloseTo(mean, 12)
    }
    const quick = channel(1)
    channelSurprise(quick, 1_000)
    expect(quick.mean).toBe(1_000)
  })

  test('the variance takes in the square of the mean, a giant as 16 variances, of the last 1,500 values', () => {
    const varianceAfter = (deviation: number, more: Partial<DeviationChannel> = {}) => {
      const one = channel(1, more)
      channelSurprise(one, deviation)
      return one.variance
    }
    expect(varianceAfter(2)).toBe(4)
    expect(varianceAfter(100)).toBe(16)
    expect(varianceAfter(100, { variance: 2, seen: 9 })).toBeCloseTo(2 + 30 / 10, 12)
    expect(varianceAfter(2, { seen: 1_498 })).toBeCloseTo(1 + 3 / 1_499, 12)
    for (const seen of [1_499, 5_000]) expect(varianceAfter(2, { seen })).toBeCloseTo(1.002, 12)
    expect(varianceAfter(0)).toBe(0.5)
  })

  test('both tails learn: what lies above for one lies below for the other', () => {
    const one = channel(1)
    channelSurprise(one, 3)
    expect(one.seen).toBe(1)
    expect(one.above).toMatchObject({ exceedances: 21, seen: 1 })
    expect(one.below).toMatchObject({ exceedances: 20, seen: 1 })
    channelSurprise(one, -9)
    expect(one.above).toMatchObject({ exceedances: 21, seen: 2 })
    expect(one.below).toMatchObject({ exceedances: 21, seen: 2 })
  })
})
