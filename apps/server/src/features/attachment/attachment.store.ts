import type { Attachment, AttachmentType } from '@yingce/contracts/attachment/attachment'
import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'

/** An attachment with who may take it away still open. */
export interface StoredAttachment extends Omit<Attachment, 'isRemovable'> {
  readonly createdBy: string | null
}

interface Row {
  id: string
  file_name: string
  type: AttachmentType
  byte_count: number
  created_at: string
  created_by: string | null
  by: string | null
}

const COLUMNS = `a.id, a.file_name, a.type, octet_length(a.content) as byte_count, a.created_at, a.created_by, m.name as by
  from attachment a left join member m on m.workspace_id = a.workspace_id and m.id = a.created_by`

/** Of one record, oldest first. */
export async function readAttachments(
  scope: Scope,
  planId: string,
  recordId: string,
): Promise<StoredAttachment[]> {
  const rows = await scope.rows<Row>(
    `select ${COLUMNS} where a.workspace_id = $1 and a.plan_id = $2 and a.record_id = $3 order by a.created_at, a.id`,
    [scope.workspaceId, planId, recordId],
  )
  return rows.map(attachmentOf)
}

/** @throws Refusal `not_found` */
export async function requireAttachment(scope: Scope, planId: string, id: string): Promise<StoredAttachment> {
  const [row] = await scope.rows<Row>(
    `select ${COLUMNS} where a.workspace_id = $1 and a.plan_id = $2 and a.id = $3`,
    [scope.workspaceId, planId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  return attachmentOf(row)
}

export async function readContent(scope: Scope, id: string): Promise<Buffer> {
  const [row] = await scope.rows<{ content: Buffer }>(
    'select content from attachment where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  return row.content
}

export interface NewAttachment {
  readonly id: string
  readonly planId: string
  readonly entity: Entity
  readonly recordId: string
  readonly fileName: string
  readonly type: AttachmentType
  readonly bytes: Buffer
}

export async function insertAttachment(scope: Scope, file: NewAttachment): Promise<void> {
  await scope.run(
    `insert into attachment (workspace_id, plan_id, id, entity, record_id, file_name, type, content, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      scope.workspaceId,
      file.planId,
      file.id,
      file.entity,
      file.recordId,
      file.fileName,
      file.type,
      file.bytes,
      scope.memberId,
      scope.at,
    ],
  )
  scope.note({
    planId: file.planId,
    entity: 'attachment',
    entityId: file.id,
    version: 1,
    action: 'create',
    changes: { recordId: [null, file.recordId], fileName: [null, file.fileName] },
  })
}

export async function deleteAttachment(scope: Scope, planId: string, id: string): Promise<void> {
  const [gone] = await scope.rows<{ record_id: string; file_name: string }>(
    'delete from attachment where workspace_id = $1 and plan_id = $2 and id = $3 returning record_id, file_name',
    [scope.workspaceId, planId, id],
  )
  if (gone === undefined) return
  scope.note({
    planId,
    entity: 'attachment',
    entityId: id,
    version: 2,
    action: 'delete',
    changes: { recordId: [gone.record_id, null], fileName: [gone.file_name, null] },
  })
}

function attachmentOf(row: Row): StoredAttachment {
  return {
    id: row.id,
    fileName: row.file_name,
    type: row.type,
    byteCount: row.byte_count,
    createdAt: row.created_at,
    by: row.by,
    createdBy: row.created_by,
  }
}
