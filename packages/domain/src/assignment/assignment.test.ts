import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssignmentRule, type Condition, faultsOfRule, type Line, WHOLE_BPS } from './assignment-rule.ts'
import { ruleOfLine } from './match-line.ts'
import { movesOf } from './moves.ts'
import { nameOfLine } from './name-of-line.ts'
import { splitLine } from './split-line.ts'

const condition = (
  field: Condition['field'],
  operator: Condition['operator'],
  value: string,
  part: number | null = null,
): Condition => ({ field, operator, value, part })
const rule = (...conditions: Condition[]): AssignmentRule => ({
  name: 'r',
  conditions,
  target: { planId: 'p', strategy: null, creator: null, shares: [] },
})

describe('M12: the first rule that fits takes the line', () => {
  const campaign = '春茶_新客-上海'
  test.each<[string, Condition, Line, boolean]>([
    ['a campaign contains a word', condition('campaign', 'contains', '新客'), { campaign }, true],
    ['it does not contain another', condition('campaign', 'contains', '老客'), { campaign }, false],
    ['case and width do not matter', condition('account', 'equals', 'ｙｃ-01'), { account: ' YC-01 ' }, true],
    ['equals is not contains', condition('source', 'equals', '巨量'), { source: '巨量引擎' }, false],
    ['the first part of a name', condition('campaign', 'part', '春茶', 1), { campaign }, true],
    ['the second part of a name', condition('campaign', 'part', '新客', 2), { campaign }, true],
    ['the last part of a name', condition('campaign', 'part', '上海', -1), { campaign }, true],
    ['a part is compared whole', condition('campaign', 'part', '新', 2), { campaign }, false],
    ['a name has no fourth of three parts', condition('campaign', 'part', '上海', 4), { campaign }, false],
    ['a line that does not say it never fits', condition('contentId', 'equals', '66f0'), { campaign }, false],
    ['an empty word fits nothing', condition('campaign', 'contains', ' '), { campaign }, false],
    [
      'an id of 19 digits is compared to its last digit',
      condition('campaignId', 'equals', '1834567890123456780'),
      { campaignId: '1834567890123456780' },
      true,
    ],
    [
      'the id next to it is another one',
      condition('campaignId', 'equals', '1834567890123456780'),
      { campaignId: '1834567890123456781' },
      false,
    ],
    [
      'an id is not told by its beginning',
      condition('adGroupId', 'equals', '42'),
      { adGroupId: '4200' },
      false,
    ],
    ['ids may differ by case alone', condition('adId', 'equals', 'aB3'), { adId: 'ab3' }, false],
    ['an id typed in full width', condition('adId', 'equals', '４２'), { adId: '42' }, true],
    ['the id of an ad is none of a campaign', condition('campaignId', 'equals', '42'), { adId: '42' }, false],
    ['a part of an id keeps its case', condition('contentId', 'part', 'Ab', 2), { contentId: 'x_Ab' }, true],
  ])('%s', (_name, asked, line, fits) => {
    expect(ruleOfLine(line, [rule(asked)])).toBe(fits ? 0 : null)
  })

  test('all conditions of a rule have to hold, and order decides between two that fit', () => {
    const line: Line = { campaign, source: '巨量引擎' }
    const narrow = rule(condition('campaign', 'contains', '新客'), condition('source', 'equals', '小红书'))
    const wide = rule(condition('campaign', 'contains', '春茶'))
    const also = rule(condition('source', 'contains', '巨量'))
    expect(ruleOfLine(line, [narrow, wide, also])).toBe(1)
    expect(ruleOfLine(line, [narrow, also, wide])).toBe(1)
    expect(ruleOfLine(line, [narrow])).toBeNull()
  })

  test('a rule without conditions takes nothing', () => {
    expect(ruleOfLine({ campaign }, [rule()])).toBeNull()
  })
})

describe('M12: a line without a rule is listed by what a rule can ask for', () => {
  test.each<[string, Line, ReturnType<typeof nameOfLine>]>([
    ['its campaign', { campaign: '春茶', campaignId: '1', ad: '甲' }, { field: 'campaign', value: '春茶' }],
    [
      'the id of a campaign that has no name, before the name of its ad',
      { campaign: null, campaignId: '1834567890123456780', ad: '甲' },
      { field: 'campaignId', value: '1834567890123456780' },
    ],
    ['an ad group by id alone', { adGroupId: '7', adId: '8' }, { field: 'adGroupId', value: '7' }],
    ['an ad by id alone', { source: '巨量', adId: '8', content: '片' }, { field: 'adId', value: '8' }],
    ['a note by id alone', { contentId: '66f0' }, { field: 'contentId', value: '66f0' }],
    ['nothing where only the channel is named', { source: '巨量', channel: '抖音' }, null],
  ])('%s', (_name, line, named) => {
    expect(nameOfLine(line)).toEqual(named)
    if (named === null) return
    expect(ruleOfLine(line, [rule(condition(named.field, 'equals', named.value))])).toBe(0)
  })
})

