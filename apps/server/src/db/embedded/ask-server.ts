import pg from 'pg'
import { SUPERUSER } from './init-data-folder.ts'

/** How to reach the server: spread into the options of `pg`. */
export interface PostgresConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/** The database of the application. */
export const DATABASE = 'yingce'

const INVALID_CATALOG_NAME = '3D000'

/**
 * Connects once as superuser to the application's database and creates it if it
 * is missing.
 *
 * @returns the data folder the server says it works on
 */
export async function askForDataFolder(server: { socketDir: string; port: number }): Promise<string> {
  const connection = { host: server.socketDir, port: server.port, user: SUPERUSER }
  try {
    return await dataFolder({ ...connection, database: DATABASE })
  } catch (error) {
    if ((error as { code?: string }).code !== INVALID_CATALOG_NAME) throw error
    await query({ ...connection, database: 'postgres' }, `create database ${DATABASE}`)
    return dataFolder({ ...connection, database: DATABASE })
  }
}

/** How many other programs are connected to the server. */
export async function countOtherClients(connection: PostgresConnection): Promise<number> {
  const rows = await query<{ clients: number }>(
    connection,
    `select count(*)::int as clients from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return rows[0]?.clients ?? 0
}

async function dataFolder(connection: PostgresConnection): Promise<string> {
  const rows = await query<{ data_directory: string }>(connection, 'show data_directory')
  return rows[0]?.data_directory ?? ''
}

async function query<Row extends pg.QueryResultRow>(
  connection: PostgresConnection,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: 5000,
    application_name: 'yingce supervisor',
  })
  // A connection that breaks between two answers must not end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Row>(sql)
    return rows
  } finally {
    await client.end()
  }
}
