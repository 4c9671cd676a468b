import type { Entity } from '@yingce/domain/records/entities'
import { z } from 'zod'
import { Id } from '../common.ts'
import { EditConflict } from '../error.ts'
import { defineRoute } from '../route.ts'
import { listQuerySchema } from './list-query.ts'
import { createValuesSchema, patchValuesSchema, recordViewSchema, UnreadCells } from './record-schema.ts'

/** The most records in one bulk request. */
export const MAX_BULK = 10_000

const PlanParams = z.strictObject({ planId: Id })
const RecordParams = z.strictObject({ planId: Id, recordId: Id })

/**
 * Path segment and English names per entity; the path is the plural. An entity
 * that is missing here does not compile, so that no record is left without routes.
 */
export const RECORD_NAMES = {
  phase: { path: 'phases', one: 'Phase', many: 'Phases' },
  task: { path: 'tasks', one: 'Task', many: 'Tasks' },
  execution_step: { path: 'execution-steps', one: 'ExecutionStep', many: 'ExecutionSteps' },
  channel_effect: { path: 'channel-effects', one: 'ChannelEffect', many: 'ChannelEffects' },
  allocation: { path: 'allocations', one: 'Allocation', many: 'Allocations' },
  effect_review: { path: 'effect-reviews', one: 'EffectReview', many: 'EffectReviews' },
  target: { path: 'targets', one: 'Target', many: 'Targets' },
  budget_line: { path: 'budget-lines', one: 'BudgetLine', many: 'BudgetLines' },
  risk: { path: 'risks', one: 'Risk', many: 'Risks' },
  effect_evaluation: { path: 'effect-evaluations', one: 'EffectEvaluation', many: 'EffectEvaluations' },
  metric_fact: { path: 'metric-facts', one: 'MetricFact', many: 'MetricFacts' },
  issue: { path: 'issues', one: 'Issue', many: 'Issues' },
  adjustment: { path: 'adjustments', one: 'Adjustment', many: 'Adjustments' },
  competitor_event: { path: 'competitor-events', one: 'CompetitorEvent', many: 'CompetitorEvents' },
  root_cause: { path: 'root-causes', one: 'RootCause', many: 'RootCauses' },
  meeting: { path: 'meetings', one: 'Meeting', many: 'Meetings' },
  kpi_node: { path: 'kpi-nodes', one: 'KpiNode', many: 'KpiNodes' },
} as const satisfies Record<Entity, { path: string; one: string; many: string }>

/** One new record: `id` may be chosen by the client (UUID), `position` puts it between two others. */
function creationSchema<E extends Entity>(entity: E) {
  return z.strictObject({
    id: Id.optional(),
    position: z.number().optional(),
    unread: UnreadCells.optional(),
    values: createValuesSchema(entity),
  })
}

/**
 * An edit: `version` is the one that the editor saw. Where it is no longer the
 * standing one, fields that nobody else touched are merged, and a field that
 * somebody else changed meanwhile is an `edit_conflict` with base, current and
 * yours; `isOverwriting` is the person's answer to that choice.
 */
function editSchema<E extends Entity>(entity: E) {
  return z.strictObject({
    version: z.number().int().min(1),
    values: patchValuesSchema(entity),
    /** Sets the unread text of a field; null takes it away. */
    unread: z.record(z.string(), z.string().max(20_000).nullable()).optional(),
    position: z.number().optional(),
    isOverwriting: z.boolean().optional(),
  })
}

/** All routes of one entity of a plan; the same for every entity. */
export function recordRoutes<E extends Entity>(entity: E) {
  const { path, one, many } = RECORD_NAMES[entity]
  const base = `/api/plans/{planId}/${path}`
  const View = recordViewSchema(entity)
  const edit = editSchema(entity)
  return {
    list: defineRoute({
      method: 'GET',
      path: base,
      operationId: `list${many}`,
      tag: entity,
      permission: 'record.read',
      summary: 'List with filter, sort and cursor paging',
      params: PlanParams,
      query: listQuerySchema(entity),
      response: z.object({
        items: z.array(View),
        nextCursor: z.string().nullable(),
        total: z.number().int().nullable(),
      }),
    }),
    get: defineRoute({
      method: 'GET',
      path: `${base}/{recordId}`,
      operationId: `get${one}`,
      tag: entity,
      permission: 'record.read',
      summary: 'One record',
      params: RecordParams,
      response: View,
    }),
    create: defineRoute({
      method: 'POST',
      path: base,
      operationId: `create${one}`,
      tag: entity,
      permission: 'record.create',
      summary: 'Create one',
      status: 201,
      params: PlanParams,
      body: creationSchema(entity),
      response: View,
      errors: ['already_exists', 'rule_violated'],
    }),
    update: defineRoute({
      method: 'PATCH',
      path: `${base}/{recordId}`,
      operationId: `update${one}`,
      tag: entity,
      permission: 'record.update',
      summary: 'Change some fields; merges with edits of others to other fields',
      params: RecordParams,
      body: edit,
      response: View,
      errors: ['edit_conflict', 'rule_violated'],
    }),
    remove: defineRoute({
      method: 'DELETE',
      path: `${base}/{recordId}`,
      operationId: `delete${one}`,
      tag: entity,
      permission: 'record.delete',
      summary: 'Delete one; its history stays and it can be restored by creating it with its id',
      params: RecordParams,
    }),
    createMany: defineRoute({
      method: 'POST',
      path: `${base}/bulk`,
      operationId: `createMany${many}`,
      tag: entity,
      permission: 'record.create',
      summary: `Create up to ${MAX_BULK} at once, all or none`,
      status: 201,
      params: PlanParams,
      body: z.strictObject({ items: z.array(creationSchema(entity)).min(1).max(MAX_BULK) }),
      response: z.object({
        items: z.array(z.object({ id: Id, version: z.number().int(), position: z.number() })),
      }),
      errors: ['already_exists', 'rule_violated'],
    }),
    updateMany: defineRoute({
      method: 'PATCH',
      path: `${base}/bulk`,
      operationId: `updateMany${many}`,
      tag: entity,
      permission: 'record.update',
      summary: `Change up to ${MAX_BULK} at once; what conflicts is left as it stands and reported, the rest is written`,
      params: PlanParams,
      body: z.strictObject({
        items: z
          .array(edit.extend({ id: Id }))
          .min(1)
          .max(MAX_BULK),
      }),
      response: z.object({
        items: z.array(z.object({ id: Id, version: z.number().int() })),
        conflicts: z.array(EditConflict),
        /** Ids that are no longer there. */
        missing: z.array(Id),
      }),
      errors: ['rule_violated'],
    }),
    removeMany: defineRoute({
      method: 'POST',
      path: `${base}/bulk-delete`,
      operationId: `deleteMany${many}`,
      tag: entity,
      permission: 'record.delete',
      summary: `Delete up to ${MAX_BULK} at once, all or none`,
      params: PlanParams,
      body: z.strictObject({ ids: z.array(Id).min(1).max(MAX_BULK) }),
      response: z.object({ count: z.number().int() }),
    }),
  }
}

export type RecordRoutes<E extends Entity> = ReturnType<typeof recordRoutes<E>>
