import { describe, expect, it } from 'vitest'
import type { Aim } from './aim.ts'
import { expectedShare, expectedShareByPhases } from './expected-share.ts'
import { kpiStatus, worstStatus } from './kpi-status.ts'
import type { StatusQuestion } from './kpi-status.ts'
import { metricDirection, metricNature } from './metric-nature.ts'

const gte = (value: number): Aim => ({ comparator: 'gte', value })
const ask = (part: Partial<StatusQuestion>) =>
  kpiStatus({ actual: 0, aim: gte(1), nature: 'ratio', stage: 'running', expectedShare: null, ...part })

describe('Rule 2: status of a ratio while running', () => {
  it.each([
    [0.02, 'met'],
    [0.0199999, 'at_risk'],
    [0.018, 'at_risk'],
    [0.0179, 'missed'],
  ] as const)('a CTR of %s against ≥ 2%% is %s', (actual, status) => {
    expect(ask({ actual, aim: gte(0.02) })).toBe(status)
  })
  it.each([
    [80, 'met'],
    [88, 'at_risk'],
    [88.01, 'missed'],
  ] as const)('a CPA of %s against ≤ 80 is %s', (actual, status) => {
    expect(ask({ actual, aim: { comparator: 'lte', value: 80 } })).toBe(status)
  })
  it('a complaint rate of exactly 1% is not < 1%, and at risk', () => {
    expect(ask({ actual: 0.01, aim: { comparator: 'lt', value: 0.01 } })).toBe('at_risk')
    expect(ask({ actual: 0, aim: { comparator: 'lt', value: 0.01 } })).toBe('met')
  })
  it('a range is met at both ends, at risk within 10% of one', () => {
    const aim: Aim = { comparator: 'range', from: 10, to: 20 }
    expect([10, 20, 9, 22, 8.9].map((actual) => ask({ actual, aim }))).toEqual([
      'met',
      'met',
      'at_risk',
      'at_risk',
      'missed',
    ])
  })
})

describe('Rule 2: status of an additive target while running', () => {
  const half = (actual: number, aim: Aim = gte(1000)) =>
    ask({ actual, aim, nature: 'additive', expectedShare: 0.5 })
  it('half way, 500 of 1,000 is met, 450 at risk, 449 missed', () => {
    expect([half(500), half(450), half(449)]).toEqual(['met', 'at_risk', 'missed'])
  })
  it('without a period the whole target is due', () => {
    expect(ask({ actual: 950, aim: gte(1000), nature: 'additive' })).toBe('at_risk')
  })
  it('with a baseline only the way from it is to be gone: 5000 → 15000 half way is 10000', () => {
    const aim = gte(15_000)
    const at = (actual: number) =>
      ask({ actual, aim, nature: 'additive', expectedShare: 0.5, baseline: 5_000 })
    expect([at(10_000), at(9_000), at(8_000)]).toEqual(['met', 'at_risk', 'missed'])
  })
  it('a ceiling that counts up is at risk ahead of its pace and missed only once broken', () => {
    const ceiling: Aim = { comparator: 'lte', value: 50 }
    expect([half(25, ceiling), half(30, ceiling), half(50, ceiling), half(51, ceiling)]).toEqual([
      'met',
      'at_risk',
      'at_risk',
      'missed',
    ])
  })
})

