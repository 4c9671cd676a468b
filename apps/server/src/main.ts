import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { ConfigError, type Config, readConfig, REPOSITORY } from './config.ts'
import { ApplicationRoleError } from './db/application-role.ts'
import { openDatabase } from './db/database.ts'
import { startEmbeddedPostgres } from './db/embedded/start-embedded-postgres.ts'
import { EmbeddedPostgresError } from './db/embedded/embedded-postgres-error.ts'
import { migrate, MigrationError } from './db/migrate.ts'

const SETTING_WRONG = 2

/** What a person can put right is one sentence; anything else is a fault of ours and keeps its stack. */
function isForPerson(error: unknown): error is Error {
  return [ConfigError, ApplicationRoleError, MigrationError, EmbeddedPostgresError].some((kind) => error instanceof kind)
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Makes sure that the page is built; @returns its folder, or null when only programs are served */
async function buildWeb(): Promise<string | null> {
  const script = join(REPOSITORY, 'scripts/build-web.ts')
  const folder = join(REPOSITORY, 'apps/web/dist')
  if (existsSync(script)) {
    const { buildWebIfStale } = (await import(script)) as { buildWebIfStale: (onProgress?: (text: string) => void) => Promise<unknown> }
    await buildWebIfStale(say).catch((error: unknown) => say(`The pages could not be built, so programs only are served: ${String(error)}`))
  }
  return existsSync(join(folder, 'index.html')) ? folder : null
}

async function openServer(config: Config): Promise<{ close(): Promise<void>; address: string }> {
  const web = buildWeb()
  web.catch(() => {})
  const embedded = config.databaseUrl === null
    ? await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), onProgress: (event) => say('message' in event ? event.message : JSON.stringify(event)) })
    : null
  const address = embedded === null ? { url: config.databaseUrl! } : embedded.connection
  try {
    await migrate(address, (name) => say(`Migrating: ${name}`))
    const db = openDatabase(address, () => {})
    const app = await buildApp({ config, db, webFolder: await web })
    const listening = await app.listen({ port: config.port, host: config.host })
    return {
      address: config.publicUrl?.origin ?? listening.replace('[::]', '127.0.0.1').replace('0.0.0.0', '127.0.0.1'),
      async close() {
        await app.close()
        await db.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2), process.stdout.isTTY)
  const server = await openServer(config)
  process.stdout.write(`Yingce 营策 ${server.address}\n`)
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    server.close().then(() => process.exit(0), (error: unknown) => {
      say(String(error))
      process.exit(1)
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  say(isForPerson(error) ? error.message : String(error instanceof Error ? error.stack : error))
  process.exit(error instanceof ConfigError ? SETTING_WRONG : 1)
})
