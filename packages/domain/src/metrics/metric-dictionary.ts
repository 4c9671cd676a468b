import { FACT_DEFINITIONS } from './fact-metrics.ts'
import type { MetricDefinition, MetricDictionary } from './metric-definition.ts'
import { RATIO_DEFINITIONS } from './ratio-metrics.ts'

/** Every built-in metric by key (M1, M2). */
export const BUILT_IN_METRICS: MetricDictionary = new Map(
  [...FACT_DEFINITIONS, ...RATIO_DEFINITIONS].map((metric) => [metric.key, metric]),
)

/**
 * The dictionary of a workspace: the built-in metrics and its own, of each key the highest
 * version. A workspace may restate a built-in one: its version 2 is then what counts.
 *
 * @param own checked with `checkFormula` when they were written
 * @param asOf by key, the version that an old report used, instead of the latest
 */
export function withDefinitions(
  own: readonly MetricDefinition[],
  asOf: Readonly<Record<string, number>> = {},
): MetricDictionary {
  const chosen = new Map<string, MetricDefinition>()
  for (const metric of [...BUILT_IN_METRICS.values(), ...own]) {
    const wanted = Object.hasOwn(asOf, metric.key) ? asOf[metric.key] : undefined
    const known = chosen.get(metric.key)
    const isBetter = known === undefined || metric.version > known.version
    if (wanted === undefined ? isBetter : metric.version === wanted) chosen.set(metric.key, metric)
  }
  return chosen
}
