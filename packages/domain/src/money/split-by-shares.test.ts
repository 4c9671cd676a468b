import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareLine, splitByShares } from './split-by-shares.ts'
import type { ShareLine } from './split-by-shares.ts'

const bounded = (share: number, minFen: number | null, maxFen: number | null): ShareLine => ({
  share,
  minFen,
  maxFen,
})
const parts = (totalFen: number, lines: readonly ShareLine[]): readonly number[] | string => {
  const split = splitByShares(totalFen, lines)
  return split.kind === 'split' ? split.parts : `${split.reason} ${split.missingFen}`
}

describe('rule 10: largest remainder in fen, ties by order', () => {
  it.each([
    [100_000_000, [40, 30, 20, 10], [40_000_000, 30_000_000, 20_000_000, 10_000_000]],
    [100, [1, 1, 1], [34, 33, 33]],
    [5, [1, 1], [3, 2]],
    [10, [0.1, 0.2, 0.3], [2, 3, 5]],
    [75, [0.25, 0.5], [25, 50]],
    [303, [1, 0.01, 2.02], [100, 1, 202]],
    [0, [0], [0]],
    [1, [1, 2, 3], [0, 0, 1]],
    [0, [1, 2], [0, 0]],
    [7, [0, 1], [0, 7]],
    [40_000_000, [12, 20, 8], [12_000_000, 20_000_000, 8_000_000]],
  ])('%d split %j is %j', (total, shares, expected) => {
    expect(parts(total, shares.map(shareLine))).toEqual(expected)
  })
})

describe('bounds', () => {
  it('a capped line leaves its rest to the others in proportion', () => {
    expect(parts(1000, [bounded(50, null, 100), shareLine(30), shareLine(20)])).toEqual([100, 540, 360])
  })
  it('a raised line takes from the others in proportion', () => {
    expect(parts(1000, [bounded(10, 400, null), shareLine(60), shareLine(30)])).toEqual([400, 400, 200])
  })
  it('a cap and a least amount at once', () => {
    expect(parts(1000, [bounded(50, null, 100), shareLine(30), bounded(20, 400, null)])).toEqual([
      100, 500, 400,
    ])
  })
  it('least amounts above the total are refused with what is missing', () => {
    expect(parts(1000, [bounded(1, 600, null), bounded(1, 600, null)])).toBe('min 200')
  })
  it('largest amounts below the total are refused with what is left', () => {
    expect(parts(1000, [bounded(1, null, 300), bounded(1, null, 300)])).toBe('max 400')
  })
  it('a refusal says that it is one, why, and how much is missing', () => {
    const refused = (reason: 'min' | 'max' | 'share', missingFen: number) => ({
      kind: 'infeasible',
      reason,
      missingFen,
    })
    expect(splitByShares(1000, [bounded(1, 1001, null)])).toEqual(refused('min', 1))
    expect(splitByShares(1000, [bounded(1, null, 999)])).toEqual(refused('max', 1))
    expect(splitByShares(1000, [bounded(1, null, 999), shareLine(0)])).toEqual(refused('share', 1))
    expect(splitByShares(1000, [bounded(1, null, 1000), shareLine(0)])).toEqual({
      kind: 'split',
      parts: [1000, 0],
    })
  })
  it('a line without a share may take no more than it must', () => {
    expect(parts(1000, [bounded(0, 200, null), shareLine(1)])).toEqual([200, 800])
    expect(parts(1000, [bounded(0, 1000, null), shareLine(0)])).toEqual([1000, 0])
  })
  it('a rest that no line may take is refused', () => {
    expect(parts(1000, [bounded(1, null, 300), shareLine(0)])).toBe('share 700')
    expect(parts(1000, [])).toBe('max 1000')
  })
  it('negative amounts and shares are mistakes of the caller', () => {
    expect(() => splitByShares(-1, [shareLine(1)])).toThrow(RangeError)
    expect(() => splitByShares(1, [shareLine(-1)])).toThrow(RangeError)
    expect(() => splitByShares(1.5, [shareLine(1)])).toThrow(RangeError)
    expect(() => splitByShares(10, [bounded(1, 5, 4)])).toThrow('a least amount exceeds its largest')
    for (const line of [
      bounded(1, -5, null),
      bounded(1, 0.5, null),
      bounded(1, null, 1.5),
      bounded(1, null, -1),
    ])
      expect(() => splitByShares(10, [line])).toThrow('amounts must be whole fen, not negative')
    for (const share of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => splitByShares(10, [shareLine(share)])).toThrow('shares must not be negative')
  })
})

describe('properties', () => {
  const line = fc
    .tuple(fc.integer({ min: 0, max: 10_000 }), fc.option(fc.nat(1e9)), fc.option(fc.nat(1e9)))
    .map(([share, min, span]) => bounded(share, min, span === null ? null : (min ?? 0) + span))
  it('the parts are whole, keep their bounds and sum to the total; a refusal is true', () => {
    fc.assert(
      fc.property(fc.nat(1e10), fc.array(line, { minLength: 1, maxLength: 12 }), (total, lines) => {
        const split = splitByShares(total, lines)
        if (split.kind === 'split') {
          expect(split.parts.reduce((a, b) => a + b, 0)).toBe(total)
          for (const [index, { minFen, maxFen }] of lines.entries()) {
            const part = split.parts[index] as number
            expect(Number.isSafeInteger(part) && part >= (minFen ?? 0) && part <= (maxFen ?? total)).toBe(
              true,
            )
          }
          return
        }
        const least = lines.reduce((sum, { minFen }) => sum + (minFen ?? 0), 0)
        const most = lines.reduce((sum, { maxFen }) => sum + (maxFen ?? total), 0)
        if (split.reason === 'min') expect(split.missingFen).toBe(least - total)
        else if (split.reason === 'max') expect(split.missingFen).toBe(total - most)
        else expect(lines.some(({ share }) => share === 0)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  it('without bounds no part is a fen or more from its exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(1e10),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (total, shares) => {
          const sum = BigInt(shares.reduce((a, b) => a + b, 0))
          for (const [index, part] of (parts(total, shares.map(shareLine)) as number[]).entries()) {
            const difference = BigInt(part) * sum - BigInt(total) * BigInt(shares[index] as number)
            expect(difference > -sum && difference < sum).toBe(true)
          }
        },
      ),
    )
  })
})
