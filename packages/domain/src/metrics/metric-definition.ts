import type { Formula } from './formula.ts'

/**
 * How a metric behaves when rows are put together (docs/domain/metrics.md):
 * `flow` is summed; `ratio` is computed from the totals of its parts; `level` 存量/指数
 * is the last value of the period; `unique` 去重 counts people and does not add over days
 * or channels; `survey` 调研值 is a reading with its wave and sample.
 */
export const METRIC_KINDS = ['flow', 'ratio', 'level', 'unique', 'survey'] as const
export type MetricKind = (typeof METRIC_KINDS)[number]

/**
 * `money` is integer fen, `money_per_count` fen per thing (CPC, AOV), `share` a ratio 0–1
 * shown as a percentage, `multiple` a ratio shown as ×n (ROAS), `index` a figure without a
 * unit of its own (search index, score), `seconds` a time.
 */
export const METRIC_UNITS = [
  'count',
  'money',
  'money_per_count',
  'count_per_count',
  'share',
  'multiple',
  'index',
  'seconds',
] as const
export type MetricUnit = (typeof METRIC_UNITS)[number]

/**
 * The written definition of one metric 指标口径. Definitions are never changed in place: a new
 * wording or formula is the next version, so that an old report still says what it meant.
 */
export interface MetricDefinition {
  /** lower_snake_case, stable for ever. */
  readonly key: string
  /** From 1. */
  readonly version: number
  readonly zh: string
  readonly en: string
  readonly unit: MetricUnit
  readonly kind: MetricKind
  readonly direction: 'higher' | 'lower'
  /** One sentence that settles what is counted, with the base of a rate named. */
  readonly definitionZh: string
  readonly definitionEn: string
  /** null: the metric is read from facts, not computed. */
  readonly formula: Formula | null
}

/** Definitions by key. */
export type MetricDictionary = ReadonlyMap<string, MetricDefinition>
