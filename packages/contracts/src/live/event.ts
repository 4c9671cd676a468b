import { z } from 'zod'
import { Id } from '../common.ts'
import { defineRoute } from '../route.ts'

/**
 * Server-sent events, one JSON object per `data:` line, `id:` is the sequence
 * number to resume from (`Last-Event-ID` or `since`).
 *
 * - `event: change`  → ChangeEvent: something was written; fetch what you show of it.
 * - `event: presence`→ PresenceEvent: who is where (no id; not replayed).
 * - `event: reset`   → the sequence asked for is no longer kept: load afresh.
 */
export const ChangeEvent = z.object({
  seq: z.number().int(),
  planId: Id.nullable(),
  entity: z.string(),
  action: z.enum(['create', 'update', 'delete', 'bulk']),
  /** Ids of the records; empty with `bulk` over 100 records: load the list afresh. */
  ids: z.array(z.string()),
  version: z.number().int().nullable(),
  fields: z.array(z.string()),
  by: z.string().nullable(),
  memberId: Id.nullable(),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>

export const PresenceEvent = z.object({
  planId: Id,
  people: z.array(
    z.object({
      memberId: Id,
      clientId: z.string(),
      name: z.string(),
      view: z.string(),
      recordId: z.string().nullable(),
      field: z.string().nullable(),
    }),
  ),
})
export type PresenceEvent = z.infer<typeof PresenceEvent>

export const streamEvents = defineRoute({
  method: 'GET',
  path: '/api/events',
  operationId: 'streamEvents',
  tag: 'live',
  permission: 'event.read',
  summary: 'Live changes of the workspace as server-sent events',
  query: z.strictObject({ since: z.coerce.number().int().min(0).optional() }),
  binary: { contentType: 'text/event-stream', description: 'ChangeEvent and PresenceEvent as JSON' },
})

export const announcePresence = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/presence',
  operationId: 'announcePresence',
  tag: 'live',
  permission: 'event.read',
  summary: 'Say where I am in the plan; forgotten after 40 s',
  isIdempotencyOff: true,
  params: z.strictObject({ planId: Id }),
  body: z.strictObject({
    clientId: z.string().min(8).max(64),
    view: z.string().max(40),
    recordId: Id.nullable(),
    field: z.string().max(60).nullable(),
  }),
})
