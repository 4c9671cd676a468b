import type pg from 'pg'
import type { Database } from './database.ts'
import { prepared } from './statement.ts'

/** Statements about people across workspaces; plan data is closed to it on a team's own server. */
export interface IdentityTransaction {
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  run(text: string, values?: readonly unknown[]): Promise<number>
}

/** One transaction as the connection's own role, for who somebody is and where they belong. */
export async function withIdentity<T>(
  db: Database,
  work: (tx: IdentityTransaction) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect()
  let broken: Error | undefined
  try {
    const begun = client.query('begin')
    begun.catch(() => {})
    const result = await work(on(client))
    await begun
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** One statement by itself. */
export async function identityRows<T>(db: Database, text: string, values: readonly unknown[]): Promise<T[]> {
  return (await db.pool.query(prepared(text, values))).rows as T[]
}

function on(client: pg.PoolClient): IdentityTransaction {
  return {
    async rows<T>(text: string, values: readonly unknown[] = []) {
      return (await client.query(prepared(text, values))).rows as T[]
    },
    async run(text, values = []) {
      return (await client.query(prepared(text, values))).rowCount ?? 0
    },
  }
}
