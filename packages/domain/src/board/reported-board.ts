import type { Funnel, FunnelStep } from '../funnel/funnel.ts'
import type { GradedChannel } from '../grading/channel-grade.ts'
import type { TargetMark } from './board-target.ts'
import type { BoardEvent } from './board-event.ts'
import type { BoardBlock, BoardDimension } from './board-layout.ts'
import type { BoardMetric, BoardValues } from './board-metric.ts'
import type { ReportedSetAside } from './set-aside-notes.ts'
import type { GradeBase } from './channel-board.ts'

interface ReportedPeriod {
  readonly from: string
  readonly to: string
}

/** What a document needs of a channel board in one period and by one dimension; amounts in fen, ratios 0–1. */
export interface ReportedBoard {
  readonly planName: string
  readonly today: string
  readonly dimension: BoardDimension
  readonly period: ReportedPeriod | null
  readonly comparedTo: ReportedPeriod | null
  readonly currency: string
  /** In order; those that are not shown are absent. */
  readonly metrics: readonly BoardMetric[]
  readonly total: {
    readonly values: BoardValues
    readonly previous: BoardValues | null
    readonly marks: readonly TargetMark[]
  }
  readonly channels: readonly {
    /** Name of the group; empty: facts that name none. */
    readonly channel: string
    readonly values: BoardValues
    readonly meanLikes: number | null
    readonly marks: readonly TargetMark[]
    readonly quality: GradeBase
    readonly cost: GradeBase
    readonly retention: GradeBase | null
    readonly grade: Omit<GradedChannel, 'channel'>
    readonly contribution: { readonly share: number | null; readonly grade: string | null }
  }[]
  /** Groups that are in the totals and not listed. */
  readonly omitted: number
  readonly contributionOf: BoardMetric
  readonly funnel: {
    readonly channels: readonly {
      readonly channel: string
      readonly funnel: Pick<Funnel, 'steps' | 'overallRate'>
    }[]
    readonly total: Pick<Funnel, 'steps' | 'overallRate'>
    readonly biggestLoss: { readonly channel: string; readonly step: FunnelStep } | null
  }
  readonly daily: readonly { readonly day: string; readonly values: BoardValues }[]
  readonly events: readonly BoardEvent[]
  readonly setAside: readonly ReportedSetAside[]
  readonly channelDaily: readonly {
    readonly day: string
    readonly channel: string
    readonly values: BoardValues
  }[]
}

/** A block with the figures of its own period and dimension. */
export interface ReportedBlock {
  readonly block: BoardBlock
  readonly board: ReportedBoard
}
