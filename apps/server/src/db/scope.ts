import type { HistoryEntry } from '@yingce/contracts/record/history'
import type pg from 'pg'
import { APPLICATION_ROLE } from './application-role.ts'
import { type Change, flushChanges } from './change-log.ts'
import type { Database } from './database.ts'
import { prepared } from './statement.ts'
import { writeTogether } from './write-together.ts'

export type Source = HistoryEntry['source']

/** Who acts, where, and by which way the write came. */
export interface ScopeActor {
  readonly workspaceId: string
  readonly memberId: string | null
  readonly source: Source
  readonly importId?: string | null
  /** Moment that every write of the transaction carries. */
  readonly at: Date
  /** The database refuses to write; the answer then need not wait for the commit. */
  readonly isReadOnly?: boolean
}

/**
 * One transaction inside one workspace. Row-level security sees to it that
 * nothing of another workspace is read or written, whatever the statement says;
 * the statements name the workspace all the same, for their indexes.
 */
export interface Scope {
  readonly workspaceId: string
  readonly memberId: string | null
  readonly source: Source
  readonly importId: string | null
  /** ISO 8601, the same for all that is written here. */
  readonly at: string
  /** Rows as objects by column name. */
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** Rows as arrays in column order: cheaper for many columns. */
  arrays(text: string, values?: readonly unknown[]): Promise<unknown[][]>
  /** @returns number of rows touched */
  run(text: string, values?: readonly unknown[]): Promise<number>
  /** Says that all of this transaction comes from elsewhere than the request: a template, an import, an undo. */
  comeFrom(source: Source, importId?: string | null): void
  /** Writes the change log with the commit and tells everybody who listens. */
  note(change: Change): void
  /** Called after the commit; not awaited, must not throw. */
  afterCommit(task: () => void): void
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Runs `work` in one transaction of the workspace: all of it is written, or
 * nothing. Opening takes no round trip of its own (it travels with the first
 * statement), and so does the change log with the commit.
 */
export async function withWorkspace<T>(
  db: Database,
  actor: ScopeActor,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  if (!UUID.test(actor.workspaceId)) throw new TypeError('workspace id is no UUID')
  const client = await db.pool.connect()
  const changes: Change[] = []
  const afterwards: (() => void)[] = []
  const scope = scopeOn(client, actor, changes, afterwards)
  let result: T
  try {
    writeTogether(client)
    const begun = client.query(
      `begin${actor.isReadOnly === true ? ' read only' : ''}; set local role ${APPLICATION_ROLE}; select set_config('app.workspace_id', '${actor.workspaceId}', true)`,
    )
    begun.catch(() => {})
    result = await work(scope)
    await begun
    if (actor.isReadOnly === true) {
      // Nothing hangs on this commit: whoever asked has their answer already.
      client.query('commit').then(
        () => client.release(),
        (error: Error) => client.release(error),
      )
      return result
    }
    if (changes.length > 0) await flushChanges(scope, changes)
    const committed = await client.query('commit')
    if (committed.command !== 'COMMIT') throw new Error('The transaction was taken back by the database')
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    )
    throw error
  }
  client.release()
  for (const task of afterwards) task()
  return result
}

function scopeOn(
  client: pg.PoolClient,
  actor: ScopeActor,
  changes: Change[],
  afterwards: (() => void)[],
): Scope {
  let { source, importId = null } = actor
  return {
    workspaceId: actor.workspaceId,
    memberId: actor.memberId,
    get source() {
      return source
    },
    get importId() {
      return importId
    },
    at: actor.at.toISOString(),
    comeFrom(from, fromImport = null) {
      source = from
      importId = fromImport
    },
    async rows<T>(text: string, values: readonly unknown[] = []) {
      writeTogether(client)
      return (await client.query(prepared(text, values))).rows as T[]
    },
    async arrays(text, values = []) {
      writeTogether(client)
      const config = { ...prepared(text, values), rowMode: 'array' as const }
      return (await client.query(config)).rows as unknown[][]
    },
    async run(text, values = []) {
      writeTogether(client)
      return (await client.query(prepared(text, values))).rowCount ?? 0
    },
    note(change) {
      changes.push(change)
    },
    afterCommit(task) {
      afterwards.push(task)
    },
  }
}
