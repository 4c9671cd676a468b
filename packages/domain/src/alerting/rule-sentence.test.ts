import { describe, expect, it } from 'vitest'
import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import type { AlertCondition } from './alert-rule.ts'
import { ruleSentence } from './rule-sentence.ts'

const CTR: AlertCondition = {
  type: 'threshold',
  metric: 'ctr',
  comparator: 'lt',
  value: 0.015,
  breaches: 2,
  days: 2,
  minimumSample: null,
}

describe('M4: a rule reads as a sentence', () => {
  it.each([
    [CTR, '点击率连续 2 天低于 1.5%', 'CTR below 1.5% for 2 days running'],
    [
      { ...CTR, breaches: 3, days: 5, minimumSample: 1000 },
      '点击率最近 5 天中有 3 天低于 1.5%（样本不足 1,000 的日子不算）',
      'CTR below 1.5% on 3 of the last 5 days, days under 1,000 left out',
    ],
    [
      { ...CTR, metric: 'revenue', value: 100_00, minimumSample: 1000 },
      '成交额连续 2 天低于 100 元',
      'Revenue below 100 yuan for 2 days running',
    ],
    [
      { ...CTR, metric: 'cpa', comparator: 'gt', value: 80_00, breaches: 1, days: 1 },
      '转化成本高于 80 元',
      'CPA above 80 yuan on a day',
    ],
    [
      {
        type: 'change',
        metric: 'clicks',
        direction: 'fall',
        deviations: 3.5,
        minimumChange: 0.2,
        minimumSample: null,
      },
      '点击与自己的历史相比突然下降（至少 20%，3.5 倍偏差）',
      'Clicks falls suddenly against its own history (20% or more, 3.5 deviations)',
    ],
    [
      { type: 'pacing', metric: 'revenue', band: 0.1 },
      '成交额累计落后计划超过 10%',
      'Revenue lags behind plan by more than 10%',
    ],
    [
      { type: 'overspend', metric: 'cost', basis: 'day', tolerance: 0 },
      '消耗单日超出计划',
      'Cost of a day exceeds the plan',
    ],
    [
      { type: 'missing_data', metric: 'impressions', days: 2 },
      '曝光连续 2 天没有数据',
      'No data for Impressions for 2 days',
    ],
    [
      { type: 'stalled_task', workingDays: 1 },
      '任务 1 个工作日没有进展',
      'A task has not moved for 1 working day',
    ],
    [
      { ...CTR, metric: 'own_metric', value: 3 },
      'own_metric连续 2 天低于 3',
      'own_metric below 3 for 2 days running',
    ],
    [{ ...CTR, comparator: 'lte' }, '点击率连续 2 天不高于 1.5%', 'CTR at most 1.5% for 2 days running'],
    [{ ...CTR, comparator: 'gte' }, '点击率连续 2 天不低于 1.5%', 'CTR at least 1.5% for 2 days running'],
    [
      { ...CTR, metric: 'cost', comparator: 'gt', value: 1_234_567, breaches: 3, days: 3 },
      '消耗连续 3 天高于 12,345.67 元',
      'Cost above 12,345.67 yuan for 3 days running',
    ],
    [
      { ...CTR, metric: 'roas', value: 3.14159, breaches: 1, days: 3 },
      '投产比最近 3 天中有 1 天低于 3.14',
      'ROAS below 3.14 on 1 of the last 3 days',
    ],
    [
      { ...CTR, metric: 'impressions', value: 5_000_000 },
      '曝光连续 2 天低于 500万',
      'Impressions below 5,000,000 for 2 days running',
    ],
    [
      { ...CTR, metric: 'impressions', value: 123_456, breaches: 1, days: 1 },
      '曝光低于 123,456',
      'Impressions below 123,456 on a day',
    ],
    [
      { ...CTR, metric: 'cost', comparator: 'gt', value: 35_500_00 * 10 },
      '消耗连续 2 天高于 35.5万元',
      'Cost above 355,000 yuan for 2 days running',
    ],
    [{ ...CTR, value: 0.0123456 }, '点击率连续 2 天低于 1.235%', 'CTR below 1.235% for 2 days running'],
    [
      {
        type: 'change',
        metric: 'clicks',
        direction: 'rise',
        deviations: 4,
        minimumChange: 0.125,
        minimumSample: 100,
      },
      '点击与自己的历史相比突然上升（至少 12.5%，4 倍偏差）',
      'Clicks rises suddenly against its own history (12.5% or more, 4 deviations)',
    ],
    [
      {
        type: 'change',
        metric: 'own_metric',
        direction: 'either',
        deviations: 3.5,
        minimumChange: 0,
        minimumSample: null,
      },
      'own_metric与自己的历史相比突然变化（至少 0%，3.5 倍偏差）',
      'own_metric changes suddenly against its own history (0% or more, 3.5 deviations)',
    ],
    [
      { type: 'overspend', metric: 'cost', basis: 'day', tolerance: 0.05 },
      '消耗单日超出计划 5% 以上',
      'Cost of a day exceeds the plan by more than 5%',
    ],
    [
      { type: 'overspend', metric: 'cost', basis: 'cumulative', tolerance: 0 },
      '消耗累计超出计划',
      'Cost so far exceeds the plan',
    ],
    [
      { type: 'missing_data', metric: 'impressions', days: 1 },
      '曝光当天没有数据',
      'No data for Impressions for 1 day',
    ],
    [
      { type: 'stalled_task', workingDays: 3 },
      '任务 3 个工作日没有进展',
      'A task has not moved for 3 working days',
    ],
  ] as [AlertCondition, string, string][])('%o', (condition, zh, en) => {
    expect(ruleSentence(condition, BUILT_IN_METRICS)).toEqual({ zh, en })
  })
})
