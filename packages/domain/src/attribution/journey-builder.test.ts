import { describe, expect, it } from 'vitest'
import { JourneyBuilder } from './journey-builder.ts'
import { journeysOf } from './journeys-of.ts'
import { path } from './testing/sample-journeys.ts'

describe('journeys in memory (M8)', () => {
  it('keep a path once and sum its counts', () => {
    const found = journeysOf([path('a > b', 1, 2, 10), path('b', 4, 0, 1), path('a > b', 3, 0, 5)])
    expect(found).toMatchObject({ channels: ['a', 'b'], daysBefore: null })
    expect([...found.starts]).toEqual([0, 2, 3])
    expect([...found.touches]).toEqual([0, 1, 1])
    expect([[...found.conversions], [...(found.values ?? [])], [...found.nulls]]).toEqual([
      [4, 4],
      [15, 1],
      [2, 0],
    ])
  })
  it('keep paths apart whose touches lie at other distances from the conversion', () => {
    const found = journeysOf([
      { ...path('a', 1), daysBefore: [1] },
      { ...path('a', 1), daysBefore: [2] },
    ])
    expect([...(found.daysBefore ?? [])]).toEqual([1, 2])
  })
  it('tell 100,000 paths apart while growing, and find each again', () => {
    const builder = new JourneyBuilder(false)
    for (let round = 0; round < 2; round++)
      for (let number = 0; number < 100_000; number++) {
        for (let rest = number + 1; rest > 0; rest = Math.floor(rest / 11)) builder.touch(rest % 11)
        builder.close(1, 0, 0)
      }
    const { conversions, touches } = builder.finish(Array.from({ length: 11 }, String), false)
    expect(conversions.length).toBe(100_000)
    expect(conversions.every((count) => count === 2)).toBe(true)
    // 10 numbers of one digit to the base 11, 110 of two, 1,210 of three, 13,310 of four, 85,360 of five
    expect(touches.length).toBe(10 + 220 + 3_630 + 53_240 + 426_800)
  })
  it('hold nothing of a journey without touches', () => {
    const builder = new JourneyBuilder(false)
    builder.close(1, 1, 1)
    expect(builder.finish([], true).conversions.length).toBe(0)
  })
})
