import { describe, expect, test } from 'vitest'
import { parseQuantity } from '../quantity/parse-quantity.ts'
import { parseTargets } from '../quantity/parse-targets.ts'
import type { Quantity, Target } from '../quantity/quantity.ts'
import { isComparable, resolveAim } from './resolve-aim.ts'

function target(text: string): Target {
  const [only] = parseTargets(text).targets
  if (only === undefined) throw new Error(`no target in ${text}`)
  return only
}
function quantity(text: string): Quantity {
  const found = parseQuantity(text)
  if (found === null) throw new Error(`no quantity in ${text}`)
  return found
}
const PLAIN = { problem: null, isDefaultComparator: false, baseline: null, isRoas: false }

describe('Rule 3: what a target demands', () => {
  test.each([
    ['点击率≥2%', { comparator: 'gte', value: 0.02 }],
    ['点击率＞2%', { comparator: 'gt', value: 0.02 }],
    ['投诉率<1%', { comparator: 'lt', value: 0.01 }],
    ['投诉率≤1%', { comparator: 'lte', value: 0.01 }],
    ['粉丝量5-20万', { comparator: 'range', from: 50_000, to: 200_000 }],
  ])('%s as it is written', (text, aim) => expect(resolveAim(target(text), null)).toEqual({ ...PLAIN, aim }))

  test('without a sign the metric decides, and that is said: CTR 2 % is a floor, CPA 80 a ceiling', () => {
    expect(resolveAim(target('点击率2%'), null)).toEqual({
      ...PLAIN,
      aim: { comparator: 'gte', value: 0.02 },
      isDefaultComparator: true,
    })
    expect(resolveAim(target('CPA 80元'), null)).toMatchObject({
      aim: { comparator: 'lte', value: 80 },
      isDefaultComparator: true,
    })
  })

  test('the definition of the metric is heard before its name', () => {
    expect(resolveAim(target('点击率2%'), null, 'lower').aim).toEqual({ comparator: 'lte', value: 0.02 })
    expect(resolveAim(target('CPA 80元'), null, 'higher').aim).toEqual({ comparator: 'gte', value: 80 })
  })

  test('1:4 is a return on ad spend', () =>
    expect(resolveAim(target('ROI≥1:4'), null)).toEqual({
      ...PLAIN,
      aim: { comparator: 'gte', value: 4 },
      isRoas: true,
    }))

  test('提升至 is a level, with the baseline that it or the sheet states, its own first', () => {
    expect(resolveAim(target('认知度提升至50%'), null)).toEqual({
      ...PLAIN,
      aim: { comparator: 'gte', value: 0.5 },
    })
    expect(resolveAim(target('认知度提升至50%'), 0.2).baseline).toBe(0.2)
    expect(resolveAim(target('认知度从30%提升至50%'), 0.2).baseline).toBe(0.3)
    expect(resolveAim(target('投诉率降低至1%'), null).aim).toEqual({ comparator: 'lte', value: 0.01 })
  })

  test.each([
    ['到店人数提升30%', 1_000, 'gte', 1_300],
    ['到店人数下降20%', 1_000, 'lte', 800],
    ['订单增加500单', 1_000, 'gte', 1_500],
    ['投诉量减少20件', 100, 'lte', 80],
    ['复购率提升5个百分点', 0.2, 'gte', 0.25],
  ] as const)('%s from %d is a level', (text, baseline, comparator, value) => {
    const { aim, problem, isDefaultComparator } = resolveAim(target(text), baseline)
    expect({ aim, problem, isDefaultComparator }).toEqual({
      aim: { comparator, value: expect.closeTo(value, 9) },
      problem: null,
      isDefaultComparator: false,
    })
  })

  test('a change of what nobody stated has no level, one of a rate by per cent is ambiguous with a baseline too', () => {
    expect(resolveAim(target('到店人数提升30%'), null)).toEqual({
      ...PLAIN,
      aim: null,
      problem: 'no_baseline',
    })
    for (const baseline of [null, 0.2])
      expect(resolveAim(target('复购率提升15%'), baseline)).toEqual({
        ...PLAIN,
        aim: null,
        problem: 'ambiguous_change',
        baseline,
      })
    expect(resolveAim(target('复购率提升5个百分点'), null).problem).toBe('no_baseline')
  })
})

describe('which quantities can be compared', () => {
  test.each([
    ['5%', '4%', true],
    ['5%', '40‰', true],
    ['5%', '4', false],
    ['5%', '4人', false],
    ['5%', '4元', false],
    ['5', '4%', false],
    ['5人', '4%', false],
    ['5人', '4', true],
    ['5', '4人', true],
    ['5人', '4单', true],
    ['5元', '4', true],
    ['5元', '4人', true],
    ['5元', '4元', true],
    ['5元', '4 USD', false],
    ['5 USD', '4元', false],
    ['5 USD', '4 USD', true],
    ['5 USD', '4', true],
    ['5', '4元', true],
    ['5人', '4元', true],
    ['5', '1:4', false],
    ['5元', '1:4', false],
    ['5%', '1:4', false],
    ['1:5', '1:4', true],
    ['1:5', '4', true],
    ['1:5', '4%', false],
    ['提升30%', '4%', false],
    ['提升30%', '40人', true],
    ['提升30%', '4', true],
    ['提升至30%', '4%', true],
    ['提升至30%', '4', false],
    ['提升30人', '4人', true],
    ['提升30人', '4%', false],
  ])('%s with %s: %s', (one, other, expected) =>
    expect(isComparable(quantity(one), quantity(other))).toBe(expected),
  )
})
