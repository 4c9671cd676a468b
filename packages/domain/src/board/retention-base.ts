import type { RetentionMetric } from '../grading/retention.ts'
import { channelsOf, type KpiNode, metricOfNode } from '../kpi-tree/node-scope.ts'
import type { MetricDefinition, MetricDictionary } from '../metrics/metric-definition.ts'
import { demandOf } from '../objective/demand-of.ts'
import { resolveAim } from '../objective/resolve-aim.ts'
import { parseReached } from '../quantity/parse-targets.ts'
import type { Quantity, Target } from '../quantity/quantity.ts'
import type { WrittenTarget } from './board-target.ts'
import { targetsOfNodes, targetsOfRecords } from './stated-targets.ts'

interface RetentionSources {
  readonly records: readonly WrittenTarget[]
  readonly nodes: readonly Pick<KpiNode, 'name' | 'metric' | 'target' | 'channel' | 'benchmark'>[]
  /** Channels that have facts. */
  readonly channels: readonly string[]
  readonly dictionary: MetricDictionary
}

/** What the retention of a channel is held against, shares 0–1. */
export interface RetentionBase {
  /** By channel; null: of all channels. */
  readonly targets: ReadonlyMap<string | null, number>
  /** Of the trade, as the KPI tree states it; null: it states none. */
  readonly benchmark: number | null
}

/**
 * Targets of the target table and of the KPI tree for a rate of retention, the first of each channel, and
 * the benchmark that stands beside them in the tree. Anything else than a rate to be reached is left out.
 */
export function retentionBase(
  key: RetentionMetric,
  { records, nodes, channels, dictionary }: RetentionSources,
): RetentionBase {
  const metric = dictionary.get(key)
  if (metric === undefined) return { targets: new Map(), benchmark: null }
  const targets = new Map<string | null, number>()
  for (const { target, channel } of [
    ...targetsOfRecords(metric, records, channels, dictionary),
    ...targetsOfNodes(metric, nodes, dictionary),
  ]) {
    const value = demandedRate(target, metric)
    if (channel !== undefined && value !== null && !targets.has(channel)) targets.set(channel, value)
  }
  let benchmark: number | null = null
  for (const node of nodes) {
    if (
      metricOfNode(node, { dictionary, hasNewCustomers: false })?.key === key &&
      channelsOf(node).length === 0
    )
      benchmark ??= rateOf(parseReached(node.benchmark ?? '').values[0]?.quantity ?? null)
  }
  return { targets, benchmark }
}

function demandedRate({ metric: name, quantity }: Target, metric: MetricDefinition): number | null {
  if (quantity.perBasis !== null || rateOf(quantity) === null) return null
  const { aim } = resolveAim({ metric: name, quantity }, null, metric.direction)
  return aim === null ? null : demandOf(aim, 'floor')
}

/** A percentage, or a number that can be one. */
function rateOf(quantity: Quantity | null): number | null {
  if (quantity === null) return null
  const { unit, value } = quantity
  return unit === '%' || unit === '‰' || (unit === null && value <= 1) ? value : null
}
