import { describe, expect, it } from 'vitest'
import type { Contradiction } from './contradiction.ts'
import { type CheckedTask, findContradictions } from './find-contradictions.ts'
import { statedDailySpend } from './pace.ts'
import type { CheckedStep } from './step.ts'

const PLAN = { id: 'plan', startDate: '2025-05-01', endDate: '2025-06-20', distributable: null }
const GOOD: CheckedTask = {
  id: 't',
  status: 'done',
  progress: 1,
  plannedStart: '2025-05-01',
  plannedEnd: '2025-05-07',
  actualStart: '2025-05-01',
  actualEnd: '2025-05-06',
  budget: 5_000_000,
  spent: 4_800_000,
  kpi: '签约KOL数量≥10人',
  reached: '10人',
  remark: null,
  issue: null,
  dayBasis: 'calendar',
}
const STEP: CheckedStep = {
  id: 's',
  startDate: '2025-06-02',
  endDate: '2025-06-05',
  plannedFinish: '2025-06-05T18:00',
  actualFinish: '2025-06-05T19:00',
  status: 'done',
  statusNote: '延期1小时',
}
const contradictionsOf = (...given: Parameters<typeof findContradictions>) =>
  [...findContradictions(...given)].flat()
const check = (part: Partial<CheckedTask>, now = '2025-07-01T09:00') =>
  contradictionsOf(PLAN, [{ ...GOOD, ...part }], [], now)
const codes = (found: readonly Contradiction[]) => found.map((item) => item.code)

describe('X3: state', () => {
  it('finds nothing in a row that agrees with itself', () => {
    expect(check({})).toEqual([])
    expect(contradictionsOf(PLAN, [], [STEP], '2025-07-01T09:00')).toEqual([])
  })
  it.each([
    ['done without an actual end', { actualEnd: null }, 'done_without_actual_end'],
    ['an actual end while in progress', { status: 'in_progress', progress: 0.5 }, 'actual_end_while_open'],
    ['100% and not done', { status: 'in_progress', actualEnd: null }, 'complete_while_open'],
    ['done at 90%', { progress: 0.9 }, 'done_while_incomplete'],
    [
      'an actual start while not started',
      { status: 'not_started', progress: 0, actualEnd: null },
      'started_while_not_started',
    ],
  ] as const)('flags %s', (_, part, code) => {
    expect(codes(check(part))).toEqual([code])
  })
  it('100% and pending acceptance is no contradiction', () => {
    expect(check({ status: 'pending_acceptance' })).toEqual([])
  })
})

describe('X3: dates', () => {
  it('flags a planned end before its start with both dates', () => {
    const [found] = check({ plannedStart: '2025-05-08' })
    expect(found).toMatchObject({
      code: 'planned_end_before_start',
      severity: 'error',
      fields: ['plannedEnd', 'plannedStart'],
      params: { start: '2025-05-08', end: '2025-05-07' },
    })
  })
  it('flags an actual end before its start, and actual dates in the future', () => {
    expect(codes(check({ actualStart: '2025-05-07' }))).toEqual(['actual_end_before_start'])
    expect(codes(check({}, '2025-05-05T10:00'))).toEqual(['actual_in_future'])
  })
  it('warns of a task outside the plan’s period and names the end that leaves it', () => {
    expect(check({ plannedEnd: '2025-06-25' })).toMatchObject([
      {
        code: 'outside_plan_period',
        severity: 'warning',
        fields: ['plannedEnd'],
        params: { end: '2025-06-25', planEnd: '2025-06-20' },
      },
    ])
    expect(check({ plannedStart: '2025-04-30' })).toMatchObject([{ fields: ['plannedStart'] }])
  })
})

