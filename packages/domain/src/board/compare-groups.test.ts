import { describe, expect, test } from 'vitest'
import { compareGroups, usualMetric, type ComparisonDesign, type GroupComparison } from './compare-groups.ts'

const group = (name: string, impressions: number | null, clicks: number | null) => ({
  name,
  isPeopleSplit: false,
  values: {
    impressions,
    clicks,
    ctr: impressions === null || clicks === null || impressions === 0 ? null : clicks / impressions,
  },
})
const DESIGN: ComparisonDesign = { metric: 'ctr', effect: 0.1, isSplitEven: false }
const compared = (
  a: ReturnType<typeof group>,
  b: ReturnType<typeof group>,
  design: Partial<ComparisonDesign> = {},
) => compareGroups(a, b, { ...DESIGN, ...design }) as GroupComparison

describe('M9: two contents compared', () => {
  test('2 % against 2.2 % of 100,000 views each: the second wins; 80,600 views each are needed to see a tenth', () => {
    const { judged, needed } = compared(group('A', 100_000, 2000), group('B', 100_000, 2200))
    expect(judged.verdict).toMatchObject({ kind: 'winner', variant: 'B' })
    expect(judged.variants[0]?.lift).toBeCloseTo(0.1, 12)
    expect(Math.round((needed ?? 0) / 100) * 100).toBe(80_700)
  })

  test('the same rates of 1,000 views each are not enough data yet', () => {
    const { judged } = compared(group('A', 1000, 20), group('B', 1000, 22))
    expect(judged.verdict).toEqual({ kind: 'not_enough_data', reason: 'below_plan' })
  })

  test('groups of unequal size are no fault unless they should have been equal', () => {
    const pair = [group('A', 300_000, 6000), group('B', 100_000, 2300)] as const
    expect(compared(...pair).judged.verdict.kind).toBe('winner')
    expect(compared(...pair, { isSplitEven: true }).judged.verdict).toEqual({ kind: 'split_broken' })
  })

  test('a control without clicks has no size that would be enough, and no verdict', () => {
    const { needed, judged } = compared(group('A', 1000, 0), group('B', 1000, 3))
    expect([needed, judged.verdict.kind]).toEqual([null, 'not_enough_data'])
  })

  test('missing counts, more clicks than views, and a rate of other facts are no comparison', () => {
    const fine = group('A', 1000, 20)
    expect(compareGroups(fine, group('B', null, 20), DESIGN)).toBe('no_figures')
    expect(compareGroups(fine, group('B', 10, 20), DESIGN)).toBe('unfit')
    expect(compareGroups(fine, group('B', 1000.5, 20), DESIGN)).toBe('unfit')
    const mixed = { name: 'B', isPeopleSplit: false, values: { impressions: 1000, clicks: 30, ctr: 0.02 } }
    expect(compareGroups(fine, mixed, DESIGN)).toBe('unfit')
  })

  test('where both have visitors the test is of people: 400 and 480 buyers of 10,000 visitors each, whatever was clicked', () => {
    const [a, b] = [
      {
        name: 'A',
        isPeopleSplit: false,
        values: { impressions: 90_000, clicks: 30_000, visitors: 10_000, buyers: 400 },
      },
      {
        name: 'B',
        isPeopleSplit: false,
        values: { impressions: 70_000, clicks: 20_000, visitors: 10_000, buyers: 480 },
      },
    ] as const
    expect(usualMetric(a, b)).toBe('cvrPeople')
    const found = compareGroups(a, b, { ...DESIGN, metric: 'cvrPeople', effect: 0.2 }) as GroupComparison
    expect(found).toMatchObject({ unit: 'visitors', done: 'buyers', people: [10_000, 10_000] })
    expect(found.conversions).toEqual([400, 480])
    expect(found.judged.control.rate).toBe(0.04)
  })

  test('users count where one group has no visitors, and conversions where one has no buyers', () => {
    const values = { users: 1000, conversions: 30 }
    const found = compareGroups(
      { name: 'A', isPeopleSplit: false, values: { ...values, visitors: 900, buyers: 20 } },
      { name: 'B', isPeopleSplit: false, values },
      { ...DESIGN, metric: 'cvrPeople' },
    )
    expect(found).toMatchObject({ unit: 'users', done: 'conversions' })
  })

  test('visitors of several days are not added: the test is of views, and asked for people it says why not', () => {
    const [a, b] = [
      { ...group('A', 100_000, 2000), isPeopleSplit: true },
      { ...group('B', 100_000, 2200), isPeopleSplit: true },
    ]
    expect(usualMetric(a, b)).toBe('ctr')
    expect(compareGroups(a, b, { ...DESIGN, metric: 'cvrPeople' })).toBe('people_split')
    const without = { ...a, isPeopleSplit: false }
    expect(compareGroups(without, { ...b, isPeopleSplit: false }, { ...DESIGN, metric: 'cvrPeople' })).toBe(
      'no_figures',
    )
    expect(usualMetric(group('A', null, null), group('B', null, null))).toBe('ctr')
  })
})
