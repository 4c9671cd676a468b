import { z } from 'zod'
import { CurrencyCode, Id, Instant } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Where figures come from: an account on a platform, a shop, an interface, or people who fill them in. */
export const MetricSource = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['file', 'api', 'manual', 'connector', 'form']),
  /** Platform whose exports it takes; null = any. */
  preset: z.string().nullable(),
  account: z.string().nullable(),
  /** Channel of figures that name none themselves. */
  channel: z.string().nullable(),
  /** Of all its money. */
  currency: z.string(),
  timeZone: z.string().nullable(),
  /** Field by header word, as people chose it for files of this source; null = left out. */
  mapping: z.record(z.string(), z.string().nullable()),
  factCount: z.number().int(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type MetricSource = z.infer<typeof MetricSource>

const SourceParams = z.strictObject({ sourceId: Id })
const SourceName = z.string().trim().min(1).max(120)

export const listMetricSources = defineRoute({
  method: 'GET',
  path: '/api/metrics/sources',
  operationId: 'listMetricSources',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'Sources of metric facts with the days they cover',
  response: z.object({ items: z.array(MetricSource) }),
})

export const updateMetricSource = defineRoute({
  method: 'PATCH',
  path: '/api/metrics/sources/{sourceId}',
  operationId: 'updateMetricSource',
  tag: 'metrics',
  permission: 'import.run',
  summary: 'Rename a source, set its channel, currency, time zone or saved mapping; facts follow its channel',
  params: SourceParams,
  body: z.strictObject({
    name: SourceName.optional(),
    account: z.string().trim().max(200).nullable().optional(),
    channel: z.string().trim().min(1).max(120).nullable().optional(),
    currency: CurrencyCode.optional(),
    timeZone: z.string().trim().max(60).nullable().optional(),
    mapping: z.record(z.string().max(200), z.string().max(60).nullable()).optional(),
  }),
  response: MetricSource,
  errors: ['already_exists', 'rule_violated'],
})
