import { describe, expect, it } from 'vitest'
import { evaluateKpi } from './evaluate-kpi.ts'
import type { KpiInput } from './evaluate-kpi.ts'

/** By default the task is over, so that met and missed are final. */
const evaluate = (kpiText: string | null, reachedText: string | null, more: Partial<KpiInput> = {}) =>
  evaluateKpi({ kpiText, reachedText, today: '2025-07-01', start: '2025-06-01', end: '2025-06-30', ...more })
const brief = (kpi: string, reached: string | null, more: Partial<KpiInput> = {}) => {
  const { targets, status } = evaluate(kpi, reached, more)
  return {
    status,
    each: targets.map((t) => [
      t.actual,
      t.attainment === null ? null : Math.round(t.attainment * 1000) / 10,
      t.status,
    ]),
  }
}

describe('Rule 2: one target', () => {
  it.each([
    ['签约KOL数量≥10人', '10人', 100, 'met'],
    ['素材通过率100%', '100%', 100, 'met'],
    ['笔记总阅读量≥20万', '22万', 110, 'met'],
    ['点击率≥2%', '2.1%', 105, 'met'],
    ['观看人数≥20万', '25万', 125, 'met'],
    ['有效反馈≥500条', '520条', 104, 'met'],
    ['曝光量500万', '480万', 96, 'missed'],
    ['转化率2%', '1.5%', 75, 'missed'],
    ['转化率5%', '6.2%', 124, 'met'],
    ['阅读20万', '18万', 90, 'missed'],
    ['获客成本≤80元', '100元', 80, 'missed'],
    ['获客成本80元', '64元', 125, 'met'],
    ['投诉率<1%', '1%', 100, 'missed'],
    ['投诉率<1%', '0%', null, 'met'],
  ] as const)('%s reached %s is %s%%, %s', (kpi, reached, percent, status) => {
    expect(brief(kpi, reached)).toMatchObject({ status, each: [[expect.anything(), percent, status]] })
  })
  it('reached 1.96% of ≥ 2% in full-width signs is missed, not rounded to met', () => {
    expect(brief('点击率＞＝２％', '1.996%').status).toBe('missed')
  })
  it('says when the comparator was not written', () => {
    expect(evaluate('转化率2%', null).targets[0]).toMatchObject({
      isDefaultComparator: true,
      aim: { comparator: 'gte', value: 0.02 },
    })
    expect(evaluate('CPA 80元', null).targets[0]).toMatchObject({
      isDefaultComparator: true,
      aim: { comparator: 'lte', value: 80 },
    })
    expect(evaluate('点击率≥2%', null).targets[0]?.isDefaultComparator).toBe(false)
  })
  it('a range is met inside it', () => {
    expect(brief('粉丝量5-20万', '12万')).toEqual({ status: 'met', each: [[120_000, 100, 'met']] })
  })
  it('"ROI ≥ 1:4" is marked as a ROAS and met by 1:4.2 or 4.2', () => {
    expect(evaluate('ROI≥1:4', '1:4.2').targets[0]).toMatchObject({
      isRoas: true,
      status: 'met',
      actual: 4.2,
    })
    expect(brief('ROI≥1:4', '4.2').status).toBe('met')
  })
})

describe('Worked example 6: with a baseline', () => {
  it('awareness 从30%提升至50% at 40% is 50%', () => {
    expect(brief('品牌认知度从30%提升至50%', '40%')).toMatchObject({ each: [[0.4, 50, 'missed']] })
  })
  it('an index 5000 → 15000 at 12000 is 70%, with the baseline in its own cell', () => {
    expect(brief('搜索指数提升至15000', '12000', { baselineText: '5000' })).toMatchObject({
      each: [[12_000, 70, 'missed']],
    })
  })
  it('提升30% of a count is relative to the baseline', () => {
    expect(brief('到店人数提升30%', '1300人', { baselineText: '1000人' })).toMatchObject({
      status: 'met',
      each: [[1300, 100, 'met']],
    })
    expect(evaluate('到店人数提升30%', '1300人').targets[0]).toMatchObject({
      status: 'target_unclear',
      problem: 'no_baseline',
    })
  })
  it('提升15% of a rate is ambiguous and stays flagged', () => {
    expect(evaluate('复购率提升15%', '23%', { baselineText: '20%' }).targets[0]).toMatchObject({
      status: 'target_unclear',
      problem: 'ambiguous_change',
      aim: null,
    })
  })
})