describe('X3: money', () => {
  it('flags a spend over budget, and not one that equals it', () => {
    expect(check({ spent: 5_100_000 })).toMatchObject([
      { code: 'spent_over_budget', params: { over: 100_000 } },
    ])
    expect(check({ spent: 5_000_000 })).toEqual([])
  })
  it('15,000 a day for 40 days are 600,000 and no budget of 150,000, which lasts 10 days', () => {
    const ads = {
      status: 'in_progress',
      progress: 0.5,
      plannedStart: '2025-05-12',
      plannedEnd: '2025-06-20',
      actualStart: '2025-05-12',
      actualEnd: null,
      budget: 15_000_000,
      spent: 8_000_000,
      remark: '日均消耗1.5万',
    } as const
    expect(check(ads)).toMatchObject([
      {
        code: 'pace_not_budget',
        severity: 'warning',
        fields: ['remark', 'budget'],
        params: { daily: 1_500_000, days: 40, product: 60_000_000, budget: 15_000_000, budgetLastsDays: 10 },
      },
    ])
  })
  it('15,000 a day for 20 days are the budget of 300,000; one day more or less passes', () => {
    const feed = {
      plannedStart: '2025-05-12',
      plannedEnd: '2025-05-31',
      budget: 30_000_000,
      remark: '日均消耗1.5万',
      spent: null,
      actualStart: null,
      actualEnd: null,
      status: 'not_started',
      progress: 0,
    } as const
    expect(check(feed)).toEqual([])
    expect(check({ ...feed, plannedEnd: '2025-06-01' })).toEqual([])
    expect(codes(check({ ...feed, plannedEnd: '2025-06-02' }))).toEqual(['pace_not_budget'])
  })
  it('counts working days for a task by working days', () => {
    const task = {
      ...GOOD,
      dayBasis: 'working' as const,
      remark: '日均消耗1000元',
      budget: 500_000,
      spent: 0,
    }
    expect(codes(contradictionsOf(PLAN, [task], [], '2025-07-01T09:00', () => 5))).toEqual([])
    expect(codes(contradictionsOf(PLAN, [task], [], '2025-07-01T09:00', () => 7))).toEqual([
      'pace_not_budget',
    ])
  })
  it('flags tasks that together hold more than the plan may distribute', () => {
    const found = contradictionsOf(
      { ...PLAN, distributable: 9_000_000 },
      [GOOD, { ...GOOD, id: 'u' }],
      [],
      '2025-07-01T09:00',
    )
    expect(found).toMatchObject([
      { code: 'tasks_over_plan_budget', entity: 'plan', params: { over: 1_000_000 } },
    ])
  })
  it.each([
    ['日均消耗1.5万', 1_500_000],
    ['日均预算1.5万,投放20天', 1_500_000],
    ['每日15,000元', 1_500_000],
    ['daily spend 15,000 CNY', 1_500_000],
    ['日均曝光15万', null],
    ['每天3篇', null],
    ['每天 USD 100', null],
    ['涵盖头部与腰部', null],
    [null, null],
  ])('the daily spend stated in "%s" is %s fen', (remark, fen) => {
    expect(statedDailySpend(remark)).toBe(fen)
  })
})

describe('X3: remark', () => {
  it('"实际销售额45万,目标50万" beside a KPI that was met is information', () => {
    expect(check({ kpi: '观看人数≥20万', reached: '25万', remark: '实际销售额45万,目标50万' })).toEqual([
      {
        code: 'remark_reports_miss',
        severity: 'info',
        entity: 'task',
        id: 't',
        fields: ['remark', 'kpi'],
        params: { metric: '销售额', actual: '45万', target: '50万' },
      },
    ])
    expect(check({ remark: '实际销售额55万,目标50万' })).toEqual([])
  })
  it('a reached value other than the remark’s is a warning', () => {
    expect(check({ kpi: '观看人数≥20万', reached: '25万', remark: '实际观看人数21万' })).toMatchObject([
      {
        code: 'remark_not_reached',
        severity: 'warning',
        params: { metric: '观看人数', reached: 250_000, remark: 210_000 },
      },
    ])
    expect(check({ kpi: '观看人数≥20万', reached: '25万', remark: '实际观看人数25万' })).toEqual([])
  })
})

describe('X3: steps', () => {
  const step = (part: Partial<CheckedStep>) =>
    codes(contradictionsOf(PLAN, [], [{ ...STEP, ...part }], '2025-07-01T09:00'))
  it('flags a step in progress with an actual finish, and a done one without', () => {
    expect(step({ status: 'in_progress' })).toEqual(['actual_end_while_open'])
    expect(step({ actualFinish: null })).toEqual(['done_without_actual_end'])
  })
  it('flags a note of "延期1小时" on a step that was 2 hours late, or in time', () => {
    expect(step({ actualFinish: '2025-06-05T20:00' })).toEqual(['stated_delay_differs'])
    expect(step({ actualFinish: '2025-06-05T18:00' })).toEqual(['stated_delay_differs'])
    expect(step({ statusNote: '1 hour late' })).toEqual([])
  })
  it('flags an end before its start', () => {
    expect(step({ endDate: '2025-06-01' })).toEqual(['planned_end_before_start'])
  })
})
