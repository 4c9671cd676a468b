import { addDays, diffDays } from '../calendar/date-arithmetic.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { EndForecast } from '../forecast/forecast-end.ts'
import { forecastEnd } from '../forecast/forecast-end.ts'
import type { PacingAnswer } from '../forecast/pacing.ts'
import { pacing } from '../forecast/pacing.ts'
import { type CostBase, costBaseOf, type MetricNames } from '../metrics/acquisition-cost.ts'
import type { MetricDefinition } from '../metrics/metric-definition.ts'
import type { KpiEvaluation, MeasuredTarget } from '../objective/evaluate-kpi.ts'
import { evaluateKpi } from '../objective/evaluate-kpi.ts'
import type { PhaseShare } from '../objective/expected-share.ts'
import type { StatusPolicy } from '../objective/status-policy.ts'
import { paceOf, shareDue, type TargetPace } from '../objective/target-pace.ts'
import { parseReached } from '../quantity/parse-targets.ts'
import type { Quantity, Target } from '../quantity/quantity.ts'
import type { Figures } from './figures.ts'
import { figuresShown } from './figures.ts'
import { metricOfNode, metricOfTarget } from './node-scope.ts'
import type { KpiNode } from './node-scope.ts'

export interface NodeContext extends MetricNames {
  readonly today: LocalDate
  /** Last complete data day of the plan; facts after it are not in the figures. */
  readonly through: LocalDate
  readonly plan: { readonly start: LocalDate | null; readonly end: LocalDate | null }
  /** Phases that pace a target of the whole plan (rule 4); empty: linear. */
  readonly phases: readonly PhaseShare[]
  readonly policy: StatusPolicy
  /** Figures of a metric in the node's scope; null = not asked. */
  readonly figuresOf: (node: KpiNode, key: string) => Figures | null
}

/** Why a node shows no value. `no_metric`: it is bound to facts, and no metric is known for it. */
export type NoValue = 'no_data' | 'zero_base' | 'not_additive' | 'no_metric'

export interface NodeEvaluation extends KpiEvaluation {
  readonly metric: MetricDefinition | null
  /** Where the name leaves open by what a cost is divided. */
  readonly costBase: CostBase | null
  /** As `shownValue`: money in yuan, ratios 0–1. Of several targets the node's own metric. */
  readonly actual: number | null
  readonly reason: NoValue | null
  readonly source: 'facts' | 'entered'
  /** Day of a level or of a survey wave. */
  readonly asOf: LocalDate | null
  /** The lowest of its targets, 1 = 100 %, not capped. */
  readonly attainment: number | null
  /** Of one target that adds up over a known period; else null. */
  readonly pacing: PacingAnswer | null
  readonly dueShare: number | null
  readonly forecast: EndForecast | null
}

/**
 * One node of the KPI tree against its targets (rules 1–4), from facts or from the value entered.
 *
 * Facts are read in the unit that targets are written in (money in yuan). A target for every unit
 * (每场) cannot be read from facts, which hold no sessions; one for every day can: the worst day
 * decides, and a mean per day is the total over the days with data. Unique people that do not add up
 * give no value, said as 不可加总.
 */
export function evaluateNode(node: KpiNode, context: NodeContext): NodeEvaluation {
  const metric = metricOfNode(node, context)
  const isEntered = node.binding === 'entered'
  const { phases, policy } = context
  const pace = paceOf({ start: node.startDate, end: node.endDate }, { ...context.plan, phases, policy })
  // What somebody enters stands as of yesterday, on every page, however late the facts are.
  const through = isEntered ? addDays(context.today, -1) : context.through
  const own = !isEntered && metric !== null ? context.figuresOf(node, metric.key) : null
  const figures = own === null || metric === null ? null : figuresShown(own, metric)
  const evaluation = evaluateKpi({
    kpiText: node.target,
    reachedText: isEntered ? node.actual : null,
    indicator: node.name,
    baselineText: node.baseline,
    today: context.today,
    ...pace,
    dataThrough: through,
    ...(isEntered
      ? {}
      : {
          measure: (target: Target) => measured(target, node, context),
          hasFigure: (figures?.total ?? null) !== null,
        }),
  })
  const entered = isEntered ? (parseReached(node.actual ?? '').values[0]?.quantity.value ?? null) : null
  const actual = isEntered ? (evaluation.targets[0]?.actual ?? entered) : (figures?.total ?? null)
  const attainments = evaluation.targets.flatMap((one) => one.attainment ?? [])
  return {
    ...evaluation,
    metric,
    costBase: costBase(node, metric, context),
    actual,
    reason: reasonOf(node, metric, figures, entered),
    source: isEntered ? 'entered' : 'facts',
    asOf: figures?.asOf ?? null,
    attainment: attainments.length === 0 ? null : Math.min(...attainments),
    ...outlook(evaluation, figures, pace, through),
  }
}

