import { describe, expect, test } from 'vitest'
import { eachDay } from '../calendar/date-arithmetic.ts'
import type { MetricDefinition } from '../metrics/metric-definition.ts'
import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import { DEFAULT_POLICY } from '../objective/status-policy.ts'
import { type PlanTargets, targetPlan, type TargetPlan, taskTargetPlan } from './target-plan.ts'

const metricOf = (key: string): MetricDefinition => {
  const metric = BUILT_IN_METRICS.get(key)
  if (metric === undefined) throw new Error(key)
  return metric
}
const node = (target: string, more: Partial<PlanTargets['nodes'][number]> = {}) => ({
  name: '曝光',
  metric: 'impressions',
  target,
  channel: null,
  startDate: null,
  endDate: null,
  ...more,
})
const record = (indicator: string, target: string, more: Partial<PlanTargets['records'][number]> = {}) => ({
  id: indicator,
  dimension: null,
  indicator,
  target,
  startDate: null,
  endDate: null,
  ...more,
})
/** Ten days of September; 抖音 and 小红书 have facts. */
const BARE: PlanTargets = {
  nodes: [],
  records: [],
  plan: { start: '2025-09-01', end: '2025-09-10', currency: 'CNY' },
  phases: [],
  channels: ['小红书', '抖音'],
  dictionary: BUILT_IN_METRICS,
}
const asked = (
  key: string,
  targets: Partial<PlanTargets>,
  { channel = null, side = 'floor' }: { channel?: string | null; side?: 'floor' | 'ceiling' } = {},
) => targetPlan({ metric: metricOf(key), channel, side }, { ...BARE, ...targets })
const sum = (found: TargetPlan | null) =>
  found === null
    ? null
    : Math.round(
        eachDay(found.plan.start, found.plan.end).reduce(
          (all, date) => all + (found.plan.plannedOn(date) ?? 0),
          0,
        ),
      )

describe('M4: what is due of a metric by its target', () => {
  test('500万 impressions over ten days are 500,000 a day and nothing outside them', () => {
    const found = asked('impressions', { nodes: [node('≥500万')] })
    expect(found?.texts).toEqual(['曝光 ≥500万'])
    expect(found?.plan).toMatchObject({ start: '2025-09-01', end: '2025-09-10' })
    expect(found?.plan.plannedOn('2025-09-04')).toBeCloseTo(500_000, 6)
    expect(found?.plan.plannedOn('2025-09-11')).toBeNull()
    expect(sum(found)).toBe(5_000_000)
  })

  test('phases of weight 1 and 3 pace it: a quarter in the first four days, the rest in the last six', () => {
    const phases = [
      { start: '2025-09-01', end: '2025-09-04', part: 1 },
      { start: '2025-09-05', end: '2025-09-10', part: 3 },
    ]
    const found = asked('impressions', { nodes: [node('800')], phases })
    expect(found?.plan.plannedOn('2025-09-02')).toBeCloseTo(50, 9)
    expect(found?.plan.plannedOn('2025-09-06')).toBeCloseTo(100, 9)
    // A target with days of its own is linear over them.
    const dates = { startDate: '2025-09-01', endDate: '2025-09-10' }
    const stated = asked('impressions', { records: [record('曝光', '800', dates)], phases })
    expect(stated?.plan.plannedOn('2025-09-02')).toBeCloseTo(50, 9)
    const own = asked('impressions', { nodes: [node('800', { startDate: '2025-09-03' })], phases })
    expect(own?.plan.plannedOn('2025-09-03')).toBeCloseTo(100, 9)
  })

  test('targets of single months are one curve; of two that overlap the first counts, the KPI tree before the table', () => {
    const months = [
      record('销售额', '50万元', { startDate: '2025-07-01', endDate: '2025-07-31' }),
      record('销售额', '70万元', { startDate: '2025-08-01', endDate: '2025-08-31' }),
      record('销售额', '200万元', { startDate: '2025-07-01', endDate: '2025-09-30' }),
    ]
    const found = asked('revenue', { records: months })
    expect(found?.plan).toMatchObject({ start: '2025-07-01', end: '2025-08-31' })
    expect(sum(found)).toBe(120_000_000)
    const both = asked('impressions', { nodes: [node('100')], records: [record('曝光', '900')] })
    expect(sum(both)).toBe(100)
  })

  test('a channel has the target that names it, and the whole plan those that name none', () => {
    const records = [record('抖音曝光量', '300'), record('曝光量', '1000'), record('微博曝光', '50')]
    expect(sum(asked('impressions', { records }))).toBe(1000)
    expect(sum(asked('impressions', { records }, { channel: '抖音' }))).toBe(300)
    expect(asked('impressions', { records }, { channel: '小红书' })).toBeNull()
    const nodes = [node('70', { channel: '小红书' }), node('90', { channel: '小红书、抖音' })]
    expect(sum(asked('impressions', { nodes }, { channel: '小红书' }))).toBe(70)
    expect(asked('impressions', { nodes })).toBeNull()
  })

  test.each([
    ['投诉', 'complaints', '≤100', null, 100],
    ['曝光', 'impressions', '≥500', 500, null],
    ['留资', 'leads', '200-300', 200, 300],
    ['消耗', 'cost', '30万元', 30_000_000, 30_000_000],
  ])('%s (%s) %s is to be reached %s, and not exceeded %s', (indicator, key, target, floor, ceiling) => {
    const records = [record(indicator, target)]
    expect(sum(asked(key, { records }))).toBe(floor)
    expect(sum(asked(key, { records }, { side: 'ceiling' }))).toBe(ceiling)
  })

  test.each([
    ['a rate', 'ctr', [record('点击率', '≥2%')]],
    ['different people', 'visitors', [record('访客', '≥500')]],
    ['a target for every unit', 'leads', [record('留资', '每场≥200')]],
    ['a percentage of a sum', 'impressions', [record('曝光', '≥80%')]],
    ['a rise from nobody knows what', 'orders', [record('订单', '提升30%')]],
    ['money of another currency', 'revenue', [record('销售额', '5000 USD')]],
    ['another metric', 'clicks', [record('曝光', '≥500')]],
    ['days that end before they begin', 'clicks', [record('点击', '≥5', { startDate: '2025-10-01' })]],
  ])('%s has no curve', (_name, key, records) => expect(asked(key, { records })).toBeNull())

  test('a task has that of its KPI cell where it names the metric: 5万 reads over five days', () => {
    const days = {
      start: '2025-09-01',
      end: '2025-09-05',
      phases: [],
      countDays: null,
      policy: DEFAULT_POLICY,
    }
    const task = { kpi: '笔记阅读量≥5万，点赞≥1万', pace: days }
    const context = { dictionary: BUILT_IN_METRICS, currency: 'CNY' }
    const of = (key: string, kpi = task.kpi) =>
      taskTargetPlan({ metric: metricOf(key), side: 'floor' }, { ...task, kpi }, context)
    expect(of('reads')?.plan.plannedOn('2025-09-05')).toBeCloseTo(10_000, 6)
    expect(sum(of('likes'))).toBe(10_000)
    expect(of('reads', '5万')).toBeNull()
    expect(of('ctr', '点击率≥2%')).toBeNull()
  })
})
