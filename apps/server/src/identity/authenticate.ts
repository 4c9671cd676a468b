import type { RoleName } from '@yingce/contracts/workspace/member'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { identityRows } from '../db/identity-transaction.ts'
import { parseApiToken } from './api-token-text.ts'
import type { Principal, TokenScope } from './principal.ts'
import { hashOf, isSameHash } from './secret.ts'
import { secretFromCookies, SESSION_SECONDS } from './session-cookie.ts'

interface Row {
  account_id: string
  account_name: string
  email: string
  member_id: string | null
  role: RoleName | null
  workspace_id: string | null
  workspace_name: string
  currency: string
  time_zone: string
}

const PERSON = `a.id as account_id, coalesce(m.name, a.name) as account_name, a.email, m.id as member_id, m.role,
  w.id as workspace_id, w.name as workspace_name, w.currency, w.time_zone`

const BY_SESSION = `select ${PERSON}, s.seen_at
  from session s join account a on a.id = s.account_id
  left join workspace w on w.id = s.workspace_id
  left join member m on m.workspace_id = s.workspace_id and m.account_id = s.account_id
  where s.token_hash = $1 and s.expires_at > $2`

const BY_TOKEN = `select ${PERSON}, t.id as token_id, t.secret_hash, t.scopes, t.last_used_at
  from api_token t join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
  join account a on a.id = m.account_id join workspace w on w.id = t.workspace_id
  where t.workspace_id = $1 and t.id = $2 and t.expires_at > $3`

/** A session is prolonged, and a token's last use noted, at most this often. */
const SESSION_TOUCH_MILLIS = 3_600_000
const TOKEN_TOUCH_MILLIS = 60_000

export interface Authenticated {
  readonly principal: Principal
  /** The session was prolonged: its cookie is to be sent again. */
  readonly prolonged: string | null
}

interface Headers {
  readonly authorization?: string | undefined
  readonly cookie?: string | undefined
}

/**
 * Who calls, by bearer token, else by session cookie; null for nobody. One
 * query, which also finds the workspace and the role: somebody who has been
 * removed from the workspace is still signed in, but nowhere.
 */
export async function authenticate(
  db: Database,
  config: Config,
  headers: Headers,
  now: Date,
): Promise<Authenticated | null> {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')
  if (bearer !== null) return byToken(db, bearer[1]!, now)
  const secret = secretFromCookies(config, headers.cookie)
  return secret === null ? null : bySession(db, secret, now)
}

async function bySession(db: Database, secret: string, now: Date): Promise<Authenticated | null> {
  const sessionHash = hashOf(secret)
  const [row] = await identityRows<Row & { seen_at: string }>(db, BY_SESSION, [sessionHash, now])
  if (row === undefined) return null
  const isStale = now.getTime() - Date.parse(row.seen_at) > SESSION_TOUCH_MILLIS
  if (isStale) {
    await identityRows(db, 'update session set seen_at = $2, expires_at = $3 where token_hash = $1', [
      sessionHash,
      now,
      new Date(now.getTime() + SESSION_SECONDS * 1000),
    ])
  }
  return {
    principal: principalOf(row, { sessionHash, tokenId: null, scopes: null }),
    prolonged: isStale ? secret : null,
  }
}

async function byToken(db: Database, text: string, now: Date): Promise<Authenticated | null> {
  const token = parseApiToken(text)
  if (token === null) return null
  const [row] = await identityRows<
    Row & { token_id: string; secret_hash: Buffer; scopes: TokenScope[]; last_used_at: string | null }
  >(db, BY_TOKEN, [token.workspaceId, token.id, now])
  if (row === undefined || !isSameHash(row.secret_hash, hashOf(token.secret))) return null
  if (row.last_used_at === null || now.getTime() - Date.parse(row.last_used_at) > TOKEN_TOUCH_MILLIS) {
    await identityRows(db, 'update api_token set last_used_at = $3 where workspace_id = $1 and id = $2', [
      token.workspaceId,
      token.id,
      now,
    ])
  }
  return {
    principal: principalOf(row, { sessionHash: null, tokenId: row.token_id, scopes: row.scopes }),
    prolonged: null,
  }
}

function principalOf(row: Row, how: Pick<Principal, 'sessionHash' | 'tokenId' | 'scopes'>): Principal {
  const isInside = row.member_id !== null && row.role !== null && row.workspace_id !== null
  return {
    account: { id: row.account_id, name: row.account_name, email: row.email },
    ...how,
    member: isInside ? { id: row.member_id!, role: row.role! } : null,
    workspace: isInside
      ? { id: row.workspace_id!, name: row.workspace_name, currency: row.currency, timeZone: row.time_zone }
      : null,
  }
}
