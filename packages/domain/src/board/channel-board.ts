import { type ChannelFunnels, funnelByChannel } from '../funnel/funnel-by-channel.ts'
import { type GradedChannel, gradeChannel } from '../grading/channel-grade.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Retention, RetentionMetric } from '../grading/retention.ts'
import { type ParetoItem, paretoClasses } from '../grading/pareto.ts'
import { attainment } from '../objective/attainment.ts'
import { DEFAULT_POLICY, type StatusPolicy } from '../objective/status-policy.ts'
import { type BoardDays, type BoardTarget, markOf, type TargetMark } from './board-target.ts'
import type { BoardMetric, BoardValues } from './board-metric.ts'
import type { RetentionBase } from './retention-base.ts'

const FUNNEL_STEPS = ['impressions', 'clicks', 'conversions'] as const

/** Figures of a group: a channel, or what else the board is broken down by. */
export interface ChannelFigures {
  /** Empty: facts without a channel. */
  readonly channel: string
  readonly values: BoardValues
}

/** What a dimension of the grade was held against. */
export interface GradeBase {
  readonly metric: BoardMetric | RetentionMetric
  readonly actual: number | null
  readonly base: number | null
  /** A target of the channel, one of all channels, a benchmark of the trade, or what all channels together reached. */
  readonly kind: 'channel_target' | 'plan_target' | 'benchmark' | 'all_channels'
}

/** What is known of the channels' retention, and what it is held against. */
export type ChannelRetention = Retention & RetentionBase

export interface BoardChannel extends ChannelFigures {
  readonly marks: readonly TargetMark[]
  readonly grade: GradedChannel
  readonly quality: GradeBase
  readonly cost: GradeBase
  /** Of the day of its reading; null: the channel has none. */
  readonly retention: (GradeBase & { readonly asOf: LocalDate }) | null
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
 * what all channels together reached. Retention is the latest reading of the period, against target, benchmark
 * or what all channels reached; without one it is left out, the rest rescaled, and the grade says so (rule 11).
 *
 * @param retention null: no channel has a reading
 * @param policy of the workspace: how a cost below its target counts
 */
export function channelBoard(
  figures: readonly ChannelFigures[],
  total: BoardValues,
  targets: readonly BoardTarget[],
  days: BoardDays,
  retention: ChannelRetention | null = null,
  policy: StatusPolicy = DEFAULT_POLICY,
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
      const stayed = retention === null ? null : retentionBaseOf(channel, retention)
      const grade = gradeChannel({
        channel,
        conversions: values.conversions ?? 0,
        attainments: {
          quality: attainmentOf(quality, 'gte', policy),
          cost: attainmentOf(cost, 'lte', policy),
          retention: stayed === null ? null : attainmentOf(stayed, 'gte', policy),
        },
      })
      const marks = marksOf(values, channel)
      return [{ channel, values, marks, grade, quality, cost, retention: stayed, contribution }]
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

function retentionBaseOf(
  channel: string,
  { metric, byChannel, overall, targets, benchmark }: ChannelRetention,
): BoardChannel['retention'] {
  const reading = byChannel.get(channel)
  if (reading === undefined) return null
  const known = { metric, actual: reading.rate, asOf: reading.day }
  for (const [kind, base] of [
    ['channel_target', targets.get(channel)],
    ['plan_target', targets.get(null)],
    ['benchmark', benchmark],
  ] as const)
    if (base !== undefined && base !== null) return { ...known, base, kind }
  return { ...known, base: overall, kind: 'all_channels' }
}

function attainmentOf(
  { actual, base }: GradeBase,
  comparator: 'gte' | 'lte',
  policy: StatusPolicy,
): number | null {
  return actual === null || base === null ? null : attainment(actual, { comparator, value: base }, policy)
}
