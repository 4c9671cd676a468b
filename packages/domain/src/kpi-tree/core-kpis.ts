import { expandFormula } from '../metrics/aggregate.ts'
import { metricsOf } from '../metrics/formula.ts'
import type { MetricDefinition, MetricDictionary } from '../metrics/metric-definition.ts'
import { isAcquisitionCost, type MetricNames } from '../metrics/acquisition-cost.ts'
import { metricOfName } from '../metrics/metric-of-name.ts'
import { parseTargets } from '../quantity/parse-targets.ts'
import type { KpiBinding, KpiLevel, TargetValues } from '../records/entities.ts'

/** More than five are no core any more (M3: 2–5 core KPIs first). */
const MOST_CORE_KPIS = 5

/** What a campaign is for, and what it rests on; everything else is a step on the way. */
const RESULTS: ReadonlySet<string> = new Set([
  'impressions',
  'reach',
  'engagements',
  'conversions',
  'orders',
  'revenue',
  'incrementalRevenue',
  'newCustomers',
  'roas',
  'roi',
  'grossMarginRoi',
])
const BASES: ReadonlySet<string> = new Set([
  'searchIndex',
  'awareness',
  'favourability',
  'followers',
  'repurchaseRate',
  'retentionRate',
  'complaintRate',
  'marketShare',
  'shareOfVoice',
])
const LEVEL_ORDER: readonly KpiLevel[] = ['result', 'process', 'base']

/** A node to be made; `parent` is the place of its parent in the list, before its own. */
export interface CoreKpi {
  readonly parent: number | null
  readonly level: KpiLevel
  readonly name: string
  /** null: by its name, where it has a metric at all. */
  readonly metric: string | null
  readonly binding: KpiBinding
  readonly target: string
  readonly baseline: string | null
  readonly actual: string | null
  readonly owner: string | null
  readonly startDate: string | null
  readonly endDate: string | null
}

type PlanTarget = Pick<
  TargetValues,
  'indicator' | 'target' | 'baseline' | 'actual' | 'owner' | 'startDate' | 'endDate'
>

/**
 * The first KPI tree of a plan, from its table of targets: at most five, one of each metric, those that
 * facts can measure before those that somebody has to enter, otherwise in the order of the table.
 *
 * Results are roots. A process metric hangs under the result it is computed from (CTR under exposure),
 * else under the first result; a base metric under the first process metric, else the first result.
 */
export function coreKpis(targets: readonly PlanTarget[], names: MetricNames): CoreKpi[] {
  const found: { readonly metric: MetricDefinition | null; readonly target: PlanTarget }[] = []
  for (const target of targets) {
    const first = parseTargets(target.target ?? '').targets[0]
    if (first === undefined) continue
    const metric = metricOfName(target.indicator, names, first.quantity.unit === '1:n')
    if (metric !== null && found.some((one) => one.metric?.key === metric.key)) continue
    found.push({ metric, target })
  }
  const chosen = [
    ...found.filter(({ metric }) => metric !== null),
    ...found.filter(({ metric }) => metric === null),
  ].slice(0, MOST_CORE_KPIS)
  const ordered = LEVEL_ORDER.flatMap((level) => chosen.filter(({ metric }) => levelOf(metric) === level))
  const levels = ordered.map(({ metric }) => levelOf(metric))
  return ordered.map(({ metric, target }, index) => ({
    parent: parentOf(index, levels, ordered, names.dictionary),
    level: levels[index] ?? 'process',
    name: target.indicator,
    // What 获客成本 means is not settled here: new customers may be counted later.
    metric: isAcquisitionCost(target.indicator) ? null : (metric?.key ?? null),
    binding: metric === null ? 'entered' : 'facts',
    target: target.target ?? '',
    baseline: target.baseline,
    actual: metric === null ? target.actual : null,
    owner: target.owner,
    startDate: target.startDate,
    endDate: target.endDate,
  }))
}

function levelOf(metric: MetricDefinition | null): KpiLevel {
  if (metric === null) return 'process'
  if (RESULTS.has(metric.key)) return 'result'
  return BASES.has(metric.key) ? 'base' : 'process'
}

function parentOf(
  index: number,
  levels: readonly KpiLevel[],
  ordered: readonly { readonly metric: MetricDefinition | null }[],
  dictionary: MetricDictionary,
): number | null {
  const firstResult = levels.indexOf('result')
  const firstProcess = levels.indexOf('process')
  const level = levels[index]
  if (level === 'result') return null
  if (level === 'base' && firstProcess >= 0) return firstProcess
  if (firstResult < 0) return null
  const own = partsOf(ordered[index]?.metric ?? null, dictionary)
  const related = levels.findIndex(
    (one, at) => one === 'result' && own.includes(ordered[at]?.metric?.key ?? ''),
  )
  return level === 'process' && related >= 0 ? related : firstResult
}

function partsOf(metric: MetricDefinition | null, dictionary: MetricDictionary): string[] {
  return metric === null || metric.formula === null
    ? []
    : metricsOf(expandFormula(metric.formula, dictionary))
}
