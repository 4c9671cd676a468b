import type { FieldSet } from './field.ts'

/** What a competitor did: 调价, 活动, 素材, 落地页, 新品, 流量, 舆情, or anything else. */
const COMPETITOR_MOVES = [
  'price_change',
  'campaign',
  'creative',
  'landing_page',
  'release',
  'traffic',
  'sentiment',
  'other_move',
] as const

/** Entry of the competitor log 竞品动态 (P4): what somebody else did and when, marked on the plan's trends (M5). */
export const COMPETITOR_EVENT_FIELDS = {
  competitor: { kind: 'text' },
  move: { kind: 'choice', choices: COMPETITOR_MOVES, initial: 'campaign' },
  name: { kind: 'text', required: true },
  startDate: { kind: 'date' },
  endDate: { kind: 'date' },
  channel: { kind: 'text' },
  source: { kind: 'text' },
  remark: { kind: 'longText' },
} as const satisfies FieldSet
