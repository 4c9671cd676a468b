import type { AppContext } from '../../app-context.ts'
import { withIdentity } from '../../db/identity-transaction.ts'
import { Refusal } from '../../http/refusal.ts'
import { insertAccount, insertMember } from '../../identity/account-rows.ts'
import { countAttempt, forgiveAttempt } from '../../identity/attempts.ts'
import { readLinkToken } from '../../identity/link-token.ts'
import { hashPassword } from '../../identity/password.ts'
import type { Principal } from '../../identity/principal.ts'
import { openSession } from '../../identity/sessions.ts'
import { findInvitation, type InvitationRow, OPEN_INVITATION } from './invitation-links.ts'

interface Acceptance {
  readonly principal: Principal | null
  readonly token: string
  /** New account; null: the signed-in one joins. */
  readonly account: { name: string; email: string; password: string } | null
  readonly address: string
}

interface Joined {
  readonly accountId: string
  readonly workspaceId: string
  /** Secret of a session that was opened for a new account. */
  readonly secret: string | null
}

/**
 * Joins the workspace that a link invites to. A use is counted only when
 * somebody really joins, and of several at once only as many as it allows. A whole
 * team may join from one address: who gets in costs it no try.
 *
 * @throws Refusal `invitation_void`, `already_exists` (account, or already a member), `unauthenticated`
 */
export async function accept(
  app: AppContext,
  { principal, token, account, address }: Acceptance,
  now: Date,
): Promise<Joined> {
  await countAttempt(app.db, { address, email: null }, now)
  await findInvitation(app.db, token, now)
  if (account === null && (principal === null || principal.sessionHash === null))
    throw new Refusal('unauthenticated')
  const passwordHash = account === null ? null : await hashPassword(account.password)
  const link = readLinkToken(token)!
  const joined = await withIdentity(app.db, async (tx) => {
    const [row] = await tx.rows<InvitationRow>(`${OPEN_INVITATION} for update of i`, [
      link.workspaceId,
      link.hash,
      now,
    ])
    if (row === undefined) throw new Refusal('invitation_void')
    const workspaceId = row.workspace_id
    const accountId =
      account === null
        ? principal!.account.id
        : await insertAccount(
            tx,
            { id: app.ids(), name: account.name, email: account.email, passwordHash: passwordHash! },
            now,
          )
    const isNew = await insertMember(
      tx,
      {
        id: app.ids(),
        workspaceId,
        accountId,
        role: row.role,
        name: account?.name ?? principal!.account.name,
      },
      now,
    )
    if (!isNew) throw new Refusal('already_exists', { params: { what: 'member' } })
    await tx.run('update invitation set uses_left = uses_left - 1 where workspace_id = $1 and id = $2', [
      workspaceId,
      row.id,
    ])
    if (account !== null)
      return { accountId, workspaceId, secret: await openSession(tx, { accountId, workspaceId }, now) }
    await tx.run('update session set workspace_id = $2 where token_hash = $1', [
      principal!.sessionHash,
      workspaceId,
    ])
    return { accountId, workspaceId, secret: null }
  })
  await forgiveAttempt(app.db, { address, email: null }, now)
  return joined
}
