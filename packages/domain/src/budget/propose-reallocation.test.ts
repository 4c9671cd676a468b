import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeReallocation } from './propose-reallocation.ts'
import type { ReallocationItem } from './propose-reallocation.ts'

const item = (
  name: string,
  budgetFen: number,
  marginalReturn: number | null,
  more: Partial<ReallocationItem> = {},
): ReallocationItem => ({ name, budgetFen, minFen: 0, maxFen: null, marginalReturn, grade: null, ...more })

describe('Rule 14: reallocation', () => {
  it('小红书 ROI 5 at 40 %, 抖音 ROI 3 at 30 % become 50 % and 20 %; what has no return stays', () => {
    const proposal = proposeReallocation([
      item('小红书', 40_000_000, 5),
      item('抖音', 30_000_000, 3),
      item('社群', 20_000_000, null),
      item('线下', 10_000_000, null),
    ])
    expect(proposal).toEqual({
      moves: [{ from: 1, to: 0, fen: 10_000_000, because: 'lower_return' }],
      budgetsFen: [50_000_000, 20_000_000, 20_000_000, 10_000_000],
      shares: [
        { before: 0.4, after: 0.5 },
        { before: 0.3, after: 0.2 },
        { before: 0.2, after: 0.2 },
        { before: 0.1, after: 0.1 },
      ],
    })
  })
  it('grade C gives before a lower return that is not, and gets nothing', () => {
    const { moves } = proposeReallocation([
      item('A', 500, 4, { grade: 'A' }),
      item('B', 300, 1, { grade: 'B' }),
      item('C', 200, 2, { grade: 'C', minFen: 160 }),
    ])
    expect(moves).toEqual([
      { from: 2, to: 0, fen: 40, because: 'grade_c' },
      { from: 1, to: 0, fen: 60, because: 'lower_return' },
    ])
    expect(proposeReallocation([item('A', 500, 1), item('C', 500, 9, { grade: 'C' })]).moves).toEqual([])
  })
  it('a full channel leaves the rest to the next best', () => {
    const { budgetsFen } = proposeReallocation([
      item('best', 400, 5, { maxFen: 430 }),
      item('good', 300, 4),
      item('weak', 300, 1),
    ])
    expect(budgetsFen).toEqual([430, 370, 200])
  })
  it('nothing moves between equal returns, over a limit of 0, or where all are at their minimum', () => {
    expect(proposeReallocation([item('a', 500, 3), item('b', 500, 3)]).moves).toEqual([])
    expect(proposeReallocation([item('a', 500, 3), item('b', 500, 1)], 0).moves).toEqual([])
    expect(proposeReallocation([item('a', 500, 3), item('b', 500, 1, { minFen: 500 })]).moves).toEqual([])
  })
  it('the sum stays, no more than the limit moves, and every minimum is kept', () => {
    const any = fc
      .tuple(
        fc.nat(1e9),
        fc.nat(1e9),
        fc.option(fc.nat(1e9)),
        fc.option(fc.double({ min: 0, max: 9, noNaN: true })),
      )
      .chain(([budget, min, room, value]) =>
        fc.constantFrom('A' as const, 'B' as const, 'C' as const, null).map((grade) =>
          item('x', budget, value, {
            minFen: Math.min(min, budget),
            maxFen: room === null ? null : budget + room,
            grade,
          }),
        ),
      )
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 10_000 }),
        (items, limit) => {
          const { moves, budgetsFen } = proposeReallocation(items, limit)
          const total = items.reduce((sum, { budgetFen }) => sum + budgetFen, 0)
          expect(budgetsFen.reduce((sum, fen) => sum + fen, 0)).toBe(total)
          expect(moves.reduce((sum, { fen }) => sum + fen, 0)).toBeLessThanOrEqual((total * limit) / 10_000)
          for (const [index, { minFen, maxFen }] of items.entries()) {
            expect(budgetsFen[index]).toBeGreaterThanOrEqual(minFen)
            expect(budgetsFen[index]).toBeLessThanOrEqual(maxFen ?? Infinity)
          }
        },
      ),
    )
  })
})
