import type { FactMetric } from '../sheets/metric-field.ts'
import type { MetricDefinition } from './metric-definition.ts'

/**
 * Stored metrics without a meaning of their own (M1: user-defined figures). A workspace takes one by
 * defining a metric whose formula is nothing but its key, and fills it in by hand or by import.
 */
export const OWN_COUNTS = [
  'ownCount1',
  'ownCount2',
  'ownCount3',
  'ownCount4',
  'ownCount5',
  'ownCount6',
] as const satisfies readonly FactMetric[]
export const OWN_LEVELS = ['ownLevel1', 'ownLevel2'] as const satisfies readonly FactMetric[]
const OWN: readonly FactMetric[] = [...OWN_COUNTS, ...OWN_LEVELS]

type Definition = Pick<MetricDefinition, 'zh' | 'en' | 'formula'>

export function isOwnMetric(field: string): boolean {
  return OWN.some((metric) => metric === field)
}

/** Own metrics that have a name, by their key; where two definitions take one, the first names it. */
export function namedOwnMetrics<D extends Definition>(definitions: Iterable<D>): ReadonlyMap<string, D> {
  const named = new Map<string, D>()
  for (const definition of definitions) {
    const { formula } = definition
    if (formula?.type === 'metric' && isOwnMetric(formula.key) && !named.has(formula.key))
      named.set(formula.key, definition)
  }
  return named
}

/** The first of these that nobody has named; null: all are taken. */
export function freeOwnMetric(
  metrics: readonly FactMetric[],
  definitions: Iterable<Definition>,
): FactMetric | null {
  const named = namedOwnMetrics(definitions)
  return metrics.find((metric) => !named.has(metric)) ?? null
}
