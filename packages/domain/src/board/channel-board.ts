import { type ChannelFunnels, funnelByChannel } from '../funnel/funnel-by-channel.ts'
import { type GradedChannel, gradeChannel } from '../grading/channel-grade.ts'
import { type ParetoItem, paretoClasses } from '../grading/pareto.ts'
import { attainment } from '../objective/attainment.ts'
import { type BoardDays, type BoardTarget, markOf, type TargetMark } from './board-target.ts'
import type { BoardMetric, BoardValues } from './board-metric.ts'

const FUNNEL_STEPS = ['impressions', 'clicks', 'conversions'] as const

/** Figures of a group: a channel, or what else the board is broken down by. */
export interface ChannelFigures {
  /** Empty: facts without a channel. */
  readonly channel: string
  readonly values: BoardValues
}

/** What a dimension of the grade was held against. */
export interface GradeBase {
  readonly metric: BoardMetric
  readonly actual: number | null
  readonly base: number | null
  /** A target of the channel, one of all channels, or what all channels together reached. */
  readonly kind: 'channel_target' | 'plan_target' | 'all_channels'
}

export interface BoardChannel extends ChannelFigures {
  readonly marks: readonly TargetMark[]
  readonly grade: GradedChannel
  readonly quality: GradeBase
  readonly cost: GradeBase
  readonly contribution: ParetoItem
}

export interface ChannelBoard {
  readonly channels: readonly BoardChannel[]
  readonly totalMarks: readonly TargetMark[]
  readonly funnel: ChannelFunnels
  /** What the contribution is of: revenue where any is known, else conversions. */
  readonly contributionOf: 'revenue' | 'conversions'
}

/**
 * The channel board 渠道看板 (M5, M6, M7; worked example 15): status of each figure against the targets, the
 * funnel by channel, grades and contribution. All ratios come in as ratios of sums.
 *
 * Quality is the CVR, cost the CPA, each against the channel's target, else the target for all channels, else
 * what all channels together reached. Retention is not in channel facts: it is left out, the rest rescaled,
 * and the grade says so (rule 11).
 */
export function channelBoard(
  figures: readonly ChannelFigures[],
  total: BoardValues,
  targets: readonly BoardTarget[],
  days: BoardDays,
): ChannelBoard {
  const contributionOf = (total.revenue ?? null) === null ? 'conversions' : 'revenue'
  const contributions = new Map(
    paretoClasses(
      figures.map(({ channel, values }) => ({ name: channel, value: values[contributionOf] ?? null })),
    ).map((item) => [item.name, item]),
  )
  const marksOf = (values: BoardValues, channel: string | null) =>
    targets
      .filter((target) => target.channel === channel)
      .flatMap((target) => markOf(target, values[target.metric] ?? null, days) ?? [])
  const totalMarks = marksOf(total, null)
  return {
    contributionOf,
    totalMarks,
    channels: figures.flatMap(({ channel, values }) => {
      const contribution = contributions.get(channel)
      if (contribution === undefined) return []
      const base = (metric: BoardMetric): GradeBase => baseOf(metric, channel, values, total, targets)
      const quality = base('cvrClick')
      const cost = base('cpa')
      const grade = gradeChannel({
        channel,
        conversions: values.conversions ?? 0,
        attainments: {
          quality: attainmentOf(quality, 'gte'),
          cost: attainmentOf(cost, 'lte'),
          retention: null,
        },
      })
      return [{ channel, values, marks: marksOf(values, channel), grade, quality, cost, contribution }]
    }),
    funnel: funnelByChannel(
      FUNNEL_STEPS,
      figures.map(({ channel, values }) => ({
        channel,
        counts: FUNNEL_STEPS.map((step) => values[step] ?? null),
      })),
    ),
  }
}

function baseOf(
  metric: BoardMetric,
  channel: string,
  values: BoardValues,
  total: BoardValues,
  targets: readonly BoardTarget[],
): GradeBase {
  const actual = values[metric] ?? null
  for (const [kind, whose] of [
    ['channel_target', channel],
    ['plan_target', null],
  ] as const) {
    const target = targets.find((one) => one.metric === metric && one.channel === whose)
    if (target !== undefined) {
      const { aim } = target
      return { metric, actual, base: aim.comparator === 'range' ? aim.from : aim.value, kind }
    }
  }
  return { metric, actual, base: total[metric] ?? null, kind: 'all_channels' }
}

function attainmentOf({ actual, base }: GradeBase, comparator: 'gte' | 'lte'): number | null {
  return actual === null || base === null ? null : attainment(actual, { comparator, value: base })
}
