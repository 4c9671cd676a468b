import { describe, expect, it } from 'vitest'
import { splitByPriority } from './split-by-priority.ts'
import type { PriorityItem } from './split-by-priority.ts'

const item = (name: string, weight: number, bounds: Partial<PriorityItem> = {}): PriorityItem => ({
  name,
  weight,
  minFen: null,
  maxFen: null,
  lockedFen: null,
  ...bounds,
})
const parts = (totalFen: number, items: readonly PriorityItem[]): unknown => {
  const split = splitByPriority(totalFen, items)
  return split.kind === 'split'
    ? split.parts.map(({ fen, at }) => [fen, at])
    : [split.reason, split.item, split.missingFen]
}

describe('Split by strategic priority (F6, P9)', () => {
  it('1,000,000 元 by 40/30/20/10 is 400,000 / 300,000 / 200,000 / 100,000', () => {
    const split = splitByPriority(
      100_000_000,
      [40, 30, 20, 10].map((weight) => item(String(weight), weight)),
    )
    expect(split).toMatchObject({
      parts: [
        { name: '40', fen: 40_000_000, share: 0.4, at: 'weight' },
        { fen: 30_000_000, share: 0.3 },
        { fen: 20_000_000, share: 0.2 },
        { fen: 10_000_000, share: 0.1 },
      ],
    })
  })
  it('a locked amount comes first, the others share the rest by weight', () => {
    expect(parts(1_000, [item('contract', 50, { lockedFen: 400 }), item('a', 2), item('b', 1)])).toEqual([
      [400, 'locked'],
      [400, 'weight'],
      [200, 'weight'],
    ])
  })
  it('a cap and a least amount at once', () => {
    expect(
      parts(1_000, [item('a', 50, { maxFen: 100 }), item('b', 30), item('c', 20, { minFen: 400 })]),
    ).toEqual([
      [100, 'max'],
      [500, 'weight'],
      [400, 'min'],
    ])
  })
  it.each<[string, readonly PriorityItem[], readonly [string, number | null, number]]>([
    [
      'locked 300 above a cap of 200',
      [item('a', 1), item('b', 1, { lockedFen: 300, maxFen: 200 })],
      ['locked_over_max', 1, 100],
    ],
    [
      'locked 100 below a least 150',
      [item('a', 1, { lockedFen: 100, minFen: 150 })],
      ['locked_under_min', 0, 50],
    ],
    ['a least 5 above a largest 3', [item('a', 1, { minFen: 5, maxFen: 3 })], ['min_over_max', 0, 2]],
    [
      'locked and least amounts of 1,100',
      [item('a', 1, { lockedFen: 600 }), item('b', 1, { minFen: 500 })],
      ['min', null, 100],
    ],
    ['caps of 600', [item('a', 1, { maxFen: 300 }), item('b', 1, { maxFen: 300 })], ['max', null, 400]],
    [
      'a rest that only a weight of 0 could take',
      [item('a', 1, { maxFen: 300 }), item('b', 0)],
      ['weight', null, 700],
    ],
  ])('%s of 1,000 is infeasible, and says why', (_name, items, expected) => {
    expect(parts(1_000, items)).toEqual(expected)
  })
})
