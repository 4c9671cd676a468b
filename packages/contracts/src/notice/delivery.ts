import { z } from 'zod'
import { Id, Instant, pageOf } from '../common.ts'
import { defineRoute } from '../route.ts'
import { CHANNEL_TYPES } from './channel.ts'

/** `dead`: given up, with the reason; it can be sent again by hand. */
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'dead'] as const

export const DeliveryView = z.object({
  id: Id,
  channelId: Id,
  channelName: z.string(),
  channelType: z.enum(CHANNEL_TYPES),
  /** Who it is written to; null: the group. */
  memberName: z.string().nullable(),
  title: z.string(),
  /** Notices in it. */
  itemCount: z.number().int(),
  state: z.enum(DELIVERY_STATES),
  tries: z.number().int(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  nextTryAt: Instant.nullable(),
  lastError: z.string().nullable(),
  attempts: z.array(
    z.object({
      at: Instant,
      /** null: cut off before the answer; it may have arrived. */
      outcome: z.enum(['sent', 'retry', 'refused']).nullable(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
})
export type DeliveryView = z.infer<typeof DeliveryView>

export const listDeliveries = defineRoute({
  method: 'GET',
  path: '/api/notice-deliveries',
  operationId: 'listDeliveries',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Messages that left or were to leave, newest first, with every try',
  query: z.strictObject({
    channelId: Id.optional(),
    state: z.enum(DELIVERY_STATES).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(100).optional(),
  }),
  response: pageOf(DeliveryView),
})

export const retryDelivery = defineRoute({
  method: 'POST',
  path: '/api/notice-deliveries/{deliveryId}/retry',
  operationId: 'retryDelivery',
  tag: 'notice',
  permission: 'notice.manage',
  summary: 'Send a message again that was given up; under the same delivery id',
  isIdempotencyOff: true,
  params: z.strictObject({ deliveryId: Id }),
  errors: ['wrong_state'],
})
