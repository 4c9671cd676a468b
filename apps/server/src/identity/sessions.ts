import type { IdentityTransaction } from '../db/identity-transaction.ts'
import { hashOf, newSecret } from './secret.ts'
import { SESSION_SECONDS } from './session-cookie.ts'

/** Opens a session; @returns the secret for the cookie, which is kept nowhere else */
export async function openSession(
  tx: IdentityTransaction,
  who: { accountId: string; workspaceId: string | null },
  now: Date,
): Promise<string> {
  const secret = newSecret()
  await tx.run(
    'insert into session (token_hash, account_id, workspace_id, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
    [hashOf(secret), who.accountId, who.workspaceId, now, new Date(now.getTime() + SESSION_SECONDS * 1000)],
  )
  return secret
}

/** Ends sessions of an account; all but one, where one is to stay. */
export async function endSessions(
  tx: IdentityTransaction,
  accountId: string,
  except: Buffer | null,
): Promise<void> {
  await tx.run('delete from session where account_id = $1 and ($2::bytea is null or token_hash <> $2)', [
    accountId,
    except,
  ])
}