describe('Rule 2: status of every kind of aim while running', () => {
  const RANGE: Aim = { comparator: 'range', from: 1_000, to: 2_000 }
  const paced = (actual: number, aim: Aim, part: Partial<StatusQuestion> = {}) =>
    ask({ actual, aim, nature: 'additive', expectedShare: 0.5, ...part })

  it('a range that counts up is paced by its lower end, and missed above its upper end', () => {
    expect([450, 449, 500, 1_500, 2_000, 2_001].map((actual) => paced(actual, RANGE))).toEqual([
      'at_risk',
      'missed',
      'met',
      'met',
      'met',
      'missed',
    ])
  })
  it('an exact number that counts up is missed once it is passed', () => {
    const exactly: Aim = { comparator: 'eq', value: 1_000 }
    expect([449, 450, 500, 1_000, 1_001].map((actual) => paced(actual, exactly))).toEqual([
      'missed',
      'at_risk',
      'met',
      'met',
      'missed',
    ])
  })
  it('"more than 1,000" is met by 500 half way, but with all of it due 1,000 itself is at risk', () => {
    const more: Aim = { comparator: 'gt', value: 1_000 }
    expect(paced(500, more)).toBe('met')
    expect([1_000, 1_001, 899].map((actual) => paced(actual, more, { expectedShare: 1 }))).toEqual([
      'at_risk',
      'met',
      'at_risk',
    ])
    expect(paced(1_000, gte(1_000), { expectedShare: 1 })).toBe('met')
  })
  it('with nothing due yet it is met, whatever was reached', () => {
    expect(paced(0, gte(1_000), { expectedShare: 0 })).toBe('met')
    expect(paced(-5, gte(0))).toBe('met')
    expect(paced(1_001, { comparator: 'eq', value: 1_000 }, { expectedShare: 0 })).toBe('missed')
  })
  it('a target of thirds is not missed by what binary fractions lack', () => {
    // A third of 0.9 is 0.3 and a bit; 0.27 is nine tenths of it less a bit.
    expect(paced(0.1 + 0.2, gte(0.9), { expectedShare: 1 / 3 })).toBe('met')
    expect(paced(0.3, gte(0.1 + 0.2), { expectedShare: 1 })).toBe('met')
    expect(paced(0.27, gte(0.1 + 0.2), { expectedShare: 1 })).toBe('at_risk')
    expect(paced(0.1 + 0.2, { comparator: 'lte', value: 0.6 })).toBe('met')
  })
  it('a ceiling with a baseline allows what lies on the way: from 20 to 50 half way 35', () => {
    const ceiling: Aim = { comparator: 'lte', value: 50 }
    expect([35, 36, 51].map((actual) => paced(actual, ceiling, { baseline: 20 }))).toEqual([
      'met',
      'at_risk',
      'missed',
    ])
    expect(paced(50, { comparator: 'lt', value: 50 })).toBe('missed')
  })
  it('the bands of a workspace count: with 0.8 a pace of 80 % is at risk and 79 % missed', () => {
    const bands = { paceAtRisk: 0.8, ratioAtRisk: 0.2 }
    expect([400, 399].map((actual) => paced(actual, gte(1_000), { bands }))).toEqual(['at_risk', 'missed'])
    expect([80, 79.9].map((actual) => ask({ actual, aim: gte(100), bands }))).toEqual(['at_risk', 'missed'])
  })
  it('a ratio below zero has its band too: −11 of −10 is at risk, −11.1 missed', () => {
    expect([-10, -11, -11.1].map((actual) => ask({ actual, aim: gte(-10) }))).toEqual([
      'met',
      'at_risk',
      'missed',
    ])
  })
  it('a ratio that is to be exactly 10 is at risk from 9 to 11', () => {
    const exactly: Aim = { comparator: 'eq', value: 10 }
    expect([8.9, 9, 10, 11, 11.1].map((actual) => ask({ actual, aim: exactly }))).toEqual([
      'missed',
      'at_risk',
      'met',
      'at_risk',
      'missed',
    ])
  })
})

describe('Rule 2: figures before the start', () => {
  it('a floor that is reached already is met, anything else has not started', () => {
    const before = (actual: number, aim: Aim) => ask({ actual, aim, stage: 'before' })
    expect(before(5, gte(5))).toBe('met')
    expect(before(4, gte(5))).toBe('not_started')
    expect(before(0, { comparator: 'lte', value: 5 })).toBe('not_started')
    expect(before(6, { comparator: 'lte', value: 5 })).toBe('not_started')
  })
})

describe('Rule 2: before, after and without data', () => {
  it('after the end is met or missed and nothing between', () => {
    expect(ask({ actual: 999, aim: gte(1000), nature: 'additive', stage: 'after' })).toBe('missed')
    expect(ask({ actual: 1000, aim: gte(1000), nature: 'additive', stage: 'after' })).toBe('met')
  })
  it('99.96% shows as 100% and is still missed', () => {
    expect(ask({ actual: 0.9996, aim: gte(1), stage: 'after' })).toBe('missed')
  })
  it('without data is not started before the start and no data from then on', () => {
    expect([
      ask({ actual: null, stage: 'before' }),
      ask({ actual: null }),
      ask({ actual: null, stage: 'after' }),
    ]).toEqual(['not_started', 'no_data', 'no_data'])
  })
  it('several targets show the worst of them', () => {
    expect(worstStatus(['met', 'missed'])).toBe('missed')
    expect(worstStatus(['met', 'no_data', 'at_risk'])).toBe('at_risk')
    expect(worstStatus(['met', 'not_started', 'no_data'])).toBe('no_data')
    expect(worstStatus(['met', 'met'])).toBe('met')
    expect(worstStatus([])).toBeNull()
  })
})

