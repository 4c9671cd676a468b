import { ENTITY_NAMES } from '@yingce/domain/records/entities'
import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { defineRoute } from '../route.ts'

/** Largest file, bytes. A phone's photo is made smaller before it is sent. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024
/** Most files of one record. */
export const MAX_ATTACHMENTS = 20

/** What is taken, told by its first bytes and not by its name. */
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number]

/** A photo, a receipt or another paper of one record 附件. */
export const Attachment = z.object({
  id: Id,
  fileName: z.string(),
  type: z.enum(ATTACHMENT_TYPES),
  byteCount: z.number().int(),
  createdAt: Instant,
  /** Name of who added it; null: no longer a member. */
  by: z.string().nullable(),
  /** Whether the asking person may remove it. */
  isRemovable: z.boolean(),
})
export type Attachment = z.infer<typeof Attachment>

const PlanParams = z.object({ planId: Id })
const OneParams = z.object({ planId: Id, attachmentId: Id })
/** The record that a file belongs to. */
export const AttachmentPlace = z.strictObject({ entity: z.enum(ENTITY_NAMES), recordId: Id })

export const listAttachments = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/attachments',
  operationId: 'listAttachments',
  tag: 'attachment',
  permission: 'record.read',
  summary: 'Photos and papers of one record, in the order they came',
  params: PlanParams,
  query: AttachmentPlace,
  response: z.object({ items: z.array(Attachment) }),
})

export const addAttachment = defineRoute({
  method: 'POST',
  path: '/api/plans/{planId}/attachments',
  operationId: 'addAttachment',
  tag: 'attachment',
  permission: 'record.update',
  summary: 'Add a photo or a PDF to a record',
  params: PlanParams,
  body: AttachmentPlace,
  upload: { maxBytes: MAX_ATTACHMENT_BYTES },
  response: Attachment,
  status: 201,
  errors: ['attachment_type', 'attachment_limit', 'payload_too_large'],
})

export const readAttachment = defineRoute({
  method: 'GET',
  path: '/api/plans/{planId}/attachments/{attachmentId}',
  operationId: 'readAttachment',
  tag: 'attachment',
  permission: 'record.read',
  summary: 'The file itself',
  params: OneParams,
  binary: { contentType: 'application/octet-stream', description: 'The file, of the type it was read as' },
})

export const removeAttachment = defineRoute({
  method: 'DELETE',
  path: '/api/plans/{planId}/attachments/{attachmentId}',
  operationId: 'removeAttachment',
  tag: 'attachment',
  permission: 'record.delete',
  summary: 'Take a file away: one’s own, or any for whoever manages the plan',
  params: OneParams,
})
