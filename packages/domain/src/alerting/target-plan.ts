import type { WrittenTarget } from '../board/board-target.ts'
import { targetsOfNodes, targetsOfRecords } from '../board/stated-targets.ts'
import { addDays, maxDate, minDate } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { KpiNode } from '../kpi-tree/node-scope.ts'
import type { MetricDefinition, MetricDictionary } from '../metrics/metric-definition.ts'
import { metricOfName } from '../metrics/metric-of-name.ts'
import { demandOf } from '../objective/demand-of.ts'
import type { PhaseShare } from '../objective/expected-share.ts'
import { DEFAULT_POLICY } from '../objective/status-policy.ts'
import { paceOf, shareDue, type TargetPace } from '../objective/target-pace.ts'
import { resolveAim } from '../objective/resolve-aim.ts'
import { sumScale } from '../objective/sum-scale.ts'
import { parseTargets } from '../quantity/parse-targets.ts'
import type { Target } from '../quantity/quantity.ts'
import type { DailyPlan } from './rule-context.ts'

export interface TargetQuestion {
  readonly metric: MetricDefinition
  /** null: of all channels together. */
  readonly channel: string | null
  /** `floor`: what is to be reached (behind plan); `ceiling`: what is not to be exceeded. */
  readonly side: 'floor' | 'ceiling'
}

export interface PlanTargets {
  readonly nodes: readonly Pick<KpiNode, 'name' | 'metric' | 'target' | 'channel' | 'startDate' | 'endDate'>[]
  /** Target table; asked after the KPI tree. */
  readonly records: readonly WrittenTarget[]
  readonly plan: {
    readonly start: LocalDate | null
    readonly end: LocalDate | null
    readonly currency: string
  }
  /** Phases that pace a target of the whole plan; empty: linear. */
  readonly phases: readonly PhaseShare[]
  /** Channels that have facts, for targets that name one. */
  readonly channels: readonly string[]
  readonly dictionary: MetricDictionary
}

/** The curve of a rule, and the targets that it follows as they are written. */
export interface TargetPlan {
  readonly plan: DailyPlan
  readonly texts: readonly string[]
}

interface Curve extends DailyPlan {
  readonly text: string
}

/**
 * What is due of a metric day by day, from its targets, each by its pace (`paceOf`). Targets of July, August and September are one
 * curve; of two whose days overlap the first counts, those of the KPI tree before those of the target
 * table. Only what adds up has a curve: a rate is held against its target itself.
 *
 * A target is left out, never guessed, where it is meant for every unit, has no dates, names another
 * channel, or is a ceiling where something is to be reached (and the other way round; a cost is both).
 *
 * @returns null where no target says anything of the metric
 */
export function targetPlan(question: TargetQuestion, targets: PlanTargets): TargetPlan | null {
  if (question.metric.kind !== 'flow') return null
  const curves: Curve[] = []
  for (const curve of [...ofNodes(question, targets), ...ofRecords(question, targets)])
    if (!curves.some((other) => other.start <= curve.end && curve.start <= other.end)) curves.push(curve)
  const start = minDate(curves.map((curve) => curve.start))
  const end = maxDate(curves.map((curve) => curve.end))
  if (start === null || end === null) return null
  return {
    plan: {
      start,
      end,
      plannedOn: (date) =>
        curves.find((curve) => curve.start <= date && date <= curve.end)?.plannedOn(date) ?? null,
    },
    texts: curves.map(({ text }) => text),
  }
}

/** The same of a task: of the targets in its KPI cell that name the metric, at the task's pace. */
export function taskTargetPlan(
  { metric, side }: Omit<TargetQuestion, 'channel'>,
  task: { readonly kpi: string | null; readonly pace: TargetPace },
  { dictionary, currency }: { readonly dictionary: MetricDictionary; readonly currency: string },
): TargetPlan | null {
  if (metric.kind !== 'flow') return null
  const curves = parseTargets(task.kpi ?? '').targets.flatMap((target) => {
    const isMeant =
      target.metric !== null &&
      metricOfName(target.metric, { dictionary, hasNewCustomers: false })?.key === metric.key
    const value = isMeant ? valueOf(target, metric, side, currency) : null
    return value === null ? [] : curveOf(`${target.metric ?? ''} ${target.text}`, value, task.pace)
  })
  const [first] = curves
  return first === undefined ? null : { plan: first, texts: [first.text] }
}

function ofNodes({ metric, channel, side }: TargetQuestion, targets: PlanTargets): Curve[] {
  const { dictionary, plan } = targets
  return targetsOfNodes(metric, targets.nodes, dictionary).flatMap(({ of: node, target, channel: of }) => {
    const value = of === channel ? valueOf(target, metric, side, plan.currency) : null
    return value === null ? [] : curveOf(`${node.name} ${target.text}`, value, paceIn(node, targets))
  })
}

function ofRecords({ metric, channel, side }: TargetQuestion, targets: PlanTargets): Curve[] {
  const { dictionary, plan, channels } = targets
  const stated = targetsOfRecords(metric, targets.records, channels, dictionary)
  return stated.flatMap(({ of: record, target, channel: of }) => {
    const value = of === channel ? valueOf(target, metric, side, plan.currency) : null
    return value === null ? [] : curveOf(`${record.indicator} ${target.text}`, value, paceIn(record, targets))
  })
}

/** A curve has no status, so that what the workspace has settled about it makes no difference. */
function paceIn(
  { startDate, endDate }: Pick<WrittenTarget, 'startDate' | 'endDate'>,
  { plan, phases }: PlanTargets,
): TargetPace {
  return paceOf({ start: startDate, end: endDate }, { ...plan, phases, policy: DEFAULT_POLICY })
}

/** The demanded sum in the unit of the facts; null where the target is no such demand. */
function valueOf(
  { metric: name, quantity }: Target,
  metric: MetricDefinition,
  side: TargetQuestion['side'],
  currency: string,
): number | null {
  if (quantity.perBasis !== null) return null
  const { aim } = resolveAim({ metric: name, quantity }, null, metric.direction)
  const scale = sumScale(quantity.unit, metric.unit === 'money', currency)
  const demanded = aim === null ? null : demandOf(aim, metric.key === 'cost' ? null : side)
  return demanded === null || scale === null ? null : demanded * scale
}

function curveOf(text: string, value: number, pace: TargetPace): Curve[] {
  const { start, end, phases } = pace
  if (start === null || end === null || start > end) return []
  const days = {
    start: minDate(phases.map((phase) => phase.start)) ?? start,
    end: maxDate(phases.map((phase) => phase.end)) ?? end,
  }
  const due = (through: LocalDate): number => shareDue(pace, through) ?? 0
  return [
    {
      ...days,
      text,
      plannedOn: (date) =>
        date < days.start || date > days.end ? null : value * (due(date) - due(addDays(date, -1))),
    },
  ]
}
