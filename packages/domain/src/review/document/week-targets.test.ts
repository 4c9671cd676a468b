import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../objective/status-policy.ts'
import { boardTargets } from '../../board/board-target.ts'
import { tableOf, textsOfRow } from './report-board.fixture.ts'
import { WEEK } from './weekly-input.fixture.ts'
import { weeklyReport } from './weekly-report.ts'
import { weekTargets } from './week-targets.ts'

const written = (indicator: string, target: string, endDate: string | null = null) => ({
  id: indicator,
  dimension: null,
  indicator,
  target,
  startDate: null,
  endDate,
})
const TARGETS = boardTargets(
  [written('曝光', '≥300万'), written('小红书点击率', '≥2%'), written('转化', '≥100', '2025-06-05')],
  ['小红书'],
  {
    start: '2025-06-01',
    end: '2025-06-30',
    currency: 'CNY',
    hasNewCustomers: false,
    phases: [],
    policy: DEFAULT_POLICY,
  },
)
const FIGURES = new Map([
  [null, { impressions: 630_000, ctr: 0.03 }],
  ['小红书', { impressions: 1, ctr: 0.018 }],
])
const made = (today: string) =>
  weekTargets(TARGETS, FIGURES, ({ metric }) => (metric === 'impressions' ? 1_400_000 : 0.021), {
    from: '2025-06-09',
    to: '2025-06-15',
    today,
  })

describe('X5: attainment of the week', () => {
  test('a sum is held against the part due in the week, a ratio of its channel against the target; both beside the figure to date', () => {
    expect(made('2025-06-20')).toMatchObject([
      { metric: 'impressions', channel: null, actual: 630_000, status: 'at_risk', toDate: 1_400_000 },
      { metric: 'ctr', channel: '小红书', actual: 0.018, due: 0.02, status: 'at_risk', toDate: 0.021 },
    ])
    const [impressions] = made('2025-06-20')
    expect(impressions?.due).toBeCloseTo(700_000, 6)
    expect(impressions?.attainment).toBeCloseTo(0.9, 10)
  })

  test('on a Wednesday two days are due; on the Monday nothing is, and the sum is left out', () => {
    expect(made('2025-06-11')[0]?.due).toBeCloseTo(200_000, 6)
    expect(made('2025-06-09').map(({ metric }) => metric)).toEqual(['ctr'])
  })

  test('stands in the weekly report with its figures as a reader knows them', () => {
    const report = weeklyReport({ ...WEEK, weekTargets: made('2025-06-20') }, { locale: 'zh-CN' })
    const table = tableOf(report, '本周目标达成')
    expect(textsOfRow(table, 0)).toEqual([
      '曝光',
      '≥300万',
      '700,000',
      '630,000',
      '90.0%',
      '预警',
      '1,400,000',
    ])
    expect(textsOfRow(table, 1)).toEqual([
      '小红书 · 点击率',
      '≥2%',
      '2.00%',
      '1.80%',
      '90.0%',
      '预警',
      '2.10%',
    ])
  })
})
