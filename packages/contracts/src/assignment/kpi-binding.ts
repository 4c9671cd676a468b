import { BOUND_ENTITIES, type BoundEntity } from '@yingce/domain/assignment/bound-field'
import { z } from 'zod'
import { Id, LocalDate } from '../common.ts'
import { defineRoute } from '../route.ts'

const Word = z.string().trim().min(1).max(120)

/** What a reached value is computed from. */
const Bound = {
  entity: z.enum(BOUND_ENTITIES as readonly [BoundEntity, ...BoundEntity[]]),
  /** Key of the metric dictionary. */
  metric: z.string().trim().min(1).max(60),
  /** Only facts of this channel, of this strategy; null: of all. */
  channel: Word.nullable().default(null),
  strategy: Word.nullable().default(null),
  /** Null: from the first fact on, and up to now. */
  from: LocalDate.nullable().default(null),
  to: LocalDate.nullable().default(null),
}

const KpiBinding = z.object({
  recordId: Id,
  ...Bound,
  /** The computed value as it stands in the record: `1234.56元`, `1.5%`, `36`; null = no facts. */
  text: z.string().nullable(),
})
export type KpiBinding = z.infer<typeof KpiBinding>

const PlanParams = z.strictObject({ planId: Id })
const BoundParams = z.strictObject({ planId: Id, boundId: Id })

export const listKpiBindings = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/kpi-bindings',
  operationId: 'listKpiBindings',
  tag: 'metrics',
  permission: 'record.read',
  summary: 'Tasks, targets and review rows whose reached value is computed from the facts assigned to them',
  params: PlanParams,
  response: z.object({ items: z.array(KpiBinding) }),
})

export const bindKpi = defineRoute({
  method: 'PUT',
  path: '/api/plans/{planId}/kpi-bindings/{boundId}',
  operationId: 'bindKpi',
  tag: 'metrics',
  permission: 'record.update',
  summary: 'Binds the reached value of a record to a metric; it follows the facts from then on',
  params: BoundParams,
  body: z.strictObject(Bound),
  response: KpiBinding,
  errors: ['rule_violated'],
})

export const unbindKpi = defineRoute({
  method: 'DELETE',
  path: '/api/plans/{planId}/kpi-bindings/{boundId}',
  operationId: 'unbindKpi',
  tag: 'metrics',
  permission: 'record.update',
  summary: 'Takes the binding off; the last value stays and can be typed over again',
  params: BoundParams,
})
