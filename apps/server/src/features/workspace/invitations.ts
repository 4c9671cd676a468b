import type { createInvitation, Invitation } from '@yingce/contracts/workspace/invitation'
import type { RoleName } from '@yingce/contracts/workspace/member'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import type { Call } from '../../http/mount-route.ts'
import { requireCan } from '../../http/permission.ts'
import { Refusal } from '../../http/refusal.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { newLinkToken } from '../../identity/link-token.ts'

const DAY_MILLIS = 86_400_000

interface Row {
  id: string
  role: RoleName
  note: string | null
  uses_left: number
  created_at: string
  expires_at: string
  revoked_at: string | null
}

const COLUMNS = 'id, role, note, uses_left, created_at, expires_at, revoked_at'

export async function readInvitations(scope: Scope): Promise<Invitation[]> {
  const rows = await scope.rows<Row>(
    `select ${COLUMNS} from invitation where workspace_id = $1 order by created_at desc, id desc limit 500`,
    [scope.workspaceId],
  )
  return rows.map((row) => viewOf(row, scope.at))
}

/** The link is in this answer and nowhere else: only its hash is kept. */
export async function invite(
  app: AppContext,
  { principal, body, request, now }: Call<typeof createInvitation, MemberPrincipal>,
  scope: Scope,
): Promise<{ invitation: Invitation; url: string }> {
  requireCan(principal, 'member.invite', { newRole: body.role })
  const { token, hash } = newLinkToken(scope.workspaceId)
  const [row] = await scope.rows<Row>(
    `insert into invitation (workspace_id, id, token_hash, role, note, invited_by, uses_left, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
    [
      scope.workspaceId,
      app.ids(),
      hash,
      body.role,
      body.note ?? null,
      scope.memberId,
      body.uses,
      scope.at,
      new Date(now.getTime() + body.days * DAY_MILLIS),
    ],
  )
  const origin = app.config.publicUrl?.origin ?? `${request.protocol}://${request.host}`
  return { invitation: viewOf(row!, scope.at), url: `${origin}/join/${token}` }
}

export async function revoke(scope: Scope, id: string): Promise<void> {
  const revoked = await scope.run(
    'update invitation set revoked_at = coalesce(revoked_at, $3) where workspace_id = $1 and id = $2',
    [scope.workspaceId, id, scope.at],
  )
  if (revoked === 0) throw new Refusal('not_found')
}

function viewOf(row: Row, now: string): Invitation {
  return {
    id: row.id,
    role: row.role,
    note: row.note,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usesLeft: row.uses_left,
    state: stateOf(row, now),
  }
}

function stateOf(row: Row, now: string): Invitation['state'] {
  if (row.revoked_at !== null) return 'revoked'
  if (row.uses_left === 0) return 'used'
  return Date.parse(row.expires_at) <= Date.parse(now) ? 'expired' : 'open'
}
