import { lookup } from 'node:dns/promises'
import { flushCompileCache } from 'node:module'
import process from 'node:process'
import type { Config } from './config.ts'
import { ApplicationRoleError } from './db/application-role.ts'
import { EmbeddedPostgresError } from './db/embedded/embedded-postgres-error.ts'
import { MigrationError } from './db/migrate.ts'
import { isUnavailable } from './db/is-unavailable.ts'
import { startServer } from './start-server.ts'

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** What a person can put right is a sentence; anything else is a fault of ours and keeps its stack. */
function explain(error: unknown, config: Config): string {
  if ([ApplicationRoleError, MigrationError, EmbeddedPostgresError].some((kind) => error instanceof kind))
    return (error as Error).message
  const { code, message, stack, hostname } = error as NodeJS.ErrnoException & { hostname?: string }
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is taken: stop what listens there, or choose another with PORT=….`
  if ((code === 'ENOTFOUND' || code === 'EAI_AGAIN') && hostname === config.host)
    return `HOST is “${config.host}”, but no address of this machine goes by that name. Use 127.0.0.1, or 0.0.0.0 for all.`
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return `Cannot listen on ${config.host}:${config.port}: ${message}`
  if (
    config.databaseUrl !== null &&
    (isUnavailable(error) || code?.startsWith('28') === true || code === '3D000')
  )
    return `The database of DATABASE_URL cannot be used: ${message}`
  return stack ?? String(error)
}

/** Runs the server until SIGTERM or SIGINT; prints its one address on stdout. */
export async function runUntilStopped(
  config: Config,
  buildWeb: (say: (text: string) => void) => Promise<string | null>,
): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  // Kept for good: a signal to the whole process group arrives twice (from the group and from the
  // launcher that passes it on), and the second must not end us before the database has stopped.
  process.on('SIGTERM', stopped.resolve)
  process.on('SIGINT', stopped.resolve)
  const web = buildWeb(say)
  web.catch(() => {})
  try {
    // Before the database is made: a name that nobody has is told at once.
    await lookup(config.host)
    const server = await startServer(config, { web, say })
    process.stdout.write(`Yingce 营策 ${server.address}\n`)
    // Not only at the end, which may be a kill: the next start has less to compile.
    flushCompileCache()
    await stopped.promise
    await server.close()
    process.exit(0)
  } catch (error) {
    say(explain(error, config))
    process.exit(1)
  }
}
