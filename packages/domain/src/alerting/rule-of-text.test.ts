import { describe, expect, test } from 'vitest'
import { BUILT_IN_METRICS } from '../metrics/metric-dictionary.ts'
import { ruleSentence } from './rule-sentence.ts'
import { ruleOfText } from './rule-of-text.ts'

const read = (text: string) => {
  const rule = ruleOfText(text, BUILT_IN_METRICS)
  if (rule === null) return null
  const { metric, comparator, value, breaches, days } = rule.condition
  return [metric, comparator, value, breaches, days, rule.channel]
}

describe('a typed trigger as a rule (B5)', () => {
  test.each([
    ['转化率连续 2 天低于 0.8%', ['cvrClick', 'lt', 0.008, 2, 2, null]],
    ['连续两天点击率<1.5%', ['ctr', 'lt', 0.015, 2, 2, null]],
    ['ＣＴＲ连续３天＜１.５％', ['ctr', 'lt', 0.015, 3, 3, null]],
    ['如果转化率低于1%，连续3天', ['cvrClick', 'lt', 0.01, 3, 3, null]],
    ['信息流转化率＜1%', ['cvrClick', 'lt', 0.01, 1, 1, '信息流']],
    ['抖音的点击率连续十天不高于 2%时', ['ctr', 'lte', 0.02, 10, 10, '抖音']],
    ['投诉率高于1‰', ['complaintRate', 'gt', 0.001, 1, 1, null]],
    ['日曝光低于5万', ['impressions', 'lt', 50_000, 1, 1, null]],
    ['单日消耗超过 1.5万元', ['cost', 'gt', 1_500_000, 1, 1, null]],
    ['转化成本高于80', ['cpa', 'gt', 8_000, 1, 1, null]],
    ['ROI连续3天低于1:2', ['roas', 'lt', 2, 3, 3, null]],
    ['最近 5 天中有 3 天投诉超过 20 条', ['complaints', 'gt', 20, 3, 5, null]],
    ['CVR below 0.8% for 2 days running', ['cvrClick', 'lt', 0.008, 2, 2, null]],
    ['CTR falls below 1.5% for 3 consecutive days', ['ctr', 'lt', 0.015, 3, 3, null]],
    ['If the CTR of Douyin feed is under 1.5%', ['ctr', 'lt', 0.015, 1, 1, 'Douyin feed']],
    ['complaints above 20 on 3 of the last 5 days', ['complaints', 'gt', 20, 3, 5, null]],
    ['spend over 15,000 yuan on a day', ['cost', 'gt', 1_500_000, 1, 1, null]],
    ['impressions < 50k', ['impressions', 'lt', 50_000, 1, 1, null]],
  ])('%s', (text, rule) => {
    expect(read(text)).toEqual(rule)
  })

  test.each([
    ['下雨'],
    ['达人取消'],
    ['发布前 2 天未交稿'],
    ['可售库存低于 3 日销量'],
    ['转化率连续 2 天下降'],
    ['转化率低于'],
    ['转化率 0.8%'],
    ['转化率下降 30%'],
    ['转化率低于 0.8'],
    ['曝光低于 5%'],
    ['转化率低于 1% 的笔记'],
    ['获客成本高于 80'],
    ['下单转化率低于 1%'],
    ['累计曝光低于 500万'],
    ['收藏率低于 1%'],
    ['粉丝数低于 1万'],
    ['点击率低于1%，转化率低于0.5%'],
    ['点击率连续 0 天低于 1%'],
    ['最近 3 天中有 5 天投诉超过 20'],
    ['每场曝光低于 5万'],
    ['KOL cancels'],
    ['Stock below 3 days of sales'],
    ['No draft 2 days before publishing'],
    [''],
  ])('is none: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  test('a rule that is read back from its own sentence is the same, in both languages', () => {
    for (const [metric, value] of [
      ['ctr', 0.015],
      ['cpa', 8_050],
      ['clicks', 500],
    ] as const)
      for (const comparator of ['lt', 'lte', 'gt', 'gte'] as const)
        for (const [breaches, days] of [
          [1, 1],
          [2, 2],
          [3, 5],
        ] as const) {
          const condition = {
            type: 'threshold',
            metric,
            comparator,
            value,
            breaches,
            days,
            minimumSample: null,
          } as const
          const { zh, en } = ruleSentence(condition, BUILT_IN_METRICS)
          expect([zh, ruleOfText(zh, BUILT_IN_METRICS)]).toEqual([zh, { condition, channel: null }])
          expect([en, ruleOfText(en, BUILT_IN_METRICS)]).toEqual([en, { condition, channel: null }])
        }
  })
})
