import { describe, expect, test } from 'vitest'
import type { WrittenTarget } from '../board/board-target.ts'
import { DEFAULT_POLICY } from '../objective/status-policy.ts'
import { judgeEffects, type JudgedRow } from './judge-effects.ts'

const row = (
  id: string,
  channel: string,
  content: string | null,
  figures: Partial<JudgedRow> = {},
): JudgedRow => ({
  id,
  channel,
  content,
  impressions: null,
  clicks: null,
  conversions: null,
  cost: null,
  revenue: null,
  ...figures,
})
const ROWS = [
  row('a', '抖音信息流', '视频素材甲', {
    impressions: 2_000_000,
    clicks: 60_000,
    cost: 9_000_000,
    revenue: 36_000_000,
  }),
  row('b', '抖音信息流', '视频素材乙', {
    impressions: 1_500_000,
    clicks: 30_000,
    cost: 4_500_000,
    revenue: 18_000_000,
  }),
  row('c', '线下体验', null, { impressions: 500_000, cost: 5_000_000, revenue: 12_000_000 }),
]
const target = (indicator: string, text: string): WrittenTarget => ({
  id: 't',
  dimension: null,
  indicator,
  target: text,
  startDate: '2025-06-01',
  endDate: '2025-06-30',
})
const AFTER = '2025-07-05'
const plan = {
  start: null,
  end: null,
  currency: 'CNY',
  hasNewCustomers: false,
  phases: [],
  policy: DEFAULT_POLICY,
}
const judged = (targets: WrittenTarget[], today = AFTER) =>
  Object.fromEntries([...judgeEffects(ROWS, targets, plan, today)].map(([id, { status }]) => [id, status]))

describe('R1: status of channel × content against its targets', () => {
  test('without a target there is no status', () => {
    expect(judged([])).toEqual({})
    expect(judged([target('曝光量', '≥500万'), target('小红书点击率', '≥2%')])).toEqual({})
  })

  test('a click rate of ≥ 2.5 % for the channel: 3 % meets it, 2 % misses it, the other channel has none', () => {
    expect(judged([target('抖音信息流点击率', '≥2.5%')])).toEqual({ a: 'met', b: 'missed' })
  })

  test('exactly 2 % meets ≥ 2 %; while it runs 1.8 % of a demanded 2 % would be at risk', () => {
    expect(judged([target('视频素材乙点击率', '≥2%')])).toEqual({ b: 'met' })
    expect(judged([target('视频素材乙点击率', '≥2.2%')], '2025-06-20')).toEqual({ b: 'at_risk' })
    expect(judged([target('视频素材乙点击率', '≥2.2%')])).toEqual({ b: 'missed' })
  })

  test('a target that names the content is not held against the rest of its channel', () => {
    expect(judged([target('抖音信息流视频素材甲ROAS', '≥1:5')])).toEqual({ a: 'missed' })
  })

  test('a ROAS of 2.4 misses ≥ 1:2.5, and the worst of two targets is the status', () => {
    expect(judged([target('线下体验投产比', '≥1:2.5'), target('线下体验曝光量', '≥50万')])).toEqual({
      c: 'missed',
    })
    const verdict = judgeEffects(
      ROWS,
      [target('线下体验投产比', '≥1:2.5'), target('线下体验曝光量', '≥50万')],
      plan,
      AFTER,
    ).get('c')
    expect(verdict?.targets).toEqual([
      { text: '≥1:2.5', status: 'missed' },
      { text: '≥50万', status: 'met' },
    ])
  })

  test('the impressions of a channel are the sum of its two rows and no row is held against them', () => {
    expect(judged([target('抖音信息流曝光量', '≥300万')])).toEqual({})
  })

  test('clicks that nobody counted are no data, and before the first day nothing has started', () => {
    expect(judged([target('线下体验点击量', '≥100')])).toEqual({ c: 'no_data' })
    expect(judged([target('线下体验点击量', '≥100')], '2025-05-20')).toEqual({ c: 'not_started' })
  })
})
