import type { LocalDate } from '../calendar/local-date.ts'
import { isCeiling } from '../objective/aim.ts'
import { attainment } from '../objective/attainment.ts'
import { type KpiStatus, kpiStatus } from '../objective/kpi-status.ts'
import type { TargetPace } from '../objective/target-pace.ts'
import { type BoardMetric, type BoardValues, isRatioMetric } from './board-metric.ts'
import { type BoardDays, type BoardTarget, markOf } from './board-target.ts'

/** A plan with its figures in the period and its targets, those of single channels included. */
export interface PlanWithTargets {
  readonly values: BoardValues
  readonly targets: readonly BoardTarget[]
}

/** Targets of several plans for one metric, added up. */
export interface TargetTotal {
  readonly metric: BoardMetric
  /** At most so much (cost), or at least (everything else). */
  readonly isCeiling: boolean
  /** Plans that have such a target in the period. */
  readonly plans: number
  /** What falls into the whole period, and what of it is due by yesterday; amounts in fen. */
  readonly whole: number
  readonly due: number
  /** Of those plans only: what plans without a target reached is not held against the others' targets. */
  readonly actual: number | null
  readonly attainment: number | null
  readonly status: KpiStatus
}

/**
 * Target against actual over several plans (M5). Only sums are added: targets of rates stand at their plans.
 * Of the targets of a plan those for all its channels count, and of two whose days overlap the first: a
 * target for the quarter and three for its months are one demand, not two.
 */
export function rollUpTargets(plans: readonly PlanWithTargets[], days: BoardDays): TargetTotal[] {
  const demands = plans.flatMap(({ values, targets }, plan) =>
    apart(targets.filter((target) => target.channel === null && !isRatioMetric(target.metric))).flatMap(
      (target) => {
        const due = markOf(target, 0, days)?.due
        const whole = markOf(target, 0, { ...days, today: dayAfter(days.to) })?.due
        if (due === undefined || whole === undefined) return []
        const { metric, aim, pace } = target
        return [
          {
            plan,
            metric,
            isCeiling: isCeiling(aim),
            due,
            whole,
            policy: pace.policy,
            actual: values[metric] ?? null,
          },
        ]
      },
    ),
  )
  const groups = Map.groupBy(demands, (one) => `${one.metric} ${one.isCeiling}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const byPlan = new Map(group.map((one) => [one.plan, one.actual]))
    const known = [...byPlan.values()].filter((actual) => actual !== null)
    const actual = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
    const due = group.reduce((sum, one) => sum + one.due, 0)
    const whole = group.reduce((sum, one) => sum + one.whole, 0)
    const aim = { comparator: first.isCeiling ? ('lte' as const) : ('gte' as const), value: whole }
    return [
      {
        metric: first.metric,
        isCeiling: first.isCeiling,
        plans: byPlan.size,
        whole,
        due,
        actual,
        attainment:
          actual === null || due === 0 ? null : attainment(actual, { ...aim, value: due }, first.policy),
        status: kpiStatus({
          actual,
          aim,
          nature: 'additive',
          stage: days.today > days.to ? 'after' : due === 0 ? 'before' : 'running',
          expectedShare: whole === 0 ? null : due / whole,
          bands: first.policy,
        }),
      },
    ]
  })
}

/** Targets of the same metric whose days do not overlap, the first of each that do. */
function apart(targets: readonly BoardTarget[]): BoardTarget[] {
  const kept: BoardTarget[] = []
  for (const target of targets) {
    const isDouble = kept.some(
      (other) =>
        other.metric === target.metric && meets(other.pace, target.pace) && meets(target.pace, other.pace),
    )
    if (!isDouble) kept.push(target)
  }
  return kept
}

/** Does the one begin before the other is over? */
function meets({ start }: TargetPace, { end }: TargetPace): boolean {
  return start === null || end === null || start <= end
}

/** Later than any day of the period, so that all of it is due. */
function dayAfter(date: LocalDate): LocalDate {
  return `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}-12-31`
}