describe('Worked example 21: several targets in one cell', () => {
  const LIVE = '观看人数≥20万,销售额≥50万'
  it('viewers 25万 met and sales 45万 missed are missed', () => {
    expect(brief(LIVE, '观看25万,销售额45万')).toEqual({
      status: 'missed',
      each: [
        [250_000, 125, 'met'],
        [450_000, 90, 'missed'],
      ],
    })
  })
  it('sales noted in the remark leave the bare 25万 to the viewers', () => {
    const { targets, status } = evaluate(LIVE, '25万', { remark: '实际销售额45万,目标50万' })
    expect(targets.map((t) => [t.actual, t.source, t.status])).toEqual([
      [250_000, 'reached', 'met'],
      [450_000, 'remark', 'missed'],
    ])
    expect(status).toBe('missed')
  })
  it('one bare value for two targets of the same kind is ambiguous, and nobody guesses', () => {
    expect(evaluate(LIVE, '25万').targets.map((t) => [t.status, t.problem])).toEqual([
      ['no_data', 'ambiguous_actual'],
      ['no_data', 'ambiguous_actual'],
    ])
  })
  it('one bare percentage goes to the only rate', () => {
    const { targets } = evaluate('曝光量500万,互动率≥5%', '5.2%')
    expect(targets.map((t) => [t.actual, t.status])).toEqual([
      [null, 'no_data'],
      [0.052, 'met'],
    ])
  })
  it('as many bare values as targets go in order', () => {
    expect(brief('笔记阅读量≥5万,点赞≥1万', '6万,0.9万')).toEqual({
      status: 'missed',
      each: [
        [60_000, 120, 'met'],
        [9_000, 90, 'missed'],
      ],
    })
  })
  it('a named value goes to the closest name', () => {
    const { targets } = evaluate('销售额≥50万,新客销售额≥10万', '新客销售额12万,销售额40万')
    expect(targets.map((t) => t.actual)).toEqual([400_000, 120_000])
  })
})

describe('Worked example 21: targets for every unit', () => {
  const PER = '每场参与人数≥200,留资率≥30%'
  it('shows the worst session and misses when one misses', () => {
    const { targets, status } = evaluate('每场参与人数≥200', '第1场180人,第2场220人,第3场260人')
    expect(targets[0]).toMatchObject({
      actual: 180,
      actuals: [180, 220, 260],
      attainment: 0.9,
      status: 'missed',
    })
    expect(status).toBe('missed')
  })
  it('reads a list with slashes', () => {
    expect(evaluate('每场参与人数≥200', '210/220/260人').targets[0]).toMatchObject({
      actual: 210,
      status: 'met',
    })
  })
  it('never takes the total or the mean for a unit', () => {
    expect(evaluate('每场参与人数≥200', '累计1000人').targets[0]).toMatchObject({
      actual: null,
      status: 'no_data',
      problem: 'total_for_unit',
    })
    expect(evaluate('每场参与人数≥200', '场均230人').targets[0]).toMatchObject({
      actual: null,
      problem: 'mean_for_unit',
    })
  })
  it('keeps a rate beside it apart', () => {
    const { targets } = evaluate(PER, '参与人数220,留资率28%')
    expect(targets.map((t) => [t.actual, t.status])).toEqual([
      [220, 'met'],
      [0.28, 'missed'],
    ])
  })
  it('is not paced: while running every unit must reach it already', () => {
    expect(brief('每场参与人数≥200', '第1场150人', { today: '2025-06-10' }).status).toBe('missed')
  })
})

const phase = (start: string, end: string, part: number) => ({ start, end, part })
const BY_QUARTER = [phase('2025-06-01', '2025-06-15', 1), phase('2025-06-16', '2025-06-30', 3)]

describe('Rule 2: by time', () => {
  const half = { today: '2025-06-16' }
  it('through June 15 half of an additive June target is due', () => {
    expect(evaluate('曝光量1000万', '500万', half).targets[0]).toMatchObject({ status: 'met', dueShare: 0.5 })
    expect(brief('曝光量1000万', '460万', half).status).toBe('at_risk')
    expect(brief('曝光量1000万', '440万', half).status).toBe('missed')
  })
  it('is due by the weights of the phases where it has any: a quarter in the first half of June', () => {
    expect(brief('曝光量1000万', '260万', { ...half, phases: BY_QUARTER }).status).toBe('met')
  })
  it('a rate is due in full while running, at risk within 10%', () => {
    expect(brief('点击率≥2%', '1.85%', half).status).toBe('at_risk')
    expect(evaluate('点击率≥2%', '1.85%', half).targets[0]?.dueShare).toBeNull()
  })
  it('a finished task is met or missed although its planned end lies ahead', () => {
    expect(brief('曝光量1000万', '980万', { ...half, isFinished: true }).status).toBe('missed')
  })
  it('without data is not started up to the first complete day, then no data', () => {
    const status = (today: string) => brief('曝光量1000万', null, { today }).status
    expect([status('2025-05-20'), status('2025-06-01'), status('2025-06-02'), status('2025-07-15')]).toEqual([
      'not_started',
      'not_started',
      'no_data',
      'no_data',
    ])
  })
  it('"-" and 无 are no data', () => {
    expect([brief('点击率≥2%', '-').status, brief('点击率≥2%', '无').status]).toEqual(['no_data', 'no_data'])
  })
})

