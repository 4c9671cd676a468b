import { join } from 'node:path'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'
import { startEmbeddedPostgres } from './db/embedded/start-embedded-postgres.ts'
import { migrate } from './db/migrate.ts'
import { loadSecretKey } from './secrets/load-secret-key.ts'
import { compressAssets } from './http/compress-assets.ts'

export interface RunningServer {
  /** Where people open it. */
  readonly address: string
  /** Ends requests, connections and the embedded database, in this order. */
  close(): Promise<void>
}

export interface ServerSurroundings {
  /** Folder of the built page; null: programs only. Begun before the database, awaited after it. */
  readonly web: Promise<string | null>
  /** Progress for the person at the terminal. */
  say(text: string): void
}

/** Starts everything that one process needs: database, schema, HTTP. */
export async function startServer(config: Config, surroundings: ServerSurroundings): Promise<RunningServer> {
  const say = (text: string): void => surroundings.say(text)
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({
          dataDir: join(config.dataDir, 'postgres'),
          onProgress: (event) => say('message' in event ? event.message : JSON.stringify(event)),
        })
      : null
  // What a start that fails must end again, the last begun first.
  const begun: (() => Promise<unknown>)[] = []
  try {
    const address = embedded === null ? { url: config.databaseUrl! } : embedded.connection
    await migrate(address, (name) => say(`Migrating: ${name}`))
    const webFolder = await surroundings.web
    let report: (error: Error) => void = () => {}
    const db = openDatabase(address, (error) => report(error))
    begun.unshift(() => db.end())
    const secretKey = await loadSecretKey(config.dataDir, config.secretKey)
    const app = await buildApp({ config, db, webFolder, secretKey, isRunningJobs: true })
    begun.unshift(() => app.close())
    report = (error) => app.log.warn({ err: error }, 'lost a database connection')
    const listening = await app.listen({ port: config.port, host: config.host })
    if (webFolder !== null)
      compressAssets(webFolder).catch((error: unknown) =>
        app.log.warn({ err: error }, 'the page is served uncompressed'),
      )
    return {
      address:
        config.publicUrl?.origin ?? listening.replace('[::]', '127.0.0.1').replace('0.0.0.0', '127.0.0.1'),
      async close() {
        await app.close()
        await db.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    for (const end of begun) await end()
    await embedded?.stop()
    throw error
  }
}
