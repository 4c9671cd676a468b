import pg from 'pg'
import { databaseTypes } from './type-parsers.ts'

export interface DatabaseAddress {
  /** A PostgreSQL URL, or the folder of the unix socket. */
  readonly url?: string
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly database?: string
}

export interface Database {
  readonly address: DatabaseAddress
  readonly pool: pg.Pool
  end(): Promise<void>
}

const MAX_CONNECTIONS = 10
const CONNECT_MILLIS = 5_000
const STATEMENT_MILLIS = 120_000

/** Settings for one connection to the address; also used by the listener, which has its own. */
export function connectionSettings(address: DatabaseAddress): pg.ClientConfig {
  return {
    ...(address.url === undefined
      ? { host: address.host, port: address.port ?? 5432, user: address.user, database: address.database }
      : { connectionString: address.url }),
    application_name: 'yingce',
    types: databaseTypes,
    // Compiling a statement takes a server that does it seconds, where ours take milliseconds to run.
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off',
    connectionTimeoutMillis: CONNECT_MILLIS,
    keepAlive: true,
  } as pg.ClientConfig
}

/**
 * The pool of connections. A lost connection is reported and replaced by the
 * next use. Both listeners are needed: without the pool's, an idle connection
 * that the server ends kills the process, and without the client's one that is
 * lost while it is being handed over does.
 */
export function openDatabase(address: DatabaseAddress, onLost: (error: Error) => void): Database {
  const pool = new pg.Pool({
    ...connectionSettings(address),
    pipeline: true,
    statement_timeout: STATEMENT_MILLIS,
    idle_in_transaction_session_timeout: STATEMENT_MILLIS,
    max: MAX_CONNECTIONS,
    idleTimeoutMillis: 30_000,
  } as pg.PoolConfig)
  pool.on('error', onLost)
  pool.on('connect', (client) => {
    client.on('error', onLost)
  })
  return { address, pool, end: () => pool.end() }
}
