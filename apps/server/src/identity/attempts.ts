import type { Database } from '../db/database.ts'
import { identityRows } from '../db/identity-transaction.ts'
import { Refusal } from '../http/refusal.ts'

interface Policy {
  /** Tries within the window that nothing delays. */
  readonly free: number
  readonly windowSeconds: number
  /** Longest wait between two further tries. */
  readonly maxWaitSeconds: number
}

/** A whole team may sit behind one address, so it gets more; an account waits twice as long each time. */
const BY_ADDRESS: Policy = { free: 40, windowSeconds: 600, maxWaitSeconds: 60 }
const BY_ACCOUNT: Policy = { free: 5, windowSeconds: 900, maxWaitSeconds: 300 }

const COUNT = `
  insert into attempt as t (subject, count, window_ends_at) values ($1, 1, $3)
  on conflict (subject) do update set
    count = case when t.window_ends_at <= $2 then 1 when t.blocked_until > $2 then t.count else t.count + 1 end,
    was_refused = t.window_ends_at > $2 and coalesce(t.blocked_until > $2, false),
    blocked_until = case
      when t.window_ends_at <= $2 then null
      when t.blocked_until > $2 then t.blocked_until
      when t.count >= $4 then $2::timestamptz + make_interval(secs => least(power(2, least(t.count - $4 + 1, 20)), $5))
    end,
    window_ends_at = case when t.window_ends_at <= $2 then excluded.window_ends_at else greatest(t.window_ends_at, $2::timestamptz + make_interval(secs => $5)) end
  returning was_refused, blocked_until`

/**
 * Counts a try before its password is looked at, so that tries at the same time
 * do not slip through together: by the address of the socket (a forwarded
 * header counts only from a trusted proxy) and by the account, known or not.
 *
 * @throws Refusal `rate_limited` with the seconds to wait
 */
export async function countAttempt(
  db: Database,
  who: { address: string; email: string | null },
  now: Date,
): Promise<void> {
  await count(db, `address:${who.address}`, BY_ADDRESS, now)
  if (who.email !== null) await count(db, accountSubject(who.email), BY_ACCOUNT, now)
}

/** The try was right: it counts against nobody. Old counters go on the way. */
export async function forgiveAttempt(
  db: Database,
  who: { address: string; email: string | null },
  now: Date,
): Promise<void> {
  await identityRows(db, 'delete from attempt where subject = $1 or window_ends_at < $2', [
    who.email === null ? null : accountSubject(who.email),
    new Date(now.getTime() - 86_400_000),
  ])
  await identityRows(
    db,
    'update attempt set count = greatest(count - 1, 0), blocked_until = null where subject = $1',
    [`address:${who.address}`],
  )
}

async function count(db: Database, subject: string, policy: Policy, now: Date): Promise<void> {
  const windowEnds = new Date(now.getTime() + policy.windowSeconds * 1000)
  const [row] = await identityRows<{ was_refused: boolean; blocked_until: string | null }>(db, COUNT, [
    subject,
    now,
    windowEnds,
    policy.free,
    policy.maxWaitSeconds,
  ])
  if (row?.was_refused !== true) return
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(row.blocked_until!) - now.getTime()) / 1000))
  throw new Refusal('rate_limited', { params: { retryAfterSeconds } })
}

function accountSubject(email: string): string {
  return `account:${email.toLowerCase()}`
}
