import { type EffectFacts, effectRatios, effectTotals } from '../effect-analysis.ts'
import type { DocumentIssue, WeekFigures, WeeklyReportInput } from './document-input.ts'
import { FULL } from './report-board.fixture.ts'

export const ISSUE: DocumentIssue = {
  name: '下单页慢',
  severity: 'serious',
  state: 'open',
  owner: '技术甲',
  foundOn: '2025-06-12',
  solution: null,
  dueDate: '2025-06-18',
}

const CHANNEL_FACTS = [
  {
    channel: '小红书',
    impressions: 1_200_000,
    clicks: 100_000,
    conversions: 1800,
    cost: null,
    revenue: null,
    meanLikes: 8000,
  },
  {
    channel: '抖音信息流',
    impressions: 5_000_000,
    clicks: 110_000,
    conversions: 1760,
    cost: 10_000_000,
    revenue: 40_000_000,
    meanLikes: null,
  },
]

function figuresOf(rows: readonly EffectFacts[]): WeekFigures {
  const { ctr, cvr, cpa, roas } = effectRatios(rows)
  return { ...effectTotals(rows), ctr: ctr.value, cvr: cvr.value, cpa: cpa.value, roas: roas.value }
}

const CHANNELS = CHANNEL_FACTS.map((facts) => ({ ...facts, ...figuresOf([facts]) }))

/** A week with the figures of worked examples 8, 9 and 15. */
export const WEEK: WeeklyReportInput = {
  board: FULL,
  plan: { name: '夏季推广' },
  week: { number: 7, start: '2025-06-09', end: '2025-06-15' },
  days: [
    { day: '2025-06-09', planned: 1_500_000, spent: 1_600_000, spentWeekBefore: 1_500_000 },
    { day: '2025-06-10', planned: 1_500_000, spent: 1_500_000, spentWeekBefore: 500_000 },
    { day: '2025-06-11', planned: 1_500_000, spent: null, spentWeekBefore: 900_000 },
    { day: '2025-06-12', planned: null, spent: null, spentWeekBefore: null },
  ],
  spentFrom: 'ledger',
  channels: CHANNELS,
  allChannels: figuresOf(CHANNELS),
  weekTargets: [],
  kpis: [
    {
      entity: 'task',
      source: '笔记 3 篇',
      metric: '阅读量',
      costBase: null,
      targetText: '≥20万',
      actualText: '18万',
      units: null,
      attainment: 0.9,
      status: 'at_risk',
    },
  ],
  done: [{ name: '拍片', owner: '甲', phaseName: '筹备期', date: '2025-06-10', daysLate: 0 }],
  late: [{ name: '投放', owner: '乙', phaseName: '启动期', date: '2025-06-10', daysLate: 5 }],
  next: [{ name: '复盘', owner: null, phaseName: null, date: '2025-06-20', daysLate: null }],
  issues: [ISSUE],
  alerts: [
    {
      firedOn: '2025-06-11',
      rule: '抖音信息流点击率连续 2 天低于 1.5%',
      state: 'acknowledged',
      cause: null,
      action: '更换素材',
    },
  ],
  adjustments: [
    {
      name: '预算转向短视频',
      reason: '点击率低',
      changedOn: '2025-06-12',
      owner: '乙',
      expected: '点击率 2%',
      effect: '点击率 1.4% → 2.1%',
    },
  ],
}
