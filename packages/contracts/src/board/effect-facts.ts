import { z } from 'zod'
import { Fen, Id } from '../common.ts'
import { defineRoute } from '../route.ts'

const Figures = z.object({
  impressions: z.number().nullable(),
  clicks: z.number().nullable(),
  conversions: z.number().nullable(),
  cost: Fen.nullable(),
  revenue: Fen.nullable(),
})

const ComputedRow = z.object({
  /** Null: a channel with facts that has no row yet. */
  recordId: Id.nullable(),
  channel: z.string(),
  content: z.string().nullable(),
  /** As they stand in the sheet. */
  before: Figures,
  /** As the facts have them; null stays as it is. */
  computed: Figures,
  isChanged: z.boolean(),
})

const PlanParams = z.strictObject({ planId: Id })

export const getEffectFacts = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/effect-facts',
  operationId: 'getEffectFacts',
  tag: 'board',
  permission: 'budget.read',
  summary: 'The effect analysis as the facts assigned to the plan have it, beside what stands in the sheet',
  params: PlanParams,
  response: z.object({
    items: z.array(ComputedRow),
    /** Rows that the facts say nothing of. */
    rowsWithoutFacts: z.number().int(),
  }),
})

export const takeEffectFacts = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/effect-facts',
  operationId: 'takeEffectFacts',
  tag: 'board',
  permission: 'record.update',
  summary:
    'Takes the computed figures into rows of the effect analysis, and new rows for channels without one',
  status: 200,
  params: PlanParams,
  body: z.strictObject({
    recordIds: z.array(Id).max(1000),
    /** Channels that get a row. */
    channels: z.array(z.string().min(1).max(500)).max(200).default([]),
  }),
  response: z.object({ updated: z.number().int(), created: z.number().int() }),
})
