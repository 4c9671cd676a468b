import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import type { DatabaseAddress } from '../db/database.ts'
import { startEmbeddedPostgres } from '../db/embedded/start-embedded-postgres.ts'
import { migrate } from '../db/migrate.ts'
import { addressOf } from './test-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Server on which tests make their databases. */
    databaseServer: DatabaseAddress
    /** Migrated database that they are copied from. */
    templateDatabase: string
  }
}

let takeDown: () => Promise<void> = async () => {}

/**
 * One PostgreSQL for the whole run: the one of DATABASE_URL, in databases of our
 * own beside what is there, else an embedded one in a folder that goes afterwards.
 */
export async function setup(project: TestProject): Promise<void> {
  const url = process.env['DATABASE_URL']
  const server =
    url === undefined || url === '' ? await embeddedServer() : { address: { url }, stop: async () => {} }
  const template = `yingce_template_${randomBytes(4).toString('hex')}`
  await onServer(server.address, `create database ${template} template template0 encoding 'UTF8'`)
  await migrate(addressOf(server.address, template))
  project.provide('databaseServer', server.address)
  project.provide('templateDatabase', template)
  takeDown = async () => {
    await onServer(server.address, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

export function teardown(): Promise<void> {
  return takeDown()
}

async function embeddedServer(): Promise<{ address: DatabaseAddress; stop: () => Promise<void> }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'yingce-server-test-')))
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'pg') })
  const address = { ...server.connection }
  // Nothing here outlives the run, so no test waits for the disk. What a kill leaves is shown on servers of its own.
  for (const text of ['alter system set fsync = off', 'select pg_reload_conf()'])
    await onServer(address, text)
  return {
    address,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function onServer(address: DatabaseAddress, text: string): Promise<void> {
  const client = new pg.Client(
    address.url === undefined ? (address as pg.ClientConfig) : { connectionString: address.url },
  )
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
