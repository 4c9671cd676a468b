import type { openSharedBoard } from '@yingce/contracts/board/board-share'
import type { AnswerOf } from '@yingce/contracts/route'
import { DEFAULT_BLOCKS } from '@yingce/domain/board/board-layout'
import type { AppContext } from '../../app-context.ts'
import { withWorkspace } from '../../db/scope.ts'
import type { Call } from '../../http/mount-route.ts'
import { Refusal } from '../../http/refusal.ts'
import { countAttempt, forgiveAttempt } from '../../identity/attempts.ts'
import { readLinkToken } from '../../identity/link-token.ts'
import { localToday } from '../../identity/local-today.ts'
import { isPassword } from '../../identity/password.ts'
import { readBoardDoubleCounts } from '../metrics/calibration/double-counts.read.ts'
import { readBoardLayouts } from './board-layout.read.ts'
import { readChannelBoard } from './channel-board.read.ts'

interface ShareRow {
  id: string
  plan_id: string
  password_hash: string | null
  is_money_shown: boolean
  time_zone: string
}

/** @throws Refusal `not_found`, whatever the reason: unknown, revoked or expired */
export async function findBoardShare(
  app: AppContext,
  token: string,
  now: Date,
): Promise<{ share: ShareRow; workspaceId: string }> {
  const link = readLinkToken(token)
  if (link === null) throw new Refusal('not_found')
  const actor = {
    workspaceId: link.workspaceId,
    memberId: null,
    source: 'page',
    at: now,
    isReadOnly: true,
  } as const
  const [share] = await withWorkspace(app.db, actor, (scope) =>
    scope.rows<ShareRow>(
      `select s.id, s.plan_id, s.password_hash, s.is_money_shown, w.time_zone
       from board_share s join workspace w on w.id = s.workspace_id
       where s.workspace_id = $1 and s.token_hash = $2 and s.expires_at > $3 and s.revoked_at is null`,
      [link.workspaceId, link.hash, now],
    ),
  )
  if (share === undefined) throw new Refusal('not_found')
  return { share, workspaceId: link.workspaceId }
}

/**
 * The board behind a link, for whoever has it. Tries with a password are counted before it is looked at, by
 * address and by link. An opening without a period counts as a view; another period or dimension of the same visit does not.
 *
 * @throws Refusal `not_found`, `link_password_wrong`, `rate_limited`
 */
export async function openShared(
  app: AppContext,
  { params, body, request, now }: Call<typeof openSharedBoard>,
): Promise<AnswerOf<typeof openSharedBoard>> {
  const { share, workspaceId } = await findBoardShare(app, params.token, now)
  if (share.password_hash !== null) {
    const who = { address: request.ip, email: `board-share:${share.id}` }
    await countAttempt(app.db, who, now)
    if (!(await isPassword(share.password_hash, body.password ?? '')))
      throw new Refusal('link_password_wrong')
    await forgiveAttempt(app.db, who, now)
  }
  const { password: _password, ...asked } = body
  return withWorkspace(app.db, { workspaceId, memberId: null, source: 'page', at: now }, async (scope) => {
    if (asked.from === undefined && asked.by === 'channel')
      await scope.run(
        'update board_share set view_count = view_count + 1, last_viewed_at = $4 where workspace_id = $1 and plan_id = $2 and id = $3',
        [workspaceId, share.plan_id, share.id, scope.at],
      )
    const board = await readChannelBoard(scope, share.plan_id, asked, {
      today: localToday(now, share.time_zone),
      isMoneyShown: share.is_money_shown,
    })
    // What the team wrote about its changes stays with the team.
    const { shared } = await readBoardLayouts(scope, share.plan_id)
    const twice =
      asked.by === 'channel' ? await readBoardDoubleCounts(scope, { planId: share.plan_id, ...board }) : []
    return {
      ...board,
      events: [],
      blocks: shared ?? [...DEFAULT_BLOCKS],
      doubleCounts: twice.map(({ firstId: _first, secondId: _second, ...told }) => told),
    }
  })
}
