import { describe, expect, it } from 'vitest'
import { judgeTest } from './judge-test.ts'

const group = (name: string, conversions: number, people: number, share?: number) => ({
  name,
  conversions,
  people,
  ...(share === undefined ? {} : { share }),
})
const PLANNED = { peoplePerGroup: 3841 }

describe('The verdict of an A/B test (M9)', () => {
  it('12.5 % against 10 % at the planned 4,000 each: the variant wins', () => {
    const { verdict, warnings, variants } = judgeTest(
      [group('原版', 400, 4000), group('新版', 500, 4000)],
      PLANNED,
    )
    expect(verdict).toEqual({ kind: 'winner', variant: '新版', alsoBetter: [] })
    expect(warnings).toEqual([])
    expect(variants[0]).toMatchObject({ name: '新版', rate: 0.125, isSignificant: true })
  })
  it('the same turned round: the control wins', () => {
    expect(judgeTest([group('A', 500, 4000), group('B', 400, 4000)], PLANNED).verdict).toEqual({
      kind: 'control_wins',
    })
  })
  it('10 % against 10.1 % at the planned size: no difference', () => {
    expect(judgeTest([group('A', 400, 4000), group('B', 404, 4000)], PLANNED).verdict).toEqual({
      kind: 'no_difference',
    })
  })
  it('half-way to the plan is not enough data yet, and a small p there is an early look', () => {
    const early = judgeTest([group('A', 200, 2000), group('B', 280, 2000)], PLANNED)
    expect(early.verdict).toEqual({ kind: 'not_enough_data', reason: 'below_plan' })
    expect(early.warnings).toEqual(['early_look'])
    expect(early.planShare).toBeCloseTo(2000 / 3841, 12)
    expect(early.variants[0]?.isSignificant).toBe(true)
    expect(judgeTest([group('A', 200, 2000), group('B', 201, 2000)], PLANNED).warnings).toEqual([])
  })
  it('without a plan a clear result stands with a warning, an unclear one is not enough data', () => {
    const unplanned = { peoplePerGroup: null }
    const clear = judgeTest([group('A', 400, 4000), group('B', 500, 4000)], unplanned)
    expect([clear.verdict.kind, clear.warnings, clear.planShare]).toEqual(['winner', ['unplanned'], null])
    expect(judgeTest([group('A', 400, 4000), group('B', 404, 4000)], unplanned).verdict).toEqual({
      kind: 'not_enough_data',
      reason: 'no_plan',
    })
  })
  it('under five expected conversions in a group are not enough, whatever was planned', () => {
    expect(judgeTest([group('A', 0, 50), group('B', 8, 50)], { peoplePerGroup: 50 }).verdict).toEqual({
      kind: 'not_enough_data',
      reason: 'few_conversions',
    })
    expect(judgeTest([group('A', 0, 0), group('B', 8, 50)], PLANNED)).toMatchObject({ variants: [] })
  })
  it('a broken split comes before any result: 4,000 against 5,000 of an equal one', () => {
    const { verdict, ratio } = judgeTest([group('A', 400, 4000), group('B', 700, 5000)], PLANNED)
    expect(verdict).toEqual({ kind: 'split_broken' })
    expect(ratio?.pValue).toBeLessThan(0.001)
    const asPlanned = judgeTest([group('A', 400, 4000, 4), group('B', 700, 5000, 5)], PLANNED)
    expect(asPlanned.verdict.kind).toBe('winner')
  })
  it('of three variants each is held to the corrected p: .03 alone of three is no winner', () => {
    const groups = [
      group('A', 400, 4000),
      group('B', 460, 4000),
      group('C', 402, 4000),
      group('D', 399, 4000),
    ]
    const { verdict, variants } = judgeTest(groups, PLANNED)
    expect(variants[0]?.pValue).toBeLessThan(0.05)
    expect(variants[0]?.correctedPValue).toBeCloseTo((variants[0]?.pValue ?? 0) * 3, 12)
    expect(verdict).toEqual({ kind: 'no_difference' })
  })
  it('with two variants better than the control names the best, and the other beside it', () => {
    const groups = [group('A', 400, 4000), group('B', 520, 4000), group('C', 540, 4000)]
    expect(judgeTest(groups, PLANNED).verdict).toEqual({
      kind: 'winner',
      variant: 'C',
      alsoBetter: ['B'],
    })
  })
  it('needs two groups, and counts that can be', () => {
    expect(judgeTest([group('A', 4, 40)], PLANNED).verdict).toEqual({
      kind: 'not_enough_data',
      reason: 'one_group',
    })
    expect(() => judgeTest([group('A', 41, 40), group('B', 1, 40)], PLANNED)).toThrow(
      'A: 41 conversions of 40',
    )
    expect(() => judgeTest([group('A', 1, 40), group('B', 1.5, 40)], PLANNED)).toThrow(RangeError)
  })
})
