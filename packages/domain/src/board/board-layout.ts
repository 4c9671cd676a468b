import { addDays, endOfMonth, endOfWeek, startOfMonth, startOfWeek } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { BoardMetric } from './board-metric.ts'

/** What a board can be broken down by, keys of the facts' dimensions. */
export const BOARD_DIMENSIONS = [
  'channel',
  'content',
  'creator',
  'campaign',
  'ad',
  'audience',
  'product',
  'region',
] as const
export type BoardDimension = (typeof BOARD_DIMENSIONS)[number]

/** Parts of a board: figures of all together, one row a group, by day, group × day, funnel, grades. */
export const BLOCK_KINDS = ['tiles', 'groups', 'trend', 'heat', 'funnel', 'grades'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

export const BLOCK_WIDTHS = ['half', 'full'] as const

/** `board`: the period that the board shows; the others are counted from today. */
export const BLOCK_PERIODS = ['board', 'this_week', 'last_week', 'this_month', 'last_30_days'] as const
export type BlockPeriod = (typeof BLOCK_PERIODS)[number]

/** Beyond this a board is no board. */
export const MOST_BLOCKS = 24

/** One part of a person's own arrangement. */
export interface BoardBlock {
  readonly kind: BlockKind
  readonly width: (typeof BLOCK_WIDTHS)[number]
  /** What a trend or a heat map shows; the others show all metrics. */
  readonly metric: BoardMetric
  readonly dimension: BoardDimension
  readonly period: BlockPeriod
}

/** Kinds that show one metric, so that choosing it means something. */
export function hasMetric(kind: BlockKind): boolean {
  return kind === 'trend' || kind === 'heat'
}

/** All but the figures of all groups together. */
export function hasDimension(kind: BlockKind): boolean {
  return kind !== 'tiles'
}

/** The arrangement of whoever made none. */
export const DEFAULT_BLOCKS: readonly BoardBlock[] = BLOCK_KINDS.map((kind) => ({
  kind,
  width: 'full',
  metric: 'ctr',
  dimension: 'channel',
  period: 'board',
}))

/** Days of a block, both ends included; null for those that the board shows. */
export function blockDays(
  period: BlockPeriod,
  today: LocalDate,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  switch (period) {
    case 'board':
      return null
    case 'this_week':
      return { from: startOfWeek(today), to: endOfWeek(today) }
    case 'last_week':
      return { from: addDays(startOfWeek(today), -7), to: addDays(startOfWeek(today), -1) }
    case 'this_month':
      return { from: startOfMonth(today), to: endOfMonth(today) }
    case 'last_30_days':
      return { from: addDays(today, -29), to: today }
  }
}