/** A node may have its metric chosen: then the choice says it, whatever the name leaves open. */
function costBase(
  { name }: KpiNode,
  metric: MetricDefinition | null,
  { hasNewCustomers }: NodeContext,
): CostBase | null {
  const isCac = metric === null ? hasNewCustomers : metric.key === 'cac'
  return costBaseOf(name, isCac)
}

function reasonOf(
  node: KpiNode,
  metric: MetricDefinition | null,
  figures: Figures | null,
  entered: number | null,
): NoValue | null {
  if (node.binding === 'entered') return entered === null ? 'no_data' : null
  if (metric === null) return 'no_metric'
  return figures === null ? 'no_data' : figures.reason
}

function measured(target: Target, node: KpiNode, context: NodeContext): MeasuredTarget {
  const metric = metricOfTarget(target, node, context)
  const given = metric === null ? null : context.figuresOf(node, metric.key)
  const nature = metric?.kind === 'flow' ? 'additive' : 'ratio'
  const direction = metric?.direction ?? 'higher'
  const none = (problem: MeasuredTarget['match']['problem']): MeasuredTarget => ({
    match: { values: [], source: 'facts', problem },
    nature,
    direction,
  })
  if (metric === null || given === null) return none(null)
  const figures = figuresShown(given, metric)
  if (!fits(metric, target.quantity)) return none('unit_mismatch')
  const { per, perBasis } = target.quantity
  const some = (values: readonly number[]): MeasuredTarget => ({
    match: { values: values.map(quantityOf), source: 'facts', problem: null },
    nature,
    direction,
  })
  const days = figures.days.flatMap(({ value }) => value ?? [])
  if (perBasis === 'each') return per === 'day' ? some(days) : none('total_for_unit')
  if (figures.total === null)
    return none(figures.reason === 'no_data' || figures.reason === null ? null : figures.reason)
  if (perBasis === 'mean' && metric.kind !== 'ratio')
    return per === 'day' && days.length > 0 ? some([figures.total / days.length]) : none('total_for_unit')
  return some([figures.total])
}

/** A percentage is no count, and a rate written as "200" is no rate. */
function fits(metric: MetricDefinition, { unit, value, change }: Quantity): boolean {
  const isShare = unit === '%' || unit === '‰' || unit === '百分点'
  if (change?.kind === 'by') return true
  if (metric.unit === 'share') return isShare || (unit === null && value <= 1)
  return !isShare || metric.unit === 'index'
}

function quantityOf(value: number): Quantity {
  return {
    comparator: null,
    value,
    upper: null,
    unit: null,
    per: null,
    perBasis: null,
    change: null,
    isApproximate: false,
    text: '',
  }
}

function outlook(
  evaluation: KpiEvaluation,
  figures: Figures | null,
  pace: TargetPace,
  through: LocalDate,
): Pick<NodeEvaluation, 'pacing' | 'dueShare' | 'forecast'> {
  const [only, ...others] = evaluation.targets
  const none = { pacing: null, dueShare: null, forecast: null }
  const { start, end } = pace
  const dueShare = shareDue(pace, through)
  if (only?.aim == null || only.aim.comparator === 'range' || others.length > 0) return none
  if (start === null || end === null || start > end || dueShare === null) return none
  if (only.dueShare === null && through < end) return none
  if (only.nature !== 'additive' || only.quantity.perBasis !== null) return none
  const total = diffDays(start, end) + 1
  return {
    pacing: pacing({
      planned: only.aim.value,
      actual: only.actual,
      dueShare,
      daysLeft: Math.max(0, Math.min(total, diffDays(through, end))),
    }),
    dueShare,
    forecast: figures === null ? null : forecastEnd({ days: figures.days, start, end, through }),
  }
}

/** The day before today, or the last day with facts when that is earlier: figures stand as of then. */
export function dataThrough(today: LocalDate, lastFactDay: LocalDate | null): LocalDate {
  const yesterday = addDays(today, -1)
  return lastFactDay !== null && lastFactDay < yesterday ? lastFactDay : yesterday
}
