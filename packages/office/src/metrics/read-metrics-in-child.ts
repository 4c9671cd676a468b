import type { MetricFacts } from '@yingce/domain/sheets/metric-facts'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import { inReadingProcess } from '../read/in-reading-process.ts'
import { DEFAULT_MEMORY_BYTES } from '../read/read-workbook-in-child.ts'
import type { FactPart } from './fact-parts.ts'
import type { MetricsReading, ReadMetricsOptions } from './read-metrics.ts'

/** A million rows take some three seconds of a free processor; the time in which the parts are taken counts too. */
export const METRICS_TIMEOUT_MS = 180_000

export interface MetricsJob {
  /** Length of the file, which comes by the standard input. */
  readonly size: number
  readonly options: ReadMetricsOptions
}

/** The reading without its facts, which go by parts. */
export interface MetricsAnswer
  extends Omit<MetricsReading, 'metrics'>, Omit<MetricFacts, 'facts' | 'unmergeable'> {
  readonly factCount: number
  readonly unmergeable: readonly FactMetric[]
  /** First and last day of the facts. */
  readonly span: { readonly from: string | null; readonly to: string | null }
}

/**
 * {@link readMetrics} in a process of its own; the facts come in parts, each of
 * which is taken before the next is made.
 *
 * @throws OfficeFileError as readMetrics, and `too_costly`
 */
export function readMetricsInChild(
  bytes: Uint8Array,
  options: ReadMetricsOptions,
  onPart: (part: FactPart) => Promise<void>,
  signal?: AbortSignal,
): Promise<MetricsAnswer> {
  return inReadingProcess<MetricsJob, FactPart, MetricsAnswer>(
    new URL('./read-metrics-child.ts', import.meta.url),
    { size: bytes.length, options },
    { input: bytes, timeoutMs: METRICS_TIMEOUT_MS, memoryBytes: DEFAULT_MEMORY_BYTES, signal, onPart },
  )
}
