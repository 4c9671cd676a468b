import type { RoleName } from '@yingce/contracts/workspace/member'
import type { Database } from '../../db/database.ts'
import { identityRows } from '../../db/identity-transaction.ts'
import { Refusal } from '../../http/refusal.ts'
import { hashOf, newSecret } from '../../identity/secret.ts'

/** What the link of an invitation names: 16 bytes of workspace, then the secret. */
const FORM = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/
const UUID_BYTES = 16

export interface InvitationRow {
  id: string
  workspace_id: string
  workspace_name: string
  role: RoleName
  invited_by_name: string
}

export function newLinkToken(workspaceId: string): { token: string; hash: Buffer } {
  const secret = newSecret()
  return {
    token: Buffer.from(workspaceId.replaceAll('-', ''), 'hex').toString('base64url') + secret,
    hash: hashOf(secret),
  }
}

/** The workspace and the hash of the secret in a link; null when it is no link of ours. */
export function readLinkToken(token: string): { workspaceId: string; hash: Buffer } | null {
  const match = FORM.exec(token)
  if (match === null) return null
  const bytes = Buffer.from(match[1]!, 'base64url')
  if (bytes.length !== UUID_BYTES) return null
  const hex = bytes.toString('hex')
  return {
    workspaceId: [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-'),
    hash: hashOf(match[2]!),
  }
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
