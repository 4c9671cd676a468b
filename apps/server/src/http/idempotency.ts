import type { Database } from '../db/database.ts'
import { type Scope, type ScopeActor, withWorkspace } from '../db/scope.ts'
import { Refusal } from './refusal.ts'

export interface RequestKey {
  readonly key: string
  /** Hash of method, address and body: the same key with another one is a mistake. */
  readonly fingerprint: Buffer
}

export interface StoredAnswer {
  readonly status: number
  readonly body: string
}

interface Row {
  fingerprint: Buffer
  status: number | null
  body: string | null
  created_at: string
}

const FORM = /^[\x21-\x7e]{1,200}$/
const KEPT_HOURS = 24
/** A request that is still marked as running after this has died with its process. */
const RUNNING_MILLIS = 600_000

export function readRequestKey(
  header: string | string[] | undefined,
  fingerprint: () => Buffer,
): RequestKey | null {
  if (header === undefined) return null
  if (typeof header !== 'string' || !FORM.test(header)) {
    throw new Refusal('invalid_request', {
      issues: [
        {
          path: 'header.idempotency-key',
          code: 'invalid_format',
          message: '1 to 200 visible ASCII characters',
        },
      ],
    })
  }
  return { key: header, fingerprint: fingerprint() }
}

const CLAIM = `insert into idempotency_key (workspace_id, member_id, key, fingerprint, created_at) values ($1, $2, $3, $4, $5)
  on conflict (workspace_id, member_id, key) do nothing`
const FIND =
  'select fingerprint, status, body, created_at from idempotency_key where workspace_id = $1 and member_id = $2 and key = $3'
const STORE =
  'update idempotency_key set status = $4, body = $5 where workspace_id = $1 and member_id = $2 and key = $3'
const FORGET = 'delete from idempotency_key where workspace_id = $1 and member_id = $2 and key = $3'
const SWEEP = `delete from idempotency_key where workspace_id = $1 and created_at < $2::timestamptz - interval '${KEPT_HOURS} hours'`

/**
 * Claims the key inside the transaction that does the work. A second request
 * with the key waits for the first one's commit and gets its answer; when the
 * first is refused or dies, its claim goes with it and the second does the work.
 *
 * @returns the answer to replay, or null when the work is ours
 */
export async function claimKey(scope: Scope, { key, fingerprint }: RequestKey): Promise<StoredAnswer | null> {
  const owner = [scope.workspaceId, scope.memberId, key]
  await sweepKeys(scope)
  if ((await scope.run(CLAIM, [...owner, fingerprint, scope.at])) === 1) return null
  const [row] = await scope.rows<Row>(FIND, owner)
  if (row === undefined) throw new Refusal('idempotency_in_progress')
  if (!fingerprint.equals(row.fingerprint)) throw new Refusal('idempotency_mismatch')
  if (row.status === null) {
    if (Date.parse(scope.at) - Date.parse(row.created_at) < RUNNING_MILLIS)
      throw new Refusal('idempotency_in_progress')
    await scope.run(FORGET, owner)
    await scope.run(CLAIM, [...owner, fingerprint, scope.at])
    return null
  }
  return { status: row.status, body: row.body ?? '' }
}

export async function storeAnswer(scope: Scope, { key }: RequestKey, answer: StoredAnswer): Promise<void> {
  await scope.run(STORE, [scope.workspaceId, scope.memberId, key, answer.status, answer.body])
}

/** For work with transactions of its own: the claim is committed first, and taken back when the work fails. */
export async function answerOnce(
  db: Database,
  actor: ScopeActor,
  request: RequestKey,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const earlier = await withWorkspace(db, actor, (scope) => claimKey(scope, request))
  if (earlier !== null) return earlier
  try {
    const answer = await work()
    await withWorkspace(db, actor, (scope) => storeAnswer(scope, request, answer))
    return answer
  } catch (error) {
    await withWorkspace(db, actor, (scope) =>
      scope.run(FORGET, [scope.workspaceId, scope.memberId, request.key]),
    ).catch(() => {})
    throw error
  }
}

const SWEEP_MILLIS = 3_600_000
const sweptAt = new Map<string, number>()

/** Forgets the keys of yesterday, at most once an hour per workspace and process. */
async function sweepKeys(scope: Scope): Promise<void> {
  const now = Date.parse(scope.at)
  if (now - (sweptAt.get(scope.workspaceId) ?? 0) < SWEEP_MILLIS) return
  sweptAt.set(scope.workspaceId, now)
  await scope.run(SWEEP, [scope.workspaceId, scope.at])
}
