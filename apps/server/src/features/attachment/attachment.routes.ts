import {
  addAttachment as addRoute,
  type Attachment,
  AttachmentPlace,
  listAttachments,
  MAX_ATTACHMENT_BYTES,
  readAttachment,
  removeAttachment,
} from '@yingce/contracts/attachment/attachment'
import { can } from '@yingce/domain/access/can'
import type { AppContext } from '../../app-context.ts'
import { receiveUpload } from '../../files/receive-upload.ts'
import { mountAction, mountFile, mountOpen } from '../../http/mount-route.ts'
import { requireCan } from '../../http/permission.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { readRecord, requirePlan } from '../../records/read-records.ts'
import { addAttachment } from './add-attachment.ts'
import {
  deleteAttachment,
  readAttachments,
  readContent,
  requireAttachment,
  type StoredAttachment,
} from './attachment.store.ts'

export function mountAttachments(app: AppContext): void {
  mountAction(app, listAttachments, async ({ params, query, principal }, scope) => {
    await readRecord(scope, params.planId, query.entity, query.recordId)
    const stored = await readAttachments(scope, params.planId, query.recordId)
    return { items: stored.map((each) => viewOf(each, principal)) }
  })
  mountOpen(app, addRoute, async ({ params, principal, request, inWorkspace }) => {
    const { bytes, fileName, fields } = await receiveUpload(request, AttachmentPlace, MAX_ATTACHMENT_BYTES)
    return inWorkspace(async (scope) => {
      await requirePlan(scope, params.planId)
      const file = { ...fields, id: app.ids(), planId: params.planId, fileName, bytes }
      return viewOf(await addAttachment(scope, file), principal)
    })
  })
  mountFile(app, readAttachment, ({ params, reply, inWorkspace }) =>
    inWorkspace(async (scope) => {
      const { fileName, type } = await requireAttachment(scope, params.planId, params.attachmentId)
      // It never changes: an id is given once.
      reply.header('cache-control', 'private, max-age=31536000, immutable')
      return { body: await readContent(scope, params.attachmentId), fileName, contentType: type }
    }),
  )
  mountAction(app, removeAttachment, async ({ params, principal }, scope) => {
    const { createdBy } = await requireAttachment(scope, params.planId, params.attachmentId)
    requireCan(principal, 'record.delete', { ownerMemberId: createdBy })
    await deleteAttachment(scope, params.planId, params.attachmentId)
  })
}

function viewOf({ createdBy, ...stored }: StoredAttachment, { member }: MemberPrincipal): Attachment {
  const actor = { role: member.role, memberId: member.id }
  return { ...stored, isRemovable: can(actor, 'record.delete', { ownerMemberId: createdBy }).allowed }
}