describe('Rule 3: default comparator', () => {
  it.each([
    ['点击率', 'higher'],
    ['CPA', 'lower'],
    ['CPC', 'lower'],
    ['CPM', 'lower'],
    ['获客成本', 'lower'],
    ['新客获取成本', 'lower'],
    ['投诉率', 'lower'],
    ['售后投诉率', 'lower'],
    ['退货率', 'lower'],
    ['流失率', 'lower'],
    ['跳出率', 'lower'],
    ['complaint rate', 'lower'],
    ['cost per lead', 'lower'],
    ['流失客户召回率', 'higher'],
    ['问题解决率', 'higher'],
    ['投诉处理率', 'higher'],
    ['销售额', 'higher'],
    ['ROI', 'higher'],
    ['repurchase rate', 'higher'],
    [null, 'higher'],
  ] as const)('of %s the better value is the %s one', (metric, direction) => {
    expect(metricDirection(metric)).toBe(direction)
  })
  it.each([
    ['曝光量', 'additive'],
    ['销售额', 'additive'],
    ['观看人数', 'additive'],
    ['点击率', 'ratio'],
    ['ROI', 'ratio'],
    ['客单价', 'ratio'],
    ['获客成本', 'ratio'],
    ['投诉量', 'additive'],
    ['品牌认知度', 'ratio'],
    ['Orders', 'additive'],
    ['engagement rate', 'ratio'],
    ['率先签约门店', 'additive'],
  ] as const)('%s is %s', (metric, nature) => {
    expect(metricNature(metric, false)).toBe(nature)
  })
  it('anything written as a percentage is a ratio', () => {
    expect(metricNature('完成量', true)).toBe('ratio')
    expect(metricDirection('完成量')).toBe('higher')
  })
})

describe('Rule 4: expected share', () => {
  const june = { start: '2025-06-01', end: '2025-06-30', countDays: null }
  it('by calendar days counts both ends: through June 15 half of June', () => {
    expect(expectedShare(june, '2025-06-15')).toBe(0.5)
  })
  it('is 0 until the first day is complete and 1 from the last', () => {
    expect([
      expectedShare(june, '2025-05-31'),
      expectedShare(june, '2025-06-30'),
      expectedShare(june, '2025-08-01'),
    ]).toEqual([0, 1, 1])
  })
  it('by working days follows the counter: Monday and Tuesday of a Monday–Friday week are 40%', () => {
    const countDays = (start: string, end: string) =>
      start === '2025-06-02' && end === '2025-06-08'
        ? 5
        : start === '2025-06-02' && end === '2025-06-03'
          ? 2
          : 0
    expect(expectedShare({ start: '2025-06-02', end: '2025-06-08', countDays }, '2025-06-03')).toBe(0.4)
    expect(expectedShare({ start: '2025-06-07', end: '2025-06-08', countDays }, '2025-06-07')).toBeNull()
  })
  it('by phases counts ended ones whole: July 50 of 200 and half of August’s 70 through August 15 or so', () => {
    const phases = [
      { start: '2025-07-01', end: '2025-07-31', part: 50 },
      { start: '2025-08-01', end: '2025-08-30', part: 70 },
      { start: '2025-09-01', end: '2025-09-30', part: 80 },
    ]
    expect(expectedShareByPhases(phases, '2025-07-31', null)).toBe(0.25)
    expect(expectedShareByPhases(phases, '2025-08-15', null)).toBe(0.425)
    expect(expectedShareByPhases([], '2025-08-15', null)).toBeNull()
    expect(expectedShareByPhases(phases, '2025-06-30', null)).toBe(0)
    expect(expectedShareByPhases(phases, '2025-12-31', null)).toBe(1)
  })
  it('by phases without any part there is no share, and a phase without a counting day adds nothing', () => {
    const weekend = { start: '2025-06-07', end: '2025-06-08', part: 50 }
    expect(expectedShareByPhases([{ ...weekend, part: 0 }], '2025-06-07', null)).toBeNull()
    expect(expectedShareByPhases([{ ...weekend, part: -1 }], '2025-06-07', null)).toBeNull()
    const july = { start: '2025-06-01', end: '2025-06-05', part: 50 }
    const none = () => 0
    expect(expectedShareByPhases([july, weekend], '2025-06-07', none)).toBe(0.5)
  })
  it('of a period that ends before it begins no day counts: all is due from its end on', () => {
    expect(expectedShare({ start: '2025-06-10', end: '2025-06-01', countDays: null }, '2025-06-10')).toBe(1)
    expect(expectedShare({ start: '2025-06-10', end: '2025-06-01', countDays: null }, '2025-06-09')).toBe(0)
  })
  it('on the first day of ten a tenth is due', () => {
    const ten = { start: '2025-06-01', end: '2025-06-10', countDays: null }
    expect([expectedShare(ten, '2025-06-01'), expectedShare(ten, '2025-06-09')]).toEqual([0.1, 0.9])
  })
})
