import { adoptOrRunServer } from './adopt-or-run-server.ts'
import { askForDataFolder, DATABASE, type PostgresConnection } from './ask-server.ts'
import { chooseBinaries } from './choose-binaries.ts'
import { chooseDatabaseUser } from './database-user.ts'
import { initDataFolder, SUPERUSER } from './init-data-folder.ts'
import { giveToUser, placeDataFolder } from './place-data-folder.ts'
import type { ServerPlan } from './run-server.ts'
import { socketFolder } from './socket-folder.ts'
import { type SupervisorEvent, superviseServer, type Supervision } from './supervise-server.ts'

export interface EmbeddedPostgresOptions {
  /** Folder of this database alone (it becomes PGDATA); missing or empty on the first start. */
  readonly dataDir: string
  /** Told what happens, also long after the start when the server had to be restarted. */
  readonly onProgress?: (event: EmbeddedPostgresEvent) => void
  /** Gives up the start; after the start it has no effect, see `stop`. */
  readonly signal?: AbortSignal
}

export type EmbeddedPostgresEvent =
  | { readonly kind: 'creating'; readonly message: string }
  | { readonly kind: 'starting'; readonly message: string }
  | SupervisorEvent

export interface EmbeddedPostgres extends Supervision {
  /** The superuser's connection to the application's database; the same after every restart. */
  readonly connection: PostgresConnection
  readonly majorVersion: number
}

/**
 * Starts PostgreSQL on a folder and keeps it running until `stop`.
 *
 * Adopts a server that an earlier process left running on the same folder, and
 * restarts the server when it dies. The application sees that as broken
 * connections: its pool must listen to `error`, on itself and on every client.
 * Every reason not to start that a person can remove is an
 * {@link EmbeddedPostgresError} with a full sentence.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { signal } = options
  const onProgress = options.onProgress ?? (() => undefined)
  const plan = await planServer(options)
  const onCreate = () => {
    onProgress({ kind: 'creating', message: `Creating the database in ${plan.dataDir} (first start only) …` })
  }
  await initDataFolder(plan, onCreate, signal)
  onProgress({ kind: 'starting', message: `Starting PostgreSQL ${plan.binaries.major} …` })
  const server = await adoptOrRunServer(plan, signal)
  const supervision = superviseServer(plan, server, onProgress)
  try {
    await askForDataFolder(server)
  } catch (error) {
    await supervision.stop()
    throw error
  }
  return {
    ...supervision,
    majorVersion: plan.binaries.major,
    connection: { host: server.socketDir, port: server.port, user: SUPERUSER, database: DATABASE },
  }
}

async function planServer({ dataDir: wanted }: EmbeddedPostgresOptions): Promise<ServerPlan> {
  const user = await chooseDatabaseUser(wanted)
  const dataDir = await placeDataFolder(wanted, user)
  const binaries = await chooseBinaries(dataDir, user)
  await giveToUser(dataDir, user)
  return { dataDir, user, binaries, socketDir: await socketFolder(dataDir, user) }
}
