import type { RetentionMetric } from '../grading/retention.ts'
import { channelsOf, type KpiNode, metricOfTarget } from '../kpi-tree/node-scope.ts'
import type { MetricDefinition, MetricDictionary } from '../metrics/metric-definition.ts'
import { metricOfName } from '../metrics/metric-of-name.ts'
import { resolveAim } from '../objective/resolve-aim.ts'
import { parseReached, parseTargets } from '../quantity/parse-targets.ts'
import type { Quantity, Target } from '../quantity/quantity.ts'
import { besideMetric } from './beside-metric.ts'
import { channelOf, type WrittenTarget } from './board-target.ts'

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
  const add = (channel: string | null | undefined, target: Target) => {
    const value = demandedRate(target, metric)
    if (channel !== undefined && value !== null && !targets.has(channel)) targets.set(channel, value)
  }
  for (const record of records)
    for (const target of parseTargets(record.target ?? '').targets) {
      const name = target.metric ?? record.indicator
      if (metricOfName(name, dictionary)?.key === key)
        add(channelOf(besideMetric(name, metric), record, channels), target)
    }
  let benchmark: number | null = null
  for (const node of nodes) {
    const [channel = null, ...others] = channelsOf(node)
    for (const target of parseTargets(node.target ?? '').targets)
      if (metricOfTarget(target, node, dictionary)?.key === key)
        add(others.length === 0 ? channel : undefined, target)
    const isOwn =
      node.metric === key || (node.metric === null && metricOfName(node.name, dictionary)?.key === key)
    if (isOwn && channel === null)
      benchmark ??= rateOf(parseReached(node.benchmark ?? '').values[0]?.quantity ?? null)
  }
  return { targets, benchmark }
}

function demandedRate({ metric: name, quantity }: Target, metric: MetricDefinition): number | null {
  if (quantity.perBasis !== null || rateOf(quantity) === null) return null
  const { aim } = resolveAim({ metric: name, quantity }, null, metric.direction)
  if (aim === null || aim.comparator === 'lt' || aim.comparator === 'lte') return null
  return aim.comparator === 'range' ? aim.from : aim.value
}

/** A percentage, or a number that can be one. */
function rateOf(quantity: Quantity | null): number | null {
  if (quantity === null) return null
  const { unit, value } = quantity
  return unit === '%' || unit === '‰' || (unit === null && value <= 1) ? value : null
}
