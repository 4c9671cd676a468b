import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitExactly } from './split-exactly.ts'

describe('Rule 10: integer split', () => {
  it('gives 1,000,000 by 40/30/20/10 as 400,000 / 300,000 / 200,000 / 100,000', () => {
    expect(splitExactly(1_000_000, [40, 30, 20, 10])).toEqual([400_000, 300_000, 200_000, 100_000])
  })
  it('gives the odd fen to the largest remainder, ties to the first', () => {
    expect(splitExactly(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitExactly(10, [26, 35, 39])).toEqual([3, 3, 4])
  })
  it('gives nothing to anybody when all weights are zero', () => {
    expect(splitExactly(100, [0, 0])).toEqual([0, 0])
  })
  it('sums exactly, and no part is a whole unit away from its share', () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }).filter((list) => list.some((weight) => weight > 0))
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), weights, (amount, list) => {
        const parts = splitExactly(amount, list)
        const total = list.reduce((sum, weight) => sum + weight, 0)
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount))
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(list[index] ?? 0)
          expect(off < BigInt(total) && off > -BigInt(total)).toBe(true)
        }
      }),
    )
  })
})
