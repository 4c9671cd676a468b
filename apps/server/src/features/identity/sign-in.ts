import type { AppContext } from '../../app-context.ts'
import { identityRows, withIdentity } from '../../db/identity-transaction.ts'
import { Refusal } from '../../http/refusal.ts'
import { countAttempt, forgiveAttempt } from '../../identity/attempts.ts'
import { isPassword } from '../../identity/password.ts'
import { openSession } from '../../identity/sessions.ts'

const FIND = `
  select a.id, a.password_hash,
    coalesce(
      (select s.workspace_id from session s join member m on m.workspace_id = s.workspace_id and m.account_id = s.account_id
        where s.account_id = a.id order by s.seen_at desc limit 1),
      (select m.workspace_id from member m where m.account_id = a.id order by m.joined_at, m.id limit 1)) as workspace_id
  from account a where lower(a.email) = lower($1)`

/**
 * Signs in where the person was last. A wrong password and an unknown address
 * get the same answer after the same time.
 */
export async function signIn(
  app: AppContext,
  given: { email: string; password: string; address: string },
  now: Date,
): Promise<{ secret: string; accountId: string; workspaceId: string | null }> {
  await countAttempt(app.db, given, now)
  const [row] = await identityRows<{ id: string; password_hash: string; workspace_id: string | null }>(
    app.db,
    FIND,
    [given.email],
  )
  const isRight = await isPassword(row?.password_hash ?? null, given.password)
  if (row === undefined || !isRight) throw new Refusal('sign_in_failed')
  await forgiveAttempt(app.db, given, now)
  const secret = await withIdentity(app.db, async (tx) => {
    await tx.run('delete from session where expires_at < $1', [now])
    return openSession(tx, { accountId: row.id, workspaceId: row.workspace_id }, now)
  })
  return { secret, accountId: row.id, workspaceId: row.workspace_id }
}
