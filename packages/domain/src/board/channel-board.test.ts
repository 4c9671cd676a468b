import { describe, expect, test } from 'vitest'
import { boardMetricOf, boardMetrics } from './board-metric.ts'
import { boardTargets, markOf, type WrittenTarget } from './board-target.ts'
import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import { channelBoard } from './channel-board.ts'
import { DEFAULT_POLICY } from '../objective/status-policy.ts'
import { retentionBase } from './retention-base.ts'

const PLAN = {
  start: '2025-06-01',
  end: '2025-06-30',
  currency: 'CNY',
  hasNewCustomers: false,
  phases: [],
  policy: DEFAULT_POLICY,
}
const CHANNELS = ['小红书', '抖音信息流']
const record = (indicator: string, target: string, dimension: string | null = null): WrittenTarget => ({
  id: indicator,
  dimension,
  indicator,
  target,
  startDate: null,
  endDate: null,
})
const targetsOf = (...records: WrittenTarget[]) => boardTargets(records, CHANNELS, PLAN)
const WEEK = { from: '2025-06-02', to: '2025-06-08', today: '2025-06-12' }

describe('M5: which target means which figure', () => {
  test.each([
    ['抖音信息流CTR', false, 'ctr', '抖音信息流'],
    ['总曝光量', false, 'impressions', ''],
    ['单次转化成本', false, 'cpa', ''],
    ['ROI', true, 'roas', ''],
  ] as const)('%s (1:n %s) is %s beside "%s"', (name, isRoas, metric, rest) => {
    expect(boardMetricOf(name, isRoas, false)).toEqual({ metric, rest })
  })
  test('获客成本 is held against CAC where new customers are counted, else against CPA, of a channel too', () => {
    const metricsOf = (hasNewCustomers: boolean) =>
      boardTargets([record('获客成本', '≤90元'), record('抖音获客成本', '≤80元')], CHANNELS, {
        ...PLAN,
        hasNewCustomers,
      }).map(({ metric, channel, aim }) => [metric, channel, aim])
    const as = (metric: string) => [
      [metric, null, { comparator: 'lte', value: 9000 }],
      [metric, '抖音信息流', { comparator: 'lte', value: 8000 }],
    ]
    expect([metricsOf(true), metricsOf(false)]).toEqual([as('cac'), as('cpa')])
    expect(boardMetrics({ isMoneyShown: true, hasNewCustomers: false })).not.toContain('cac')
  })
  test('ROI that is not written as 1:n, and a share of voice, are no figures of the board', () => {
    expect([boardMetricOf('ROI', false, false), boardMetricOf('声量份额', false, false)]).toEqual([
      null,
      null,
    ])
  })
  test('抖音CTR belongs to the one channel that is called so; the dimension may name it too', () => {
    expect(targetsOf(record('抖音CTR', '≥2%'), record('转化率', '≥1.5%', '小红书'))).toMatchObject([
      { metric: 'ctr', channel: '抖音信息流', aim: { comparator: 'gte', value: 0.02 } },
      { metric: 'cvrClick', channel: '小红书' },
    ])
  })
  test('a cost of 80 元 is 8,000 fen; 80 % of a cost, 微博CTR and 每场转化 are left out, not guessed', () => {
    expect(targetsOf(record('CPA', '≤80元'))).toMatchObject([{ metric: 'cpa', aim: { value: 8000 } }])
    expect(targetsOf(record('CPA', '≤80%'), record('微博CTR', '≥2%'), record('转化', '每场≥200'))).toEqual([])
  })
})

