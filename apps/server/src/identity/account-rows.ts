import type { RoleName } from '@yingce/contracts/workspace/member'
import type { IdentityTransaction } from '../db/identity-transaction.ts'
import { Refusal, ruleViolated } from '../http/refusal.ts'
import { isTimeZone } from './local-today.ts'

export async function insertAccount(
  tx: IdentityTransaction,
  account: { id: string; name: string; email: string; passwordHash: string },
  now: Date,
): Promise<string> {
  const made = await tx.run(
    `insert into account (id, email, name, password_hash, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
     on conflict ((lower(email))) do nothing`,
    [account.id, account.email, account.name, account.passwordHash, now],
  )
  if (made === 0) throw new Refusal('already_exists', { params: { what: 'account' } })
  return account.id
}

export async function insertMember(
  tx: IdentityTransaction,
  member: { id: string; workspaceId: string; accountId: string; role: RoleName; name: string },
  now: Date,
): Promise<boolean> {
  const made = await tx.run(
    `insert into member (workspace_id, id, account_id, role, name, joined_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, account_id) do nothing`,
    [member.workspaceId, member.id, member.accountId, member.role, member.name, now],
  )
  return made === 1
}

interface NewWorkspace {
  id: string
  name: string
  currency: string
  timeZone: string
  memberId: string
  accountId: string
  ownerName: string
}

/** A workspace with its first owner. */
export async function insertWorkspace(
  tx: IdentityTransaction,
  workspace: NewWorkspace,
  now: Date,
): Promise<string> {
  requireTimeZone(workspace.timeZone)
  await tx.run(
    'insert into workspace (id, name, currency, time_zone, created_at) values ($1, $2, $3, $4, $5)',
    [workspace.id, workspace.name, workspace.currency, workspace.timeZone, now],
  )
  await insertMember(
    tx,
    {
      id: workspace.memberId,
      workspaceId: workspace.id,
      accountId: workspace.accountId,
      role: 'owner',
      name: workspace.ownerName,
    },
    now,
  )
  return workspace.id
}

/** @throws Refusal when the IANA time zone database does not know the name */
export function requireTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone))
    throw ruleViolated('body.timeZone', 'unknown_time_zone', 'Not a name of the IANA time zone database')
}
