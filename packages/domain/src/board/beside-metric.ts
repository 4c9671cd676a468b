import type { MetricDefinition } from '../metrics/metric-definition.ts'
import { boardMetricOf, plainText } from './board-metric.ts'

/** What a name says beside the metric, such as a channel; asked of sums and of rates of people, never of a cost. */
export function besideMetric(name: string, metric: MetricDefinition): string {
  const named = boardMetricOf(name, false, false)
  if (named?.metric === metric.key) return named.rest
  const own = [metric.zh, metric.en, metric.key]
    .map((text) => text.toLowerCase())
    .toSorted((a, b) => b.length - a.length)
    .find((text) => name.toLowerCase().includes(text))
  // A usual wording that is not the metric's own name (成交订单) says nothing of a channel by itself.
  return own === undefined ? '' : plainText(name.toLowerCase().replace(own, '')).replace(/^[量数值次]+$/u, '')
}
