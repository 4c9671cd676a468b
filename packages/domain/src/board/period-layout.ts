import type { BLOCK_WIDTHS } from './board-layout.ts'

/** Parts of the quarterly and annual board: the total, targets against actual, one row a plan, one row a channel. */
export const PERIOD_BLOCK_KINDS = ['tiles', 'targets', 'plans', 'channels'] as const
export type PeriodBlockKind = (typeof PERIOD_BLOCK_KINDS)[number]

/** One part of an arrangement of the board over all plans. */
export interface PeriodBlock {
  readonly kind: PeriodBlockKind
  readonly width: (typeof BLOCK_WIDTHS)[number]
}

/** The arrangement of whoever made none. */
export const DEFAULT_PERIOD_BLOCKS: readonly PeriodBlock[] = PERIOD_BLOCK_KINDS.map((kind) => ({
  kind,
  width: 'full',
}))
