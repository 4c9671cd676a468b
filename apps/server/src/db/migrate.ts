import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { connectionSettings, type DatabaseAddress } from './database.ts'
import { ensureApplicationRole } from './application-role.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
/** Any number, the same in every version: two starts at once migrate one after the other. */
const ADVISORY_LOCK = 7_211_304
const MIN_SERVER_VERSION = 150_000

export class MigrationError extends Error {}

interface Migration {
  name: string
  sql: string
  checksum: string
}

/** Migrations in their order; the number leads the name. */
export function migrationFiles(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the schema up to date, each migration in its own transaction: killed
 * at any point, the next start goes on where this one stopped.
 *
 * @returns names of the migrations that were applied
 * @throws MigrationError when the server is too old, the application's role cannot be
 *   made, a released migration was edited, or the database is of a newer version
 */
export async function migrate(
  address: DatabaseAddress,
  onStep: (name: string) => void = () => {},
): Promise<string[]> {
  const client = new pg.Client(connectionSettings(address))
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await requireServerVersion(client)
    await client.query(
      'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const done = new Map(
      (
        await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
      ).rows.map((row) => [row.name, row.checksum]),
    )
    const files = migrationFiles()
    requireKnown(files, done)
    await ensureApplicationRole(client)
    const applied: string[] = []
    for (const file of files) {
      if (done.has(file.name)) continue
      onStep(file.name)
      await client.query('begin')
      try {
        await client.query(file.sql)
        await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
          file.name,
          file.checksum,
        ])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new MigrationError(
          `Migration ${file.name} failed and was taken back: ${(error as Error).message}`,
          { cause: error },
        )
      }
      applied.push(file.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function requireServerVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; text: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as text",
  )
  const row = rows[0]!
  if (Number(row.number) < MIN_SERVER_VERSION)
    throw new MigrationError(`PostgreSQL ${row.text} is too old: Yingce needs 15 or newer.`)
}

function requireKnown(files: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const [name, checksum] of done) {
    const file = byName.get(name)
    if (file === undefined)
      throw new MigrationError(
        `The database was migrated by a newer version (${name}): start that version, or restore a backup.`,
      )
    if (file.checksum !== checksum)
      throw new MigrationError(
        `Migration ${name} was changed after it had been applied: restore the file, and put the change into a new migration.`,
      )
  }
}
