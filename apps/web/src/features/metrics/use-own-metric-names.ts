import { namedOwnMetrics } from '@yingce/domain/metrics/own-metric'
import { useMemo } from 'react'
import { currentLocale } from '../../i18n.ts'
import { useMetricDictionary } from './dictionary/use-metric-definitions.ts'

/** What the workspace calls its own metrics, by field. */
export function useOwnMetricNames(): ReadonlyMap<string, string> {
  const dictionary = useMetricDictionary()
  return useMemo(
    () =>
      new Map(
        [...namedOwnMetrics(dictionary.values())].map(([field, { zh, en }]) => [
          field,
          currentLocale() === 'en' ? en : zh,
        ]),
      ),
    [dictionary],
  )
}
