import type { Wording } from '../templates/template.ts'

/** Channels of the sample; each is a strategy, a budget line and a channel of the effect table alike. */
export const SAMPLE_CHANNELS = {
  notes: ['小红书', 'Xiaohongshu'],
  feed: ['抖音信息流', 'Douyin feed'],
  groups: ['母婴社群', 'Parent communities'],
  live: ['品牌直播', 'Brand live-stream'],
  offline: ['线下体验', 'Offline experience'],
} as const satisfies Record<string, Wording>
export type SampleChannel = keyof typeof SAMPLE_CHANNELS

/** Money in yuan, converted to fen in one place. */
export function yuan(amount: number): number {
  return Math.round(amount * 100)
}
