import {
  QUERY_DIMENSIONS,
  type MetricQuery,
  type QueryDimension,
} from '@yingce/contracts/metrics/metric-query'
import { expandFormula } from '@yingce/domain/metrics/aggregate'
import { type Formula, metricsOf } from '@yingce/domain/metrics/formula'
import type { MetricDefinition, MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { type FactMetric, isFactMetric } from '@yingce/domain/sheets/metric-field'
import { Refusal } from '../../../http/refusal.ts'
import { isFlow } from './query-figures.ts'

/** One asked metric: read as it is stored, or computed from stored ones. */
export interface AskedMetric {
  readonly definition: MetricDefinition
  readonly formula: Formula | null
  /** Stored metrics it is made of; itself where it is stored. */
  readonly parts: readonly FactMetric[]
}

export interface QueryTerms {
  readonly metrics: readonly AskedMetric[]
  readonly groupBy: readonly QueryDimension[]
  readonly filters: readonly {
    readonly dimension: QueryDimension
    readonly values: readonly (string | null)[]
  }[]
  /** All stored metrics that are needed. */
  readonly stored: readonly FactMetric[]
}

const DIMENSIONS: ReadonlySet<string> = new Set(QUERY_DIMENSIONS)

function isDimension(name: string): name is QueryDimension {
  return DIMENSIONS.has(name)
}

function asked(key: string, dictionary: MetricDictionary): AskedMetric | null {
  const definition = dictionary.get(key)
  if (definition === undefined) return null
  const formula = definition.formula === null ? null : expandFormula(definition.formula, dictionary)
  const keys = formula === null ? [key] : metricsOf(formula)
  const parts = keys.filter(isFactMetric)
  return parts.length === keys.length ? { definition, formula, parts } : null
}

/**
 * What a query asks for, by known names.
 *
 * @throws Refusal `invalid_request` naming every unknown metric and dimension
 */
export function queryTerms(query: MetricQuery, dictionary: MetricDictionary): QueryTerms {
  const issues: { path: string; code: string; message: string; params: Record<string, unknown> }[] = []
  const unknown = (path: string, what: string, name: string) =>
    issues.push({ path, code: `unknown_${what}`, message: `There is no ${what} "${name}"`, params: { name } })
  const metrics = query.metrics.flatMap((key, index) => {
    const found = asked(key, dictionary)
    if (found === null) unknown(`body.metrics.${index}`, 'metric', key)
    return found ?? []
  })
  const groupBy = query.groupBy.flatMap((name, index) => {
    if (isDimension(name)) return [name]
    unknown(`body.groupBy.${index}`, 'dimension', name)
    return []
  })
  const filters = Object.entries(query.filters).flatMap(([name, values]) => {
    if (isDimension(name)) return [{ dimension: name, values }]
    unknown(`body.filters.${name}`, 'dimension', name)
    return []
  })
  if (issues.length > 0) throw new Refusal('invalid_request', { issues })
  return {
    metrics,
    groupBy: [...new Set(groupBy)],
    filters,
    stored: [...new Set(metrics.flatMap(({ parts }) => parts))],
  }
}

/** Does every needed metric add up, so that the sums by day answer? */
export function isAdditive({ stored }: QueryTerms): boolean {
  return stored.every(isFlow)
}
