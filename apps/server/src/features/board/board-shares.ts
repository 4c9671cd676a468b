import type { BoardShare, createBoardShare } from '@yingce/contracts/board/board-share'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import type { Call } from '../../http/mount-route.ts'
import { Refusal } from '../../http/refusal.ts'
import { newLinkToken } from '../../identity/link-token.ts'
import { hashPassword } from '../../identity/password.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { readPlanHead } from './plan-records.read.ts'

const DAY_MILLIS = 86_400_000

interface Row {
  id: string
  label: string
  is_money_shown: boolean
  has_password: boolean
  created_at: string
  expires_at: string
  revoked_at: string | null
  view_count: number
  last_viewed_at: string | null
}

const COLUMNS =
  'id, label, is_money_shown, password_hash is not null as has_password, created_at, expires_at, revoked_at, view_count, last_viewed_at'

export async function readBoardShares(scope: Scope, planId: string): Promise<BoardShare[]> {
  await readPlanHead(scope, planId)
  const rows = await scope.rows<Row>(
    `select ${COLUMNS} from board_share where workspace_id = $1 and plan_id = $2 order by created_at desc, id desc limit 200`,
    [scope.workspaceId, planId],
  )
  return rows.map((row) => viewOf(row, scope.at))
}

/** The link is in this answer and nowhere else: only its hash is kept. */
export async function shareBoard(
  app: AppContext,
  { params, body, request, now }: Call<typeof createBoardShare, MemberPrincipal>,
  scope: Scope,
): Promise<{ share: BoardShare; url: string }> {
  await readPlanHead(scope, params.planId)
  const { token, hash } = newLinkToken(scope.workspaceId)
  const [row] = await scope.rows<Row>(
    `insert into board_share (workspace_id, plan_id, id, token_hash, password_hash, label, is_money_shown, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${COLUMNS}`,
    [
      scope.workspaceId,
      params.planId,
      app.ids(),
      hash,
      body.password === undefined ? null : await hashPassword(body.password),
      body.label,
      body.isMoneyShown,
      scope.memberId,
      scope.at,
      new Date(now.getTime() + body.days * DAY_MILLIS),
    ],
  )
  const origin = app.config.publicUrl?.origin ?? `${request.protocol}://${request.host}`
  return { share: viewOf(row!, scope.at), url: `${origin}/shared/${token}` }
}

/** @throws Refusal `not_found` */
export async function revokeShare(scope: Scope, planId: string, id: string): Promise<void> {
  const revoked = await scope.run(
    'update board_share set revoked_at = coalesce(revoked_at, $4) where workspace_id = $1 and plan_id = $2 and id = $3',
    [scope.workspaceId, planId, id, scope.at],
  )
  if (revoked === 0) throw new Refusal('not_found')
}

function viewOf(row: Row, now: string): BoardShare {
  const isExpired = Date.parse(row.expires_at) <= Date.parse(now)
  return {
    id: row.id,
    label: row.label,
    isMoneyShown: row.is_money_shown,
    hasPassword: row.has_password,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    viewCount: row.view_count,
    lastViewedAt: row.last_viewed_at,
    state: row.revoked_at !== null ? 'revoked' : isExpired ? 'expired' : 'open',
  }
}
