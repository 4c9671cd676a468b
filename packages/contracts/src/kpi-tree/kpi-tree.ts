import { FORECAST_METHODS } from '@yingce/domain/forecast/forecast-end'
import { PACING_STATES } from '@yingce/domain/forecast/pacing'
import { COST_BASES } from '@yingce/domain/metrics/acquisition-cost'
import { METRIC_KINDS, METRIC_UNITS } from '@yingce/domain/metrics/metric-definition'
import { KPI_BINDINGS, KPI_LEVELS } from '@yingce/domain/records/entities'
import { z } from 'zod'
import { Id, LocalDate, Ratio } from '../common.ts'
import { KpiStatus } from '../plan/board.ts'
import { defineRoute } from '../route.ts'

const Metric = z.object({
  key: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.enum(METRIC_UNITS),
  kind: z.enum(METRIC_KINDS),
})

/** Amounts in the main unit of the plan's currency (yuan), as targets are written; rates 0–1. */
const Figure = z.number().nullable()

const Target = z.object({
  /** As written. */
  text: z.string(),
  metric: z.string().nullable(),
  actual: Figure,
  attainment: Ratio.nullable(),
  status: KpiStatus,
  isDefaultComparator: z.boolean(),
  /** Why it cannot be judged. */
  problem: z
    .enum([
      'ambiguous_change',
      'no_baseline',
      'ambiguous_actual',
      'unit_mismatch',
      'total_for_unit',
      'mean_for_unit',
      'not_additive',
      'zero_base',
    ])
    .nullable(),
})

const Pacing = z.object({
  state: z.enum(PACING_STATES),
  dueShare: Ratio,
  /** What is due by the last data day. */
  ideal: Figure,
  difference: Figure,
  neededPerDay: Figure,
})

const Forecast = z.object({
  method: z.enum(FORECAST_METHODS),
  expected: z.number(),
  /** P10 and P90. */
  low: z.number(),
  high: z.number(),
  usedDays: z.number().int(),
  missingDays: z.number().int(),
})

const RollUp = z.object({
  method: z.enum(['additive', 'totals', 'mixed', 'not_additive']),
  attainment: Ratio.nullable(),
  value: Figure,
  target: Figure,
  counted: z.number().int(),
  parts: z.number().int(),
})

export const KpiTreeNode = z.object({
  id: Id,
  version: z.number().int(),
  /** null: a root. */
  parentId: Id.nullable(),
  depth: z.number().int(),
  level: z.enum(KPI_LEVELS),
  name: z.string(),
  metric: Metric.nullable(),
  /** By what a cost is divided where its name (获客成本) leaves it open; else null. */
  costBase: z.enum(COST_BASES).nullable(),
  binding: z.enum(KPI_BINDINGS),
  channel: z.string().nullable(),
  owner: z.string().nullable(),
  weight: z.number(),
  start: LocalDate.nullable(),
  end: LocalDate.nullable(),
  targetText: z.string().nullable(),
  baselineText: z.string().nullable(),
  actualText: z.string().nullable(),
  targets: z.array(Target),
  /** Pieces of the target cell that could not be read. */
  unread: z.array(z.string()),
  actual: Figure,
  reason: z.enum(['no_data', 'zero_base', 'not_additive', 'no_metric']).nullable(),
  asOf: LocalDate.nullable(),
  /** The lowest of its targets, not capped. */
  attainment: Ratio.nullable(),
  /** By its own targets, else the worst of its children. */
  status: KpiStatus.nullable(),
  pacing: Pacing.nullable(),
  forecast: Forecast.nullable(),
  rollUp: RollUp.nullable(),
  benchmark: z
    .object({ text: z.string(), source: z.string().nullable(), date: LocalDate.nullable() })
    .nullable(),
})
export type KpiTreeNode = z.infer<typeof KpiTreeNode>

export const KpiTree = z.object({
  today: LocalDate,
  /** Last complete data day: figures and pacing stand as of then. */
  through: LocalDate,
  currency: z.string(),
  /** Parents before children. */
  nodes: z.array(KpiTreeNode),
  /** Rows of the target table that "build from targets" can use. */
  usableTargets: z.number().int(),
})
export type KpiTree = z.infer<typeof KpiTree>

export const getKpiTree = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/kpi-tree',
  operationId: 'getKpiTree',
  tag: 'kpi-tree',
  permission: 'record.read',
  summary: 'The KPI tree with actual values, status, pacing, forecast and roll-up of each node',
  params: z.strictObject({ planId: Id }),
  response: KpiTree,
})

export const KpiNodeFacts = z.object({
  metric: Metric.extend({
    version: z.number().int(),
    definitionZh: z.string(),
    definitionEn: z.string(),
    formula: z.string().nullable(),
  }),
  currency: z.string(),
  /** Metrics that the figure is computed from, itself where it is stored. */
  parts: z.array(Metric),
  /** Days with facts, newest first. Amounts in fen. */
  days: z.array(
    z.object({
      day: LocalDate,
      value: z.number().nullable(),
      parts: z.record(z.string(), z.number().nullable()),
    }),
  ),
  /** Sums by source over the same days. */
  sources: z.array(
    z.object({ id: z.string().nullable(), name: z.string().nullable(), value: z.number().nullable() }),
  ),
})
export type KpiNodeFacts = z.infer<typeof KpiNodeFacts>

export const getKpiNodeFacts = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/kpi-tree/{nodeId}/facts',
  operationId: 'getKpiNodeFacts',
  tag: 'kpi-tree',
  permission: 'record.read',
  summary: 'What stands behind the figure of a node: definition, days and sources',
  params: z.strictObject({ planId: Id, nodeId: Id }),
  response: KpiNodeFacts,
  errors: ['rule_violated'],
})

export const buildKpiTree = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/kpi-tree/build',
  operationId: 'buildKpiTree',
  tag: 'kpi-tree',
  permission: 'record.create',
  summary: 'Makes the first two to five KPIs of an empty tree from the plan’s table of targets',
  params: z.strictObject({ planId: Id }),
  response: z.object({ made: z.number().int() }),
  errors: ['wrong_state', 'rule_violated'],
})
