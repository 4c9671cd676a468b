import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { defineRoute } from '../route.ts'

/** One accepted write: who, when, and for each changed field from what to what. */
export const HistoryEntry = z.object({
  seq: z.number().int(),
  entity: z.string(),
  recordId: z.string(),
  version: z.number().int(),
  action: z.enum(['create', 'update', 'delete']),
  by: z.string().nullable(),
  at: Instant,
  /** Where the write came from. */
  source: z.enum(['page', 'api', 'import', 'undo', 'template', 'sample', 'job']),
  importId: Id.nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const listHistory = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/history',
  operationId: 'listHistory',
  tag: 'history',
  permission: 'history.read',
  summary: 'Newest first; of the whole plan or of one record',
  params: z.strictObject({ planId: Id }),
  query: z.strictObject({
    recordId: Id.optional(),
    entity: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({ items: z.array(HistoryEntry), nextCursor: z.string().nullable() }),
})
