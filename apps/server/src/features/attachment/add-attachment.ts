import { MAX_ATTACHMENTS } from '@yingce/contracts/attachment/attachment'
import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readRecord } from '../../records/read-records.ts'
import { attachmentType } from './attachment-type.ts'
import {
  insertAttachment,
  readAttachments,
  requireAttachment,
  type StoredAttachment,
} from './attachment.store.ts'

interface AddedFile {
  readonly id: string
  readonly planId: string
  readonly entity: Entity
  readonly recordId: string
  readonly fileName: string
  readonly bytes: Buffer
}

/** @throws Refusal `attachment_type`; `attachment_limit`; `not_found` when the record is not there */
export async function addAttachment(scope: Scope, file: AddedFile): Promise<StoredAttachment> {
  const type = attachmentType(file.bytes)
  if (type === null) throw new Refusal('attachment_type', { params: { fileName: file.fileName } })
  await readRecord(scope, file.planId, file.entity, file.recordId)
  const there = await readAttachments(scope, file.planId, file.recordId)
  if (there.length >= MAX_ATTACHMENTS)
    throw new Refusal('attachment_limit', { params: { most: MAX_ATTACHMENTS } })
  await insertAttachment(scope, { ...file, type })
  return requireAttachment(scope, file.planId, file.id)
}
