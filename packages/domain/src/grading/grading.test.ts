import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeChannel } from './channel-grade.ts'
import { paretoClasses } from './pareto.ts'

const channel = (
  quality: number | null,
  cost: number | null,
  retention: number | null,
  conversions = 100,
) => ({
  channel: '抖音',
  conversions,
  attainments: { quality, cost, retention },
})

describe('Channel grade (M7, rule 11)', () => {
  it.each([
    [1, 1, 1, 1, 'A', 'increase'],
    [1.2, 0.9, 0.8, 0.99, 'B', 'keep'],
    [0.8, 0.8, 0.8, 0.8, 'B', 'keep'],
    [0.799, 0.8, 0.8, 0.7996, 'C', 'reduce'],
    [0.3, 2.5, 1.6, 1.02, 'A', 'increase'],
    [-0.5, 1, 1, 0.4, 'C', 'reduce'],
  ])(
    'quality %d, cost %d, retention %d score %d: %s, %s',
    (quality, cost, retention, score, grade, change) => {
      const found = gradeChannel(channel(quality, cost, retention))
      expect(found.score).toBeCloseTo(score, 12)
      expect(found).toMatchObject({ grade, change, gap: null, missing: [] })
    },
  )
  it('shows its arithmetic: 40 % × 120 % + 30 % × 150 % (of 180 %) + 30 % × 50 % = 108 %', () => {
    const { steps, score } = gradeChannel(channel(1.2, 1.8, 0.5))
    expect(steps.map(({ dimension, share, counted }) => [dimension, share, counted])).toEqual([
      ['quality', 0.4, 1.2],
      ['cost', 0.3, 1.5],
      ['retention', 0.3, 0.5],
    ])
    expect(steps.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score ?? 0, 12)
    expect(score).toBeCloseTo(1.08, 12)
  })
  it('leaves a missing dimension out and rescales the rest: 40/70 and 30/70, said so', () => {
    const found = gradeChannel(channel(1, null, 0.9))
    expect(found.missing).toEqual(['cost'])
    expect(found.steps.map(({ share }) => share)).toEqual([40 / 70, 30 / 70])
    expect(found.score).toBeCloseTo(67 / 70, 12)
  })
  it('under 30 conversions has a score and no grade: 样本不足, wait', () => {
    expect(gradeChannel(channel(1.2, 1.2, 1.2, 29))).toMatchObject({
      grade: null,
      gap: 'sample_too_small',
      change: 'wait',
      score: expect.closeTo(1.2, 12),
    })
    expect(gradeChannel(channel(1.2, 1.2, 1.2, 30)).grade).toBe('A')
  })
  it('without any dimension has nothing, which is no C', () => {
    expect(gradeChannel(channel(null, null, null))).toMatchObject({
      score: null,
      grade: null,
      gap: 'no_data',
    })
  })
  it('with own weights: retention at 0 neither counts nor is missed', () => {
    const found = gradeChannel(channel(1, 0.5, null), { quality: 60, cost: 40, retention: 0 })
    expect([found.score, found.missing]).toEqual([0.8, []])
  })
  it('100 % in every dimension is A whatever the weights are', () => {
    const weight = fc.double({ min: 0.01, max: 100, noNaN: true })
    fc.assert(
      fc.property(weight, weight, weight, (quality, cost, retention) => {
        expect(gradeChannel(channel(1, 1, 1), { quality, cost, retention }).grade).toBe('A')
      }),
    )
  })
})

describe('Contribution view, Pareto (M7, rule 11)', () => {
  const grades = (...values: number[]) =>
    paretoClasses(values.map((value, index) => ({ name: String(index), value })))
      .map(({ grade }) => grade)
      .join(' ')
  it.each([
    [[50, 30, 10, 5, 3, 2], 'A A B B C C'],
    [[70, 25, 5], 'A A C'],
    [[100], 'A'],
    [[1, 7, 1, 1], 'A A B B'],
    [[0.1, 0.7, 0.1, 0.1], 'A A B B'],
    [[10, 10, 10, 10, 10, 10, 10, 10, 10, 10], 'A A A A A A A A B B'],
    [[90, 10, 0, -40], 'A B C C'],
    [[-1, -2], 'C C'],
    [[0, 0], 'C C'],
  ])('%j is %s', (values, expected) => {
    expect(grades(...values)).toBe(expected)
  })
  it('shares are of the positive sum: a loss of 40 does not make 90 of 100 more', () => {
    const [first, second, third] = paretoClasses([
      { name: 'loss', value: -40 },
      { name: 'b', value: 10 },
      { name: 'a', value: 90 },
    ])
    expect(first).toMatchObject({ name: 'a', share: 0.9, shareBefore: 0, cumulativeShare: 0.9 })
    expect(second).toMatchObject({ name: 'b', shareBefore: 0.9, cumulativeShare: 1 })
    expect(third).toMatchObject({ name: 'loss', share: null, grade: 'C' })
  })
  it('equal values stand by name, and unknown ones last without a class', () => {
    const found = paretoClasses([
      { name: 'z', value: null },
      { name: 'c', value: 5 },
      { name: 'a', value: 5 },
      { name: 'y', value: null },
      { name: 'b', value: 5 },
    ])
    expect(found.map(({ name }) => name).join('')).toBe('abcyz')
    expect(found.at(-1)?.grade).toBeNull()
  })
  it('does not depend on the order given', () => {
    const item = fc.record({ name: fc.string(), value: fc.option(fc.integer({ min: -50, max: 100 })) })
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ name }) => name }), (items) => {
        expect(paretoClasses(items.toReversed())).toEqual(paretoClasses(items))
      }),
    )
  })
})
