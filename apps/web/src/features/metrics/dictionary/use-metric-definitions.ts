import { listMetricDefinitions, type MetricDefinitionView } from '@yingce/contracts/metrics/metric-definition'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { parseFormula } from '@yingce/domain/metrics/parse-formula'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../api/call.ts'

/** The workspace's metric dictionary. */
export const definitionsQuery = queryOptions({
  queryKey: ['metric-definitions'],
  queryFn: async ({ signal }) => (await call(listMetricDefinitions, { signal })).items,
  staleTime: 60_000,
})

/** The same as the engines take it, to check a formula while it is typed. */
export function dictionaryOf(items: readonly MetricDefinitionView[]): MetricDictionary {
  return new Map(
    items.map(({ isOwn: _own, createdAt: _at, author: _author, formula, ...rest }) => [
      rest.key,
      { ...rest, formula: formula === null ? null : parseFormula(formula).formula },
    ]),
  )
}

/** The workspace's metrics with its own; the built-in ones until it is there. */
export function useMetricDictionary(): MetricDictionary {
  const { data } = useQuery(definitionsQuery)
  return useMemo(() => (data === undefined ? BUILT_IN_METRICS : dictionaryOf(data)), [data])
}
