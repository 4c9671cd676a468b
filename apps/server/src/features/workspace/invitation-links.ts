import type { RoleName } from '@yingce/contracts/workspace/member'
import type { Database } from '../../db/database.ts'
import { identityRows } from '../../db/identity-transaction.ts'
import { Refusal } from '../../http/refusal.ts'
import { readLinkToken } from '../../identity/link-token.ts'

export interface InvitationRow {
  id: string
  workspace_id: string
  workspace_name: string
  role: RoleName
  invited_by_name: string
}

export const OPEN_INVITATION = `select i.id, i.workspace_id, i.role, w.name as workspace_name, coalesce(m.name, '') as invited_by_name
  from invitation i join workspace w on w.id = i.workspace_id left join member m on m.workspace_id = i.workspace_id and m.id = i.invited_by
  where i.workspace_id = $1 and i.token_hash = $2 and i.expires_at > $3 and i.uses_left > 0 and i.revoked_at is null`

/** @throws Refusal `invitation_void`, whatever the reason: unknown, used up, revoked or expired */
export async function findInvitation(db: Database, token: string, now: Date): Promise<InvitationRow> {
  const link = readLinkToken(token)
  const [row] =
    link === null
      ? []
      : await identityRows<InvitationRow>(db, OPEN_INVITATION, [link.workspaceId, link.hash, now])
  if (row === undefined) throw new Refusal('invitation_void')
  return row
}
