import type { Wording } from '../templates/template.ts'
import type { SampleChannel } from './channels.ts'

/**
 * One piece of spending: the money of one task, one row of the effect table,
 * and the sum of its daily facts. All three are made from this row, so they
 * cannot disagree. Days count from the plan's start (0); cost and revenue in
 * yuan; clicks null = offline, not counted.
 */
export interface Spending {
  readonly task: string
  readonly channel: SampleChannel
  readonly content: Wording
  readonly days: readonly [first: number, last: number]
  readonly cost: number
  readonly impressions: number
  readonly clicks: number | null
  readonly conversions: number
  readonly revenue: number
  readonly advice: Wording
}

export const SPENDINGS: readonly Spending[] = [
  {
    task: 'first-notes',
    channel: 'notes',
    content: ['达人测评笔记', 'Creator reviews'],
    days: [8, 21],
    cost: 93_600,
    impressions: 2_340_000,
    clicks: 117_000,
    conversions: 936,
    revenue: 290_160,
    advice: [
      '测评类优于开箱类，第二批增加冲泡对比',
      'Reviews beat unboxing: more mixing comparisons in the second batch',
    ],
  },
  {
    task: 'parent-notes',
    channel: 'notes',
    content: ['妈妈真实记录', 'Mothers’ diaries'],
    days: [22, 37],
    cost: 41_250,
    impressions: 980_000,
    clicks: 41_160,
    conversions: 550,
    revenue: 167_750,
    advice: ['成本最低的种草内容，补足笔记数量', 'Cheapest seeding content: bring the number of notes up'],
  },
  {
    task: 'feed-test',
    channel: 'feed',
    content: ['五组素材测试', 'Five creatives tested'],
    days: [8, 17],
    cost: 35_420,
    impressions: 1_610_000,
    clicks: 37_030,
    conversions: 322,
    revenue: 91_770,
    advice: ['保留成分讲解与早餐场景两组', 'Keep the ingredients and the breakfast creative'],
  },
  {
    task: 'feed-scale',
    channel: 'feed',
    content: ['早餐场景放量', 'Breakfast scene scaled'],
    days: [18, 37],
    cost: 112_680,
    impressions: 5_870_000,
    clicks: 134_000,
    conversions: 1_252,
    revenue: 372_970,
    advice: [
      '转化略低于目标，落地页首屏改为试喝装',
      'Conversion just under target: trial pack on the first screen',
    ],
  },
  {
    task: 'group-first',
    channel: 'groups',
    content: ['种子群开团', 'Seed groups'],
    days: [15, 28],
    cost: 18_900,
    impressions: 126_000,
    clicks: 18_900,
    conversions: 420,
    revenue: 147_000,
    advice: ['转化成本最低，扩到二线城市群', 'Lowest cost per customer: extend to second-tier cities'],
  },
  {
    task: 'group-second',
    channel: 'groups',
    content: ['第二轮接龙', 'Second round'],
    days: [36, 37],
    cost: 2_310,
    impressions: 21_000,
    clicks: 2_940,
    conversions: 42,
    revenue: 14_280,
    advice: ['刚开始两天，样本不足', 'Two days in, sample too small'],
  },
  {
    task: 'live-first',
    channel: 'live',
    content: ['首场直播', 'First stream'],
    days: [24, 24],
    cost: 45_300,
    impressions: 460_000,
    clicks: 27_600,
    conversions: 604,
    revenue: 193_280,
    advice: ['讲解节奏偏慢，前 20 分钟集中出单', 'Pace too slow: offers into the first 20 minutes'],
  },
  {
    task: 'live-double',
    channel: 'live',
    content: ['双晚专场', 'Two-evening special'],
    days: [31, 32],
    cost: 38_400,
    impressions: 520_000,
    clicks: 33_800,
    conversions: 640,
    revenue: 198_400,
    advice: ['第二晚回访率高，大促场沿用双主播', 'Many came back on the second evening: keep two hosts'],
  },
  {
    task: 'classes',
    channel: 'offline',
    content: ['门店喂养课堂', 'Feeding classes in shops'],
    days: [20, 37],
    cost: 21_560,
    impressions: 36_000,
    clicks: null,
    conversions: 154,
    revenue: 53_900,
    advice: [
      '到场不稳定，改为周末上午并提前一天电话确认',
      'Attendance varies: Saturday mornings, call the day before',
    ],
  },
]
