import type { Wording } from '../templates/template.ts'

interface SamplePhase {
  readonly key: string
  readonly name: Wording
  readonly goal: Wording
  /** First and last day from the plan's start, both included. */
  readonly days: readonly [first: number, last: number]
}

/** The sample runs for ten weeks, of which five and a half have passed. */
export const SAMPLE_DAYS = 70
export const SAMPLE_DAYS_PASSED = 38

export const SAMPLE_PHASES: readonly SamplePhase[] = [
  {
    key: 'prepare',
    name: ['筹备期', 'Preparation'],
    goal: [
      '卖点经过妈妈验证，合规与资源到位',
      'Selling point proved by mothers, compliance and resources in place',
    ],
    days: [0, 7],
  },
  {
    key: 'seed',
    name: ['种草期', 'Seeding'],
    goal: ['三到六岁家庭主动搜索新品', 'Families with children of 3 to 6 search for the product'],
    days: [8, 23],
  },
  {
    key: 'burst',
    name: ['爆发期', 'Burst'],
    goal: ['直播与信息流合力拿下首批新客', 'Streams and feed ads win the first customers'],
    days: [24, 48],
  },
  {
    key: 'extend',
    name: ['延续期', 'Continuation'],
    goal: ['新客变老客，周期购起量', 'New customers stay, subscriptions grow'],
    days: [49, 60],
  },
  {
    key: 'review',
    name: ['复盘期', 'Review'],
    goal: ['账目对清，方法入库', 'Accounts settled, method kept'],
    days: [61, 69],
  },
]
