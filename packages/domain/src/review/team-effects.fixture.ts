import type { ChannelEffectValues } from '../records/entities.ts'

type Row = ChannelEffectValues

function row(
  channel: string,
  content: string,
  counts: readonly [number, number | null, number],
  yuan: readonly [number, number],
  stated: Pick<Row, 'statedCtr' | 'statedCvr' | 'statedCpa' | 'statedReturn' | 'statedStatus'>,
): Row {
  const [impressions, clicks, conversions] = counts
  const [cost, revenue] = yuan
  return {
    channel,
    content,
    impressions,
    clicks,
    conversions,
    cost: cost * 100,
    revenue: revenue * 100,
    ...stated,
    advice: null,
  }
}

/** Effect table of a team's sheet: five rows, of which the offline one has no clicks. */
export const TEAM_EFFECTS: readonly Row[] = [
  row('小红书KOL', '头部1篇', [150_000, 15_000, 225], [30_000, 90_000], {
    statedCtr: 0.1,
    statedCvr: 0.015,
    statedCpa: 13_333,
    statedReturn: 3,
    statedStatus: '达标',
  }),
  row('小红书KOL', '腰部5篇', [650_000, 52_000, 780], [120_000, 312_000], {
    statedCtr: 0.08,
    statedCvr: 0.015,
    statedCpa: 15_385,
    statedReturn: 2.6,
    statedStatus: '达标',
  }),
  row('抖音信息流', '视频A', [2_000_000, 60_000, 900], [90_000, 360_000], {
    statedCtr: 0.03,
    statedCvr: 0.015,
    statedCpa: 10_000,
    statedReturn: 4,
    statedStatus: '达标',
  }),
  row('抖音信息流', '视频B', [1_500_000, 30_000, 450], [45_000, 180_000], {
    statedCtr: 0.02,
    statedCvr: 0.015,
    statedCpa: 10_000,
    statedReturn: 4,
    statedStatus: '达标',
  }),
  row('线下体验', '五场', [500_000, null, 300], [50_000, 120_000], {
    statedCtr: null,
    statedCvr: null,
    statedCpa: 16_667,
    statedReturn: 2.4,
    statedStatus: '未达标',
  }),
]
