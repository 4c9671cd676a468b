import type { BodyOf } from '@yingce/contracts/route'
import type { createWorkspace } from '@yingce/contracts/workspace/workspace'
import type { AppContext } from '../../app-context.ts'
import { withIdentity } from '../../db/identity-transaction.ts'
import { Refusal } from '../../http/refusal.ts'
import type { Principal } from '../../identity/principal.ts'
import { insertWorkspace } from '../../identity/account-rows.ts'

/**
 * A further workspace, active at once. Only who owns or administers one already
 * may open another, so that a guest of a server does not fill it.
 */
export async function openWorkspace(
  app: AppContext,
  principal: Principal,
  body: BodyOf<typeof createWorkspace>,
  now: Date,
): Promise<string> {
  return withIdentity(app.db, async (tx) => {
    const [row] = await tx.rows<{ may: boolean }>(
      "select exists (select from member where account_id = $1 and role in ('owner', 'admin')) as may",
      [principal.account.id],
    )
    if (!row!.may) throw new Refusal('forbidden', { params: { action: 'workspace.create', reason: 'role' } })
    const workspaceId = await insertWorkspace(
      tx,
      {
        id: app.ids(),
        memberId: app.ids(),
        accountId: principal.account.id,
        ownerName: principal.account.name,
        name: body.name,
        currency: body.currency,
        timeZone: body.timeZone,
      },
      now,
    )
    await tx.run('update session set workspace_id = $2 where token_hash = $1', [
      principal.sessionHash,
      workspaceId,
    ])
    return workspaceId
  })
}