describe('Rule 2: before, running, over', () => {
  const ON = '2025-06-16'
  const statusOf = (more: Partial<KpiInput>, reached: string | null = '500万') =>
    brief('曝光量1000万', reached, { today: ON, ...more }).status

  it('with figures of the first day it is running on that day, and the day before it has not started', () => {
    expect(statusOf({ today: '2025-06-01' }, '1')).toBe('met')
    expect(statusOf({ today: '2025-05-31' }, '1')).toBe('not_started')
    expect(statusOf({ today: '2025-05-31' }, '1000万')).toBe('met')
  })
  it('on its last day it is running, the day after it is over', () => {
    const almost = '960万'
    expect(statusOf({ today: '2025-06-30' }, almost)).toBe('at_risk')
    expect(statusOf({ today: '2025-07-01' }, almost)).toBe('missed')
  })
  it('is paced by the last complete day, where that is not yesterday', () => {
    const due = (more: Partial<KpiInput>) =>
      evaluate('曝光量1000万', '1万', { today: ON, ...more }).targets[0]?.dueShare
    expect(due({})).toBe(0.5)
    expect(due({ dataThrough: '2025-06-12' })).toBe(0.4)
    expect(due({ countDays: (_start, end) => Number(end.slice(8)) - 1 })).toBeCloseTo(14 / 29, 12)
    expect(statusOf({ today: '2025-06-02', dataThrough: '2025-05-31' }, null)).toBe('not_started')
  })
  it('without a start or an end, or with them turned round, the whole is due while it runs', () => {
    const open = [
      { start: null },
      { end: null },
      { start: '2025-06-10', end: '2025-06-09', today: '2025-06-09' },
    ]
    for (const more of open) {
      const { targets } = evaluate('曝光量1000万', '950万', { today: ON, ...more })
      expect(targets[0]).toMatchObject({ dueShare: null })
    }
    expect(statusOf({ start: null }, '950万')).toBe('at_risk')
    expect(statusOf({ end: null }, '950万')).toBe('at_risk')
    expect(statusOf({ start: null, end: null }, null)).toBe('no_data')
  })
  it('a period of one day is dated: all of it is due by its evening', () => {
    const day = { start: ON, end: ON, today: ON, dataThrough: ON }
    expect(evaluate('曝光量1000万', '950万', day).targets[0]).toMatchObject({
      dueShare: 1,
      status: 'at_risk',
    })
  })
  it('a share due by phases is heard before the period, and not before the start or after the end', () => {
    expect(evaluate('曝光量1000万', '1万', { today: ON, phases: BY_QUARTER }).targets[0]?.dueShare).toBe(0.25)
    expect(
      evaluate('曝光量1000万', '1万', { today: ON, phases: BY_QUARTER, start: null }).targets[0]?.dueShare,
    ).toBe(0.25)
    for (const more of [{ today: '2025-05-30' }, { today: '2025-07-01' }, { isFinished: true }])
      expect(
        evaluate('曝光量1000万', '1万', { today: ON, phases: BY_QUARTER, ...more }).targets[0]?.dueShare,
      ).toBeNull()
  })
  it('the bands and the method for ceilings of a workspace count', () => {
    const policy = { paceAtRisk: 0.5, ratioAtRisk: 0.5, ceilingMethod: 'mirror' as const }
    expect(statusOf({ policy }, '250万')).toBe('at_risk')
    expect(statusOf({}, '250万')).toBe('missed')
    expect(evaluate('获客成本≤80元', '100元', { policy }).targets[0]?.attainment).toBe(0.75)
  })
})

describe('the worst of several units', () => {
  it.each([
    ['每场参与人数≥200', '第1场220,第2场180,第3场260', 180],
    ['每场投诉≤5', '第1场3,第2场7,第3场6', 7],
    ['每场参与人数=200', '第1场210,第2场180,第3场215', 180],
    ['每场参与人数=200', '第1场190,第2场230,第3场215', 230],
    ['每场参与人数200-300', '第1场190,第2场320,第3场250', 320],
    ['每场参与人数200-300', '第1场210,第2场250', 210],
    ['每场参与人数200-300', '第1场180,第2场310,第3场190', 180],
  ])('%s with %s shows %d', (kpi, reached, worst) => {
    expect(evaluate(kpi, reached).targets[0]?.actual).toBe(worst)
  })
})

