import { channelsOf, type KpiNode, metricOfTarget } from '../kpi-tree/node-scope.ts'
import type { MetricDefinition, MetricDictionary } from '../metrics/metric-definition.ts'
import type { MetricNames } from '../metrics/acquisition-cost.ts'
import { metricOfName } from '../metrics/metric-of-name.ts'
import { parseTargets } from '../quantity/parse-targets.ts'
import type { Target } from '../quantity/quantity.ts'
import { besideMetric } from './beside-metric.ts'
import { channelOf, type WrittenTarget } from './board-target.ts'

/** A target of a metric, with the node of the KPI tree or the record of the target table that states it. */
export interface StatedTarget<Of> {
  readonly of: Of
  readonly target: Target
  /** The one channel that is meant; null: all together; undefined: several, or something that is no channel. */
  readonly channel: string | null | undefined
}

/** What the KPI tree states of a metric. */
export function targetsOfNodes<Node extends Pick<KpiNode, 'name' | 'metric' | 'target' | 'channel'>>(
  metric: MetricDefinition,
  nodes: readonly Node[],
  dictionary: MetricDictionary,
): StatedTarget<Node>[] {
  return nodes.flatMap((node) => {
    const [channel = null, ...others] = channelsOf(node)
    return parseTargets(node.target ?? '')
      .targets.filter((target) => metricOfTarget(target, node, namesOf(dictionary))?.key === metric.key)
      .map((target) => ({ of: node, target, channel: others.length === 0 ? channel : undefined }))
  })
}

/** What the target table states of a metric. @param channels names of the channels that have facts */
export function targetsOfRecords(
  metric: MetricDefinition,
  records: readonly WrittenTarget[],
  channels: readonly string[],
  dictionary: MetricDictionary,
): StatedTarget<WrittenTarget>[] {
  return records.flatMap((record) =>
    parseTargets(record.target ?? '').targets.flatMap((target) => {
      const name = target.metric ?? record.indicator
      if (metricOfName(name, namesOf(dictionary), target.quantity.unit === '1:n')?.key !== metric.key)
        return []
      return [{ of: record, target, channel: channelOf(besideMetric(name, metric), record, channels) }]
    }),
  )
}

/** Asked of sums and of rates of people only: what 获客成本 means makes no difference to them. */
function namesOf(dictionary: MetricDictionary): MetricNames {
  return { dictionary, hasNewCustomers: false }
}