describe('M5: a figure of a week against its target (rules 2 and 4)', () => {
  const [impressions] = targetsOf(record('曝光', '≥300万'))
  test('of 3,000,000 over 30 days 700,000 are due in 7 days: 700,000 met, 640,000 at risk, 600,000 missed', () => {
    const status = (actual: number) => markOf(impressions!, actual, WEEK)?.status
    expect(markOf(impressions!, 700_000, WEEK)?.due).toBeCloseTo(700_000, 6)
    expect([status(700_000), status(640_000), status(600_000)]).toEqual(['met', 'at_risk', 'missed'])
  })
  test('days that are not over are not due: on the fourth of June two days of the week count', () => {
    expect(markOf(impressions!, null, { ...WEEK, today: '2025-06-04' })).toMatchObject({
      status: 'no_data',
      attainment: null,
    })
    expect(markOf(impressions!, 0, { ...WEEK, today: '2025-06-04' })?.due).toBeCloseTo(200_000, 6)
  })
  test('phases of 1 and 4 pace a target of the whole plan: a fifth is due in the first half of June', () => {
    const phases = [
      { start: '2025-06-01', end: '2025-06-15', part: 1 },
      { start: '2025-06-16', end: '2025-06-30', part: 4 },
    ]
    const dates = { startDate: PLAN.start, endDate: PLAN.end }
    const half = { from: '2025-06-01', to: '2025-06-15', today: '2025-07-01' }
    const due = (values: Partial<WrittenTarget>) => {
      const [target] = boardTargets([{ ...record('曝光', '≥300万'), ...values }], CHANNELS, {
        ...PLAN,
        phases,
      })
      return markOf(target!, 1, half)?.due
    }
    expect(due({})).toBeCloseTo(600_000, 6)
    expect(due(dates)).toBeCloseTo(600_000, 6)
    expect(due({ endDate: '2025-06-20' })).toBeCloseTo(2_250_000, 6)
  })
  test('the bands and the ceiling method of the workspace count: 1.7 % of 2 % is at risk, 60 of 80 元 are 125 %', () => {
    const policy = { paceAtRisk: 0.5, ratioAtRisk: 0.2, ceilingMethod: 'mirror' as const }
    const [ctr, cpa, sum] = boardTargets(
      [record('CTR', '≥2%'), record('CPA', '≤80元'), record('曝光', '≥300万')],
      CHANNELS,
      { ...PLAN, policy },
    )
    expect(markOf(ctr!, 0.017, WEEK)?.status).toBe('at_risk')
    expect(markOf(cpa!, 6000, WEEK)?.attainment).toBe(1.25)
    expect(markOf(sum!, 400_000, WEEK)?.status).toBe('at_risk')
  })
  test('a ratio is held against the target itself: 1.95 % of 2 % is at risk, 1.7 % missed', () => {
    const [ctr] = targetsOf(record('CTR', '≥2%'))
    expect([0.02, 0.0195, 0.017].map((value) => markOf(ctr!, value, WEEK)?.status)).toEqual([
      'met',
      'at_risk',
      'missed',
    ])
  })
  test('a week outside the days of the target has no status', () => {
    expect(markOf(impressions!, 1, { from: '2025-07-07', to: '2025-07-13', today: '2025-07-20' })).toBeNull()
  })
})

