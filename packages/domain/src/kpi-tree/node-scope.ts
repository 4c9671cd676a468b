import type { LocalDate } from '../calendar/local-date.ts'
import type { MetricNames } from '../metrics/acquisition-cost.ts'
import type { MetricDefinition } from '../metrics/metric-definition.ts'
import { metricOfName } from '../metrics/metric-of-name.ts'
import { parseTargets } from '../quantity/parse-targets.ts'
import type { Target } from '../quantity/quantity.ts'
import type { KpiNodeValues } from '../records/entities.ts'

export type KpiNode = KpiNodeValues & { readonly id: string }

type NamedNode = Pick<KpiNode, 'name' | 'metric' | 'target'>

/** Facts of some channels over some days; no channel = all. */
export interface FactScope {
  readonly channels: readonly string[]
  /** Both ends included; null = from the first, to the last fact. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

interface Period {
  readonly start: LocalDate | null
  readonly end: LocalDate | null
}

/** "小红书、抖音" names two channels; a blank cell none. */
export function channelsOf(node: Pick<KpiNode, 'channel'>): string[] {
  const names = (node.channel ?? '').split(/[、，,;；\n]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** Days that count for a node: its own, else those of the plan. */
export function periodOf(node: Pick<KpiNode, 'startDate' | 'endDate'>, plan: Period): Period {
  return { start: node.startDate ?? plan.start, end: node.endDate ?? plan.end }
}

export function scopeOf(node: KpiNode, plan: Period): FactScope {
  const { start, end } = periodOf(node, plan)
  return { channels: channelsOf(node), from: start, to: end }
}

/** Equal scopes have the same key. */
export function scopeKey({ channels, from, to }: FactScope): string {
  return JSON.stringify([channels.toSorted(), from, to])
}

/** The metric of a node: the one chosen, else the one its name means. */
export function metricOfNode(node: NamedNode, names: MetricNames): MetricDefinition | null {
  if (node.metric !== null) return names.dictionary.get(node.metric) ?? null
  return metricOfName(node.name, names, parseTargets(node.target ?? '').targets[0]?.quantity.unit === '1:n')
}

/**
 * The metric that a target of the node's cell is about. A cell with one target is about the node's
 * metric whatever the target calls it; of several each that names a known metric is about that one.
 */
export function metricOfTarget(target: Target, node: NamedNode, names: MetricNames): MetricDefinition | null {
  const isOnly = parseTargets(node.target ?? '').targets.length <= 1
  if (isOnly || target.metric === null || target.metric === node.name) return metricOfNode(node, names)
  return metricOfName(target.metric, names, target.quantity.unit === '1:n')
}

/** Keys of all metrics that the node's figures need; none for a node whose value is entered. */
export function metricsOfNode(node: KpiNode, names: MetricNames): string[] {
  if (node.binding === 'entered') return []
  const own = metricOfNode(node, names)
  const named = parseTargets(node.target ?? '').targets.map((target) => metricOfTarget(target, node, names))
  return [...new Set([own, ...named].flatMap((metric) => metric?.key ?? []))]
}
