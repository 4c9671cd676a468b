import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { DatabaseAddress } from '../db/database.ts'

/** The same server, another database. */
export function addressOf(server: DatabaseAddress, database: string): DatabaseAddress {
  if (server.url === undefined) return { ...server, database }
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return { url: url.href }
}

export interface TestDatabase {
  readonly address: DatabaseAddress
  drop(): Promise<void>
}

/** A migrated database of one's own, empty. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `yingce_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${inject('templateDatabase')}`)
  return {
    address: addressOf(server, name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  }
}

async function onServer(server: DatabaseAddress, text: string): Promise<void> {
  const client = new pg.Client(
    server.url === undefined ? (server as pg.ClientConfig) : { connectionString: server.url },
  )
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
