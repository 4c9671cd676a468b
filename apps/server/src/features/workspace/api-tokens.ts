import type { BodyOf } from '@yingce/contracts/route'
import type { ApiToken, createApiToken } from '@yingce/contracts/workspace/api-token'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { apiTokenPrefix, formatApiToken } from '../../identity/api-token-text.ts'
import type { MemberPrincipal, TokenScope } from '../../identity/principal.ts'
import { hashOf, newSecret } from '../../identity/secret.ts'

const DAY_MILLIS = 86_400_000
const COLUMNS = 'id, name, scopes, created_at, expires_at, last_used_at'

interface Row {
  id: string
  name: string
  scopes: TokenScope[]
  created_at: string
  expires_at: string
  last_used_at: string | null
}

/** The caller's own tokens that still work. */
export async function listTokens(scope: Scope, { member }: MemberPrincipal): Promise<ApiToken[]> {
  const rows = await scope.rows<Row>(
    `select ${COLUMNS} from api_token where workspace_id = $1 and member_id = $2 and expires_at > $3 order by created_at desc, id desc`,
    [scope.workspaceId, member.id, scope.at],
  )
  return rows.map(viewOf)
}

/** The secret is in this answer and nowhere else: only its hash is kept. */
export async function makeToken(
  app: AppContext,
  scope: Scope,
  { member }: MemberPrincipal,
  body: BodyOf<typeof createApiToken>,
  now: Date,
): Promise<{ token: ApiToken; secret: string }> {
  const id = app.ids()
  const secret = newSecret()
  const [row] = await scope.rows<Row>(
    `insert into api_token (workspace_id, id, member_id, name, secret_hash, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
    [
      scope.workspaceId,
      id,
      member.id,
      body.name,
      hashOf(secret),
      [...new Set(body.scopes)],
      scope.at,
      new Date(now.getTime() + body.days * DAY_MILLIS),
    ],
  )
  return { token: viewOf(row!), secret: formatApiToken({ id, workspaceId: scope.workspaceId, secret }) }
}

/** @throws Refusal `not_found`, also for a token of somebody else */
export async function revokeToken(scope: Scope, { member }: MemberPrincipal, id: string): Promise<void> {
  const gone = await scope.run(
    'delete from api_token where workspace_id = $1 and id = $2 and member_id = $3',
    [scope.workspaceId, id, member.id],
  )
  if (gone === 0) throw new Refusal('not_found')
}

function viewOf(row: Row): ApiToken {
  return {
    id: row.id,
    name: row.name,
    prefix: apiTokenPrefix(row.id),
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }
}
