import { describe, expect, it } from 'vitest'
import { SteadySums, steadySum } from './steady-sums.ts'

describe('steady sums', () => {
  it('are right to the last digit after a million tenths, where plain addition is off by 1e-6', () => {
    const tenths = new Float64Array(1_000_000).fill(0.1)
    expect(Math.abs(tenths.reduce((sum, value) => sum + value, 0) - 100_000)).toBeGreaterThan(1e-7)
    expect(steadySum(tenths)).toBe(100_000)
  })
  it('keep a 1 that stands between two huge numbers', () => {
    const sums = new SteadySums(2)
    for (const value of [1, 1e100, 1, -1e100]) sums.add(1, value)
    expect([...sums.all()]).toEqual([0, 2])
  })
})
