import { describe, expect, it } from 'vitest'
import { randomStream, xoshiro } from './random-stream.ts'

describe('Random numbers with a seed (F7)', () => {
  it('are those of xoshiro128** from the state 1, 2, 3, 4', () => {
    const numbers = new Float64Array(6)
    xoshiro([1, 2, 3, 4])(numbers, 6)
    // Expected: the same steps in C on uint32_t.
    expect([...numbers].map((number) => number * 2 ** 32 - 0.5)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ])
  })
  const drawn = (seed: number, stream: number, size: number): Float64Array => {
    const numbers = new Float64Array(size)
    randomStream(seed, stream)(numbers, size)
    return numbers
  }
  it('the same seed and stream give the same numbers, another of either gives others', () => {
    expect(drawn(7, 0, 5)).toEqual(drawn(7, 0, 5))
    expect(
      new Set([drawn(7, 0, 1), drawn(7, 1, 1), drawn(8, 0, 1), drawn(2 ** 32 + 7, 0, 1)].map(String)).size,
    ).toBe(4)
  })
  it('a stream goes on where it stopped', () => {
    const stream = randomStream(3, 2)
    const [first, second] = [new Float64Array(4), new Float64Array(4)]
    stream(first, 4)
    stream(second, 4)
    expect([...first, ...second]).toEqual([...drawn(3, 2, 8)])
  })
  it('100,000 numbers lie between 0 and 1, with mean ½ and variance 1/12 within four standard errors', () => {
    for (const seed of [0, 1, 2]) {
      const numbers = drawn(seed, 0, 100_000)
      const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
      const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length
      expect(Math.min(...numbers.slice(0, 1000))).toBeGreaterThan(0)
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 100_000))
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / 100_000))
    }
  })
  it('neighbouring seeds and streams are not correlated beyond four standard errors', () => {
    for (const [a, b] of [
      [drawn(1, 0, 50_000), drawn(2, 0, 50_000)],
      [drawn(1, 0, 50_000), drawn(1, 1, 50_000)],
    ] as const) {
      const covariance =
        a.reduce((sum, value, index) => sum + (value - 0.5) * ((b[index] ?? 0) - 0.5), 0) / a.length
      expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(a.length))
    }
  })
})
