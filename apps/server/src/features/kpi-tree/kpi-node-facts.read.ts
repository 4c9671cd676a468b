import type { KpiNodeFacts } from '@yingce/contracts/kpi-tree/kpi-tree'
import { metricOfNode, scopeOf } from '@yingce/domain/kpi-tree/node-scope'
import { expandFormula } from '@yingce/domain/metrics/aggregate'
import { formatFormula } from '@yingce/domain/metrics/format-formula'
import { metricsOf } from '@yingce/domain/metrics/formula'
import type { MetricDefinition } from '@yingce/domain/metrics/metric-definition'
import type { Scope } from '../../db/scope.ts'
import { ruleViolated } from '../../http/refusal.ts'
import { readRecord } from '../../records/read-records.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { scopedQuery } from './kpi-figures.read.ts'
import { metricOf, readKpiPlan } from './kpi-tree.read.ts'

/**
 * Definition, days and sources behind the figure of a node.
 *
 * @throws Refusal `not_found`; `rule_violated` for a node without a metric of the dictionary
 */
export async function readKpiNodeFacts(
  scope: Scope,
  planId: string,
  nodeId: string,
  today: string,
): Promise<KpiNodeFacts> {
  const { plan, facts } = await readKpiPlan(scope, planId, today)
  const record = await readRecord(scope, planId, 'kpi_node', nodeId)
  const node = { ...record.values, id: record.id }
  const { dictionary } = facts
  const metric = metricOfNode(node, facts)
  if (metric === null) throw ruleViolated('params.nodeId', 'no_metric', 'The node has no metric: choose one')
  const keys = metric.formula === null ? [metric.key] : metricsOf(expandFormula(metric.formula, dictionary))
  const parts = keys.flatMap((key) => dictionary.get(key) ?? [])
  const nameless = { metric: { ...metricOf(metric), ...wordsOf(metric) }, currency: plan.currency }
  const query = { ...scopedQuery(scopeOf(node, plan), facts), metrics: [...new Set([metric.key, ...keys])] }
  if (query.period.from > query.period.to)
    return { ...nameless, parts: parts.map(metricOf), days: [], sources: [] }
  const days = await queryFacts(scope, { ...query, granularity: 'day' }, dictionary)
  const bySource = await queryFacts(
    scope,
    { ...query, groupBy: ['source'], granularity: 'total' },
    dictionary,
  )
  return {
    ...nameless,
    parts: parts.map(metricOf),
    days: days.rows
      .filter(({ currency, time }) => currency === plan.currency && time !== null)
      .map(({ time, values }) => ({
        day: time ?? '',
        value: values[metric.key] ?? null,
        parts: Object.fromEntries(keys.map((key) => [key, values[key] ?? null])),
      }))
      .toReversed(),
    sources: bySource.rows
      .filter(({ currency }) => currency === plan.currency)
      .map(({ group, names, values }) => ({
        id: group['source'] ?? null,
        name: names['source'] ?? null,
        value: values[metric.key] ?? null,
      })),
  }
}

function wordsOf({ version, definitionZh, definitionEn, formula }: MetricDefinition) {
  return { version, definitionZh, definitionEn, formula: formula === null ? null : formatFormula(formula) }
}
