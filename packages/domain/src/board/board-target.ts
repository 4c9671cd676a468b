import type { LocalDate } from '../calendar/local-date.ts'
import { addDays, minDate } from '../calendar/date-arithmetic.ts'
import type { Aim } from '../objective/aim.ts'
import { attainment } from '../objective/attainment.ts'
import { type KpiStatus, kpiStatus } from '../objective/kpi-status.ts'
import { resolveAim } from '../objective/resolve-aim.ts'
import { paceOf, type PlanPace, shareDue, type TargetPace } from '../objective/target-pace.ts'
import { sumScale } from '../objective/sum-scale.ts'
import { parseTargets } from '../quantity/parse-targets.ts'
import type { Quantity } from '../quantity/quantity.ts'
import { boardMetricOf, type BoardMetric, isAmount, isRatioMetric, plainText } from './board-metric.ts'

/** A record of the target table, as written. */
export interface WrittenTarget {
  readonly id: string
  readonly dimension: string | null
  readonly indicator: string
  readonly target: string | null
  readonly startDate: LocalDate | null
  readonly endDate: LocalDate | null
}

/** What the targets of a plan stand on. */
export interface TargetsPlan extends PlanPace {
  readonly currency: string
  readonly hasNewCustomers: boolean
}

/** A target that names a metric of the board, for one channel or (null) for all together. */
export interface BoardTarget {
  readonly recordId: string
  readonly metric: BoardMetric
  readonly channel: string | null
  readonly text: string
  /** In the unit of the figure: fen, shares 0–1. */
  readonly aim: Aim
  readonly pace: TargetPace
}

/** How a figure of the board stands against a target. */
export interface TargetMark {
  readonly recordId: string
  readonly metric: BoardMetric
  readonly text: string
  /** What is demanded of the period shown: of a sum the part that is due in it. Of a range the lower end. */
  readonly due: number
  readonly attainment: number | null
  readonly status: KpiStatus
}

export interface BoardDays {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly today: LocalDate
}

/**
 * The targets that the board can hold its figures against. A target is left out, never guessed, when its
 * metric is none of the board's, when it names something that is no channel of the board, when it is meant
 * for every unit, or when its unit does not fit.
 *
 * @param channels names of the channels that have facts
 * @param plan its period, for targets without dates, and whether it counts new customers
 */
export function boardTargets(
  records: readonly WrittenTarget[],
  channels: readonly string[],
  plan: TargetsPlan,
): BoardTarget[] {
  return records.flatMap((record) =>
    parseTargets(record.target ?? '').targets.flatMap(({ metric, quantity, text }): BoardTarget[] => {
      const name = metric ?? record.indicator
      const { aim, isRoas } = resolveAim({ metric: name, quantity }, null)
      const named = boardMetricOf(name, isRoas, plan.hasNewCustomers)
      if (named === null || aim === null || quantity.perBasis !== null) return []
      const scale = scaleOf(named.metric, quantity, plan.currency)
      const channel = channelOf(named.rest, record, channels)
      if (scale === null || channel === undefined) return []
      return [
        {
          recordId: record.id,
          metric: named.metric,
          channel,
          text,
          aim: scaled(aim, scale),
          pace: paceOf({ start: record.startDate, end: record.endDate }, plan),
        },
      ]
    }),
  )
}

/**
 * The one channel that is meant; null for all, undefined when it is neither.
 *
 * @param rest what the name says beside the metric
 */
export function channelOf(
  rest: string,
  record: Pick<WrittenTarget, 'dimension' | 'indicator'>,
  channels: readonly string[],
): string | null | undefined {
  if (rest !== '') {
    const fits = matching(rest, channels)
    return fits.length === 1 ? fits[0] : undefined
  }
  const beside = plainText(`${record.dimension ?? ''}${record.indicator}`)
  const fits = channels.filter((channel) => channel !== '' && beside.includes(plainText(channel)))
  return fits.length > 1 ? undefined : (fits[0] ?? null)
}

function matching(rest: string, channels: readonly string[]): string[] {
  const exact = channels.filter((channel) => plainText(channel) === rest)
  if (exact.length > 0 || rest.length < 2) return exact
  return channels.filter((channel) => {
    const plain = plainText(channel)
    return plain !== '' && (plain.includes(rest) || rest.includes(plain))
  })
}

/** Factor from the written value to the figure's unit; null where the two cannot be compared. */
function scaleOf(metric: BoardMetric, { unit }: Quantity, currency: string): number | null {
  const isShare = unit === '%' || unit === '‰' || unit === '百分点'
  if (metric === 'ctr' || metric === 'cvrClick') return isShare ? 1 : null
  if (isShare) return null
  if (metric === 'roas') return unit === '1:n' || unit === null ? 1 : null
  return sumScale(unit, isAmount(metric), currency)
}

function scaled(aim: Aim, by: number): Aim {
  return aim.comparator === 'range'
    ? { comparator: 'range', from: aim.from * by, to: aim.to * by }
    : { comparator: aim.comparator, value: aim.value * by }
}

/**
 * A figure of a period against its target (rules 1, 2, 4). A ratio is held against the target itself. A sum
 * is held against the part of it that is due in the period: by the target's pace (`paceOf`), up to
 * yesterday, because today's figures are not in. Without dates the whole is due.
 *
 * @returns null when the period and the target's days do not meet
 */
export function markOf(target: BoardTarget, actual: number | null, days: BoardDays): TargetMark | null {
  const { aim, metric, pace } = target
  const { start, end } = pace
  if ((start !== null && days.to < start) || (end !== null && days.from > end)) return null
  const isRatio = isRatioMetric(metric)
  const share = isRatio ? 1 : partDue(pace, days)
  const isOver = end !== null && days.today > end && (isRatio || share === 1)
  const stage = share === 0 ? 'before' : isOver ? 'after' : 'running'
  const due = scaled(aim, share)
  const shown = due.comparator === 'range' ? due.from : due.value
  return {
    recordId: target.recordId,
    metric,
    text: target.text,
    due: shown,
    attainment: actual === null || share === 0 ? null : attainment(actual, due, pace.policy),
    status: kpiStatus({
      actual,
      aim,
      nature: isRatio ? 'ratio' : 'additive',
      stage,
      expectedShare: share,
      bands: pace.policy,
    }),
  }
}

/** The part that is due in the days, of those that are over. */
function partDue(pace: TargetPace, { from, to, today }: BoardDays): number {
  const through = minDate([to, addDays(today, -1)]) ?? to
  const part = (shareDue(pace, through) ?? 1) - (shareDue(pace, addDays(from, -1)) ?? 0)
  return Math.max(0, part)
}