describe('values that were measured (M3)', () => {
  const measured = (more: object = {}) => ({
    match: { values: [], source: 'facts' as const, problem: 'not_additive' as const },
    nature: 'ratio' as const,
    direction: 'lower' as const,
    ...more,
  })
  it('count instead of what is written, with the nature and the direction of their definition', () => {
    const { targets } = evaluate('曝光量1000', '2000', {
      measure: ({ quantity }) =>
        measured({ match: { values: [{ ...quantity, value: 900 }], source: 'facts', problem: null } }),
    })
    expect(targets[0]).toMatchObject({
      actual: 900,
      source: 'facts',
      nature: 'ratio',
      status: 'met',
      aim: { comparator: 'lte', value: 1_000 },
    })
  })
  it('that cannot be given leave no data, and say why', () => {
    const { targets, status } = evaluate('曝光量1000', '2000', { measure: () => measured() })
    expect(targets[0]).toMatchObject({
      actual: null,
      attainment: null,
      problem: 'not_additive',
      status: 'no_data',
    })
    expect(status).toBe('no_data')
  })
  it('are asked by the name that the indicator beside gives', () => {
    const names: (string | null)[] = []
    const measure: KpiInput['measure'] = ({ metric }) => {
      names.push(metric)
      return measured()
    }
    evaluate('≥5%,点击率≥2%', null, { indicator: '互动率', measure })
    evaluate('≥5%', null, { measure })
    expect(names).toEqual(['互动率', '点击率', null])
  })
})

describe('the nature of a target', () => {
  it.each([
    ['完成度≥5%', 'ratio'],
    ['投诉≤5‰', 'ratio'],
    ['ROI≥1:4', 'ratio'],
    ['回报≥1:4', 'ratio'],
    ['到店提升5个百分点', 'ratio'],
    ['曝光≥500万', 'additive'],
    ['点击率≥2', 'ratio'],
  ])('%s is %s', (kpi, nature) => expect(evaluate(kpi, null).targets[0]?.nature).toBe(nature))

  it('per unit it is not paced: while running nothing is due in part', () => {
    const half = { today: '2025-06-16' }
    expect(evaluate('每场参与人数≥200', '150', half).targets[0]).toMatchObject({
      nature: 'additive',
      dueShare: null,
    })
    expect(evaluate('日均访问≥200', '190', half).targets[0]).toMatchObject({
      dueShare: null,
      status: 'at_risk',
    })
  })
  it('a baseline that cannot be read is none', () => {
    expect(evaluate('到店人数提升30%', '1300人', { baselineText: '不详' }).targets[0]?.problem).toBe(
      'no_baseline',
    )
  })
  it('an ambiguous aim is told before what is wrong with the value', () => {
    expect(evaluate('复购率提升15%', '23', { baselineText: '20%' }).targets[0]).toMatchObject({
      problem: 'ambiguous_change',
      actual: null,
      attainment: null,
    })
  })
})

describe('what cannot be read', () => {
  it('a cell without a target has no status', () => {
    expect([evaluate(null, '5').status, evaluate('无', '5').status]).toEqual([null, null])
  })
  it('a target without a number is listed as written', () => {
    expect(evaluate('口碑优秀,点击率≥2%', '2.1%')).toMatchObject({ unread: ['口碑优秀'], status: 'met' })
  })
  it('a value beside a target without any figure says that the target was not understood; no value has no status', () => {
    const unclear = { targets: [], unread: ['明显提升'], status: 'target_unclear' }
    expect(evaluate('明显提升', '480万')).toMatchObject(unclear)
    expect([evaluate('明显提升', '-').status, evaluate('明显提升', '还行').status]).toEqual([null, null])
    expect(evaluate('复购率提升15%', null).status).toBe('no_data')
  })
  it('a bare 2.1 is not taken for 2.1%', () => {
    expect(evaluate('点击率≥2%', '2.1').targets[0]).toMatchObject({
      actual: null,
      status: 'no_data',
      problem: 'unit_mismatch',
    })
  })
  it('the indicator beside names a bare target: complaint rate 1% is a ceiling', () => {
    expect(evaluate('1%', '2%', { indicator: '售后投诉率' }).targets[0]).toMatchObject({
      metric: '售后投诉率',
      status: 'missed',
      aim: { comparator: 'lte' },
    })
  })
  it('a target with an unreadable reached text has no data', () => {
    expect(brief('点击率≥2%', '还行').status).toBe('no_data')
  })
})
