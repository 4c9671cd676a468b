import { z } from 'zod'
import { LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

/** What figures can be grouped and filtered by, beside the day. */
export const QUERY_DIMENSIONS = [
  'channel',
  'source',
  'plan',
  'task',
  'strategy',
  'creator',
  'account',
  'campaign',
  'adGroup',
  'ad',
  'content',
  'keyword',
  'product',
  'region',
  'audience',
  'placement',
] as const
export type QueryDimension = (typeof QUERY_DIMENSIONS)[number]

const Period = z.strictObject({ from: LocalDate, to: LocalDate })
const Name = z.string().trim().min(1).max(60)

export const MetricQuery = z.strictObject({
  /** Keys of the metric dictionary, stored or computed ones. An unknown one is named in the refusal. */
  metrics: z.array(Name).min(1).max(40),
  groupBy: z.array(Name).max(6).default([]),
  /** By dimension the values that count; null = not assigned, or no such value. */
  filters: z.record(z.string().max(60), z.array(z.string().max(400).nullable()).min(1).max(1000)).default({}),
  /** Both ends included. */
  period: Period,
  granularity: z.enum(['total', 'hour', 'day', 'week', 'month', 'quarter', 'year']).default('total'),
  compareTo: z.union([z.enum(['previous_period', 'previous_year']), Period]).optional(),
  /** Rows at most, after sorting by time and group. */
  limit: z.number().int().min(1).max(50_000).default(10_000),
})
export type MetricQuery = z.infer<typeof MetricQuery>

export const WHY_NO_VALUE = ['no_data', 'zero_base', 'not_additive'] as const

const Figures = z.object({
  /** Money in fen, ratios 0–1 or ×n, counts as numbers; null: see `reasons`. */
  values: z.record(z.string(), z.number().nullable()),
  /** Only for metrics without a value. */
  reasons: z.record(z.string(), z.enum(WHY_NO_VALUE)),
})

export const MetricQueryRow = Figures.extend({
  /** First day of the step; with hours `2026-06-01T05`; null with `total`. */
  time: z.string().nullable(),
  group: z.record(z.string(), z.string().nullable()),
  /** Names of groups that are known by id (source, plan, task, and campaigns whose id tells them apart). */
  names: z.record(z.string(), z.string().nullable()),
  currency: z.string(),
  /** The same group in the period of comparison; null where it has no facts. */
  previous: Figures.nullable(),
})
export type MetricQueryRow = z.infer<typeof MetricQueryRow>

export const queryMetrics = defineRoute({
  method: 'POST',
  path: '/api/metrics/query',
  operationId: 'queryMetrics',
  tag: 'metrics',
  permission: 'record.read',
  summary:
    'Sums and ratios of facts by any dimension. Ratios come from totals; people are never added; amounts of several currencies stay apart',
  isIdempotencyOff: true,
  isQuestion: true,
  body: MetricQuery,
  response: z.object({
    rows: z.array(MetricQueryRow),
    isTruncated: z.boolean(),
    /** The period of comparison. */
    comparedTo: z.object({ from: LocalDate, to: LocalDate }).nullable(),
  }),
  errors: ['rule_violated'],
})
