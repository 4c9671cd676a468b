import { METRIC_KINDS, METRIC_UNITS } from '@yingce/domain/metrics/metric-definition'
import { z } from 'zod'
import { Instant } from '../common.ts'
import { defineRoute } from '../route.ts'

const Key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{1,39}$/, 'a letter, then letters, digits and _, 2 to 40 in all')
const Words = z.string().trim().min(1).max(60)
const Sentence = z.string().trim().min(1).max(500)

export const MetricDefinitionView = z.object({
  key: z.string(),
  version: z.number().int(),
  zh: z.string(),
  en: z.string(),
  unit: z.enum(METRIC_UNITS),
  kind: z.enum(METRIC_KINDS),
  direction: z.enum(['higher', 'lower']),
  definitionZh: z.string(),
  definitionEn: z.string(),
  /** null: read from facts. */
  formula: z.string().nullable(),
  /** Defined by the workspace, not built in. */
  isOwn: z.boolean(),
  /** When and by whom this version was written; null: built in, or the member has left. */
  createdAt: Instant.nullable(),
  author: z.string().nullable(),
})
export type MetricDefinitionView = z.infer<typeof MetricDefinitionView>

const Content = {
  zh: Words,
  en: Words,
  unit: z.enum(METRIC_UNITS),
  direction: z.enum(['higher', 'lower']),
  definitionZh: Sentence,
  definitionEn: Sentence,
  formula: z.string().trim().min(1).max(500),
}
const Place = z.strictObject({ metricKey: z.string().max(60) })

export const listMetricDefinitions = defineRoute({
  method: 'GET',
  path: '/api/metrics/definitions',
  operationId: 'listMetricDefinitions',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'The metric dictionary: built-in metrics and the workspace’s own, of each the latest version',
  response: z.object({ items: z.array(MetricDefinitionView) }),
})

export const listMetricVersions = defineRoute({
  method: 'GET',
  path: '/api/metrics/definitions/{metricKey}/versions',
  operationId: 'listMetricVersions',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'All versions of a definition, newest first',
  params: Place,
  response: z.object({ items: z.array(MetricDefinitionView) }),
})

export const createMetricDefinition = defineRoute({
  method: 'POST',
  path: '/api/metrics/definitions',
  operationId: 'createMetricDefinition',
  tag: 'metrics',
  permission: 'workspace.update',
  summary: 'Define a metric of the workspace by a formula; its kind follows from the formula',
  status: 201,
  body: z.strictObject({ key: Key, ...Content }),
  response: MetricDefinitionView,
  errors: ['already_exists', 'rule_violated'],
})

export const updateMetricDefinition = defineRoute({
  method: 'PATCH',
  path: '/api/metrics/definitions/{metricKey}',
  operationId: 'updateMetricDefinition',
  tag: 'metrics',
  permission: 'workspace.update',
  summary: 'Write the next version of a metric of the workspace; earlier versions stay as they are',
  params: Place,
  /** `version` is the one that was changed. */
  body: z.strictObject({ version: z.number().int().min(1), ...Content }),
  response: MetricDefinitionView,
  errors: ['wrong_state', 'rule_violated'],
})
