import type { AppContext } from '../../app-context.ts'
import { identityRows, withIdentity } from '../../db/identity-transaction.ts'
import { Refusal } from '../../http/refusal.ts'
import { countAttempt, forgiveAttempt } from '../../identity/attempts.ts'
import { hashPassword, isPassword } from '../../identity/password.ts'
import type { Principal } from '../../identity/principal.ts'
import { endSessions } from '../../identity/sessions.ts'

/** Changes the own password; every other session of the account ends. */
export async function changeOwnPassword(
  app: AppContext,
  principal: Principal,
  given: { currentPassword: string; newPassword: string; address: string },
  now: Date,
): Promise<void> {
  const { id, email } = principal.account
  await countAttempt(app.db, { address: given.address, email }, now)
  const [row] = await identityRows<{ password_hash: string }>(
    app.db,
    'select password_hash from account where id = $1',
    [id],
  )
  if (!(await isPassword(row?.password_hash ?? null, given.currentPassword)))
    throw new Refusal('sign_in_failed')
  await forgiveAttempt(app.db, { address: given.address, email }, now)
  const passwordHash = await hashPassword(given.newPassword)
  await withIdentity(app.db, async (tx) => {
    await tx.run('update account set password_hash = $2, updated_at = $3 where id = $1', [
      id,
      passwordHash,
      now,
    ])
    await endSessions(tx, id, principal.sessionHash)
  })
}
