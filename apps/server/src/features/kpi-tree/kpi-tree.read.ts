import type { KpiTree, KpiTreeNode as NodeView } from '@yingce/contracts/kpi-tree/kpi-tree'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { dataThrough } from '@yingce/domain/kpi-tree/evaluate-node'
import { evaluateTree, type KpiTreeNode, neededFigures } from '@yingce/domain/kpi-tree/kpi-tree'
import { type KpiNode, periodOf } from '@yingce/domain/kpi-tree/node-scope'
import type { MetricDefinition } from '@yingce/domain/metrics/metric-definition'
import { parseTargets } from '@yingce/domain/quantity/parse-targets'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readStatusPolicy } from '../../records/status-policy.ts'
import { readRecords } from '../../records/read-records.ts'
import { hasNewCustomers } from '../metrics/query/new-customers.read.ts'
import { readDictionary } from '../metrics/dictionary/metric-dictionary.read.ts'
import { lastFactDay, type PlanFacts, readKpiFigures } from './kpi-figures.read.ts'
import { readPhaseShares } from './phase-shares.read.ts'

interface PlanSpan {
  readonly start: string | null
  readonly end: string | null
  readonly currency: string
}

export interface KpiPlan {
  readonly plan: PlanSpan
  readonly facts: PlanFacts
}

/**
 * Period of the plan, its dictionary and its last data day.
 *
 * @throws Refusal `not_found`
 */
export async function readKpiPlan(scope: Scope, planId: string, today: string): Promise<KpiPlan> {
  const [plan] = await scope.rows<PlanSpan>(
    'select period_start as start, period_end as "end", currency from plan where workspace_id = $1 and id = $2',
    [scope.workspaceId, planId],
  )
  if (plan === undefined) throw new Refusal('not_found')
  const through = dataThrough(today, await lastFactDay(scope, planId, addDays(today, -1)))
  return {
    plan,
    facts: {
      planId,
      currency: plan.currency,
      through,
      dictionary: await readDictionary(scope),
      hasNewCustomers: await hasNewCustomers(scope, planId),
    },
  }
}

/** Nodes of the plan in their order. */
export async function readKpiNodes(
  scope: Scope,
  planId: string,
): Promise<{ readonly nodes: KpiNode[]; readonly versions: ReadonlyMap<string, number> }> {
  const records = await readRecords(scope, planId, 'kpi_node')
  return {
    nodes: records.map(({ id, values }) => ({ ...values, id })),
    versions: new Map(records.map(({ id, version }) => [id, version])),
  }
}

/** The KPI tree with everything that its picture shows (M3). */
export async function readKpiTree(scope: Scope, planId: string, today: string): Promise<KpiTree> {
  const { plan, facts } = await readKpiPlan(scope, planId, today)
  const { nodes, versions } = await readKpiNodes(scope, planId)
  const context = {
    dictionary: facts.dictionary,
    hasNewCustomers: facts.hasNewCustomers,
    today,
    through: facts.through,
    plan,
    phases: await readPhaseShares(scope, planId),
    policy: await readStatusPolicy(scope),
  }
  const figures = await readKpiFigures(scope, facts, neededFigures(nodes, context))
  const targets = await readRecords(scope, planId, 'target')
  return {
    today,
    through: facts.through,
    currency: plan.currency,
    usableTargets: targets.filter(({ values }) => parseTargets(values.target ?? '').targets.length > 0)
      .length,
    nodes: evaluateTree(nodes, context, figures).map((one) =>
      viewOf(one, versions.get(one.node.id) ?? 1, plan),
    ),
  }
}

/** What a page needs of a definition to show a figure. */
export function metricOf({ key, zh, en, unit, kind }: MetricDefinition): NonNullable<NodeView['metric']> {
  return { key, zh, en, unit, kind }
}

function viewOf(
  { node, parentId, depth, evaluation, rollUp, status }: KpiTreeNode,
  version: number,
  plan: PlanSpan,
): NodeView {
  const { metric, costBase, pacing, dueShare, forecast } = evaluation
  return {
    id: node.id,
    version,
    parentId,
    depth,
    level: node.level,
    name: node.name,
    metric: metric === null ? null : metricOf(metric),
    costBase,
    binding: node.binding,
    channel: node.channel,
    owner: node.owner,
    weight: node.weight,
    ...periodOf(node, plan),
    targetText: node.target,
    baselineText: node.baseline,
    actualText: node.binding === 'entered' ? node.actual : null,
    targets: evaluation.targets.map((target) => ({
      text: target.text,
      metric: target.metric,
      actual: target.actual,
      attainment: target.attainment,
      status: target.status,
      isDefaultComparator: target.isDefaultComparator,
      problem: target.problem,
    })),
    unread: [...evaluation.unread],
    actual: evaluation.actual,
    reason: evaluation.reason,
    asOf: evaluation.asOf,
    attainment: evaluation.attainment,
    status,
    pacing:
      pacing === null || dueShare === null
        ? null
        : {
            state: pacing.state,
            dueShare,
            ideal: pacing.ideal,
            difference: pacing.difference,
            neededPerDay: pacing.neededPerDay,
          },
    forecast:
      forecast === null
        ? null
        : {
            method: forecast.method,
            expected: forecast.expected,
            low: forecast.low,
            high: forecast.high,
            usedDays: forecast.usedDays,
            missingDays: forecast.missingDays.length,
          },
    rollUp:
      rollUp === null
        ? null
        : {
            method: rollUp.method,
            attainment: rollUp.attainment,
            value: rollUp.value,
            target: rollUp.target,
            counted: rollUp.counted,
            parts: rollUp.parts,
          },
    benchmark:
      node.benchmark === null
        ? null
        : { text: node.benchmark, source: node.benchmarkSource, date: node.benchmarkDate },
  }
}