describe('M12: a rule is checked before it is saved', () => {
  const shared = (...shares: [string, number][]): AssignmentRule => ({
    ...rule(condition('campaign', 'contains', '春')),
    target: {
      planId: 'p',
      strategy: null,
      creator: null,
      shares: shares.map(([taskId, shareBps]) => ({ taskId, shareBps })),
    },
  })
  test.each<[string, AssignmentRule, string[]]>([
    ['no condition', rule(), ['no_condition']],
    ['an empty value', rule(condition('campaign', 'equals', '')), ['empty_value']],
    ['part 0', rule(condition('campaign', 'part', 'x', 0)), ['no_part']],
    ['shares of 99.99 %', shared(['a', 5000], ['b', 4999]), ['shares_not_whole']],
    ['a task twice', shared(['a', 5000], ['a', 5000]), ['task_twice']],
    ['a share of 0 %', shared(['a', 10_000], ['b', 0]), ['share_not_positive']],
    ['60 % and 40 %', shared(['a', 6000], ['b', 4000]), []],
    ['the plan alone', shared(), []],
  ])('%s', (_name, given, codes) => {
    expect(faultsOfRule(given).map(({ code }) => code)).toEqual(codes)
  })
})

describe('M12: one line to several tasks', () => {
  const thirds = [
    { taskId: 'a', shareBps: 3334 },
    { taskId: 'b', shareBps: 3333 },
    { taskId: 'c', shareBps: 3333 },
  ]

  test('100.00 yuan in three shares of a third are 33.34, 33.33 and 33.33', () => {
    expect(splitLine({ cost: 10_000, clicks: null }, thirds)).toEqual([
      { cost: 3334, clicks: null },
      { cost: 3333, clicks: null },
      { cost: 3333, clicks: null },
    ])
  })

  test('a refund of 1 fen goes to one task', () => {
    const halves = [
      { taskId: 'a', shareBps: 5000 },
      { taskId: 'b', shareBps: 5000 },
    ]
    expect(splitLine({ refunds: -1 }, halves)).toEqual([{ refunds: -1 }, { refunds: 0 }])
    expect(splitLine({ conversions: 2.5 }, halves)).toEqual([{ conversions: 1.25 }, { conversions: 1.25 }])
  })
})

const anyShares = fc
  .uniqueArray(fc.integer({ min: 1, max: WHOLE_BPS - 1 }), { minLength: 0, maxLength: 6 })
  .map((cuts) => {
    const edges = [0, ...cuts.toSorted((a, b) => a - b), WHOLE_BPS]
    return edges
      .slice(1)
      .map((edge, index) => ({ taskId: `t${index}`, shareBps: edge - (edges[index] ?? 0) }))
  })
const word = fc.constantFrom('春', '新客', '老客', '上海', 'YC')
const anyLine = fc.record({
  line: fc.record({
    campaign: fc.array(word, { maxLength: 3 }).map((words) => words.join('_')),
    source: word,
  }),
  costFen: fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
})
const anyRule = fc.record({
  conditions: fc.array(
    fc.record({
      field: fc.constantFrom('campaign' as const, 'source' as const),
      operator: fc.constantFrom('equals' as const, 'contains' as const, 'part' as const),
      value: word,
      part: fc.constantFrom(1, 2, -1),
    }),
    { maxLength: 2 },
  ),
  shares: anyShares,
})

describe('M12: nothing is lost and nothing is made', () => {
  test('every line ends in exactly one place or is split exactly, and all sums are unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 20 }),
        fc.array(anyRule, { maxLength: 5 }),
        (lines, rules) => {
          let placed = 0
          let bucket = 0
          for (const { line, costFen } of lines) {
            const index = ruleOfLine(line, rules)
            const taken = index === null ? undefined : rules[index]
            if (taken === undefined) bucket += costFen
            else {
              const parts = splitLine({ cost: costFen }, taken.shares)
              const sum = parts.reduce((total, { cost }) => total + (cost ?? 0), 0)
              expect(sum).toBe(costFen)
              placed += sum
            }
          }
          expect(placed + bucket).toBe(lines.reduce((sum, { costFen }) => sum + costFen, 0))
        },
      ),
    )
  })

  test('what moves away from the bucket and between rules is what its lines are worth', () => {
    const line = { facts: 2, currency: 'CNY' }
    expect(
      movesOf([
        { ...line, before: null, after: 'A', costFen: 100 },
        { ...line, before: null, after: 'A', costFen: null },
        { ...line, before: 'A', after: 'B', costFen: 900 },
        { ...line, before: 'B', after: 'B', costFen: 5000 },
        { ...line, before: null, after: 'A', costFen: 7, currency: 'USD' },
      ]),
    ).toEqual([
      { from: 'A', to: 'B', lines: 1, facts: 2, costFen: 900, currency: 'CNY' },
      { from: null, to: 'A', lines: 2, facts: 4, costFen: 100, currency: 'CNY' },
      { from: null, to: 'A', lines: 1, facts: 2, costFen: 7, currency: 'USD' },
    ])
  })
})