describe('M5, M6, M7: worked example 15', () => {
  const figures = [
    {
      channel: '小红书',
      values: {
        impressions: 1_200_000,
        clicks: 60_000,
        conversions: 1080,
        cvrClick: 0.018,
        cpa: 9000,
        revenue: null,
      },
    },
    {
      channel: '抖音信息流',
      values: {
        impressions: 2_000_000,
        clicks: 44_000,
        conversions: 704,
        ctr: 0.022,
        cvrClick: 0.016,
        cost: 10_000_000,
        cpa: 14_205,
      },
    },
  ]
  const total = {
    impressions: 3_200_000,
    clicks: 104_000,
    conversions: 1784,
    cvrClick: 1784 / 104_000,
    cpa: 11_000,
    revenue: null,
  }

  test('the cost of a grade is measured by the ceiling method of the workspace', () => {
    const targets = targetsOf(record('CPA', '≤100元'))
    const costs = (['quotient', 'mirror'] as const).map((ceilingMethod) => {
      const policy = { ...DEFAULT_POLICY, ceilingMethod }
      const [notes] = channelBoard(figures, total, targets, WEEK, null, policy).channels
      return notes?.grade.steps.find(({ dimension }) => dimension === 'cost')?.attainment
    })
    expect(costs).toEqual([100 / 90, 1.1])
  })
  test('without targets the CVR of 1.8 % is held against the 1.72 % of all channels, retention is missing', () => {
    const [notes] = channelBoard(figures, total, [], WEEK).channels
    expect(notes?.quality).toMatchObject({ actual: 0.018, base: 1784 / 104_000, kind: 'all_channels' })
    expect(notes?.grade).toMatchObject({ grade: 'A', missing: ['retention'] })
    expect(notes?.grade.steps.map(({ share }) => share)).toEqual([40 / 70, 30 / 70])
  })
  test('a retention of 36 % against its target of 30 % counts 120 % with 30 of 100, and nothing is missing', () => {
    const retention = {
      metric: 'retentionRate' as const,
      byChannel: new Map([['小红书', { rate: 0.36, day: '2025-06-08' }]]),
      overall: 0.36,
      ...retentionBase('retentionRate', {
        records: [record('留存率', '≥30%'), record('抖音留存率', '≥50%'), record('留存用户', '≥500')],
        nodes: [],
        channels: CHANNELS,
        dictionary: BUILT_IN_METRICS,
      }),
    }
    const [notes, feed] = channelBoard(figures, total, [], WEEK, retention).channels
    expect(notes?.retention).toEqual({
      metric: 'retentionRate',
      actual: 0.36,
      asOf: '2025-06-08',
      base: 0.3,
      kind: 'plan_target',
    })
    expect(notes?.grade.missing).toEqual([])
    expect(notes?.grade.steps.at(-1)).toMatchObject({ dimension: 'retention', weight: 30, share: 0.3 })
    expect(notes?.grade.steps.at(-1)?.attainment).toBeCloseTo(1.2, 12)
    expect([feed?.retention, feed?.grade.missing]).toEqual([null, ['retention']])
  })

  test('retention is held against the target of its channel, else of all, else the benchmark, else all channels', () => {
    const node = { name: '留存率', metric: 'retentionRate', target: '≥40%', channel: null, benchmark: '25%' }
    const bases = (own: Partial<typeof node> | null, ...records: WrittenTarget[]) => {
      const base = retentionBase('retentionRate', {
        records,
        nodes: own === null ? [] : [{ ...node, ...own }],
        channels: CHANNELS,
        dictionary: BUILT_IN_METRICS,
      })
      const byChannel = new Map([['小红书', { rate: 0.2, day: '2025-06-08' }]])
      const retention = { metric: 'retentionRate' as const, byChannel, overall: 0.2, ...base }
      const found = channelBoard(figures, total, [], WEEK, retention).channels[0]?.retention
      return [found?.kind, found?.base]
    }
    expect(bases({}, record('小红书留存率', '≥35%'))).toEqual(['channel_target', 0.35])
    expect(bases({})).toEqual(['plan_target', 0.4])
    expect(bases({ target: '' })).toEqual(['benchmark', 0.25])
    expect(bases({ target: '≤40%', benchmark: '' })).toEqual(['all_channels', 0.2])
    expect(bases(null)).toEqual(['all_channels', 0.2])
  })

  test('the target of the channel comes before the one of all: 1.6 % of 2 % and a CPA over its 100 元 are C', () => {
    const targets = targetsOf(record('抖音CVR', '≥2%'), record('转化率', '≥1%'), record('抖音CPA', '≤100元'))
    const feed = channelBoard(figures, total, targets, WEEK).channels[1]
    expect(feed?.quality).toMatchObject({ base: 0.02, kind: 'channel_target' })
    expect(feed?.grade).toMatchObject({ grade: 'C', change: 'reduce' })
    expect(feed?.marks.map(({ metric, status }) => [metric, status])).toEqual([
      ['cvrClick', 'missed'],
      ['cpa', 'missed'],
    ])
  })
  test('contribution is of conversions while no revenue is known; the biggest loss is named', () => {
    const board = channelBoard(figures, total, [], WEEK)
    expect(board.contributionOf).toBe('conversions')
    expect(board.channels.map(({ contribution }) => contribution.grade)).toEqual(['A', 'A'])
    expect(board.funnel.biggestLoss).toMatchObject({ channel: '抖音信息流', step: { name: 'conversions' } })
  })
})
