import { chown, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseUser } from './database-user.ts'

const MAX_LOG_BYTES = 5_000_000

/** Where the server writes: a file, because an adopted server outlives the process that would read a pipe. */
export function serverLogFile(dataDir: string): string {
  return join(dataDir, 'server.log')
}

/** Opens the log to append; beyond 5 MB the old one is kept once as `server.log.1`. */
export async function openServerLog(dataDir: string, user: DatabaseUser) {
  const file = serverLogFile(dataDir)
  const size = await stat(file).then(
    (entry) => entry.size,
    () => 0,
  )
  if (size > MAX_LOG_BYTES) await rename(file, `${file}.1`)
  const log = await open(file, 'a', 0o600)
  if (user.spawn.uid !== undefined) await chown(file, user.uid, user.gid)
  return log
}

/** The last lines of the log from a position on: why a start failed. */
export async function tailOfServerLog(dataDir: string, from = 0): Promise<string> {
  const text = await readFile(serverLogFile(dataDir), 'utf8').catch(() => '')
  return text.slice(from).trim().split('\n').slice(-8).join('\n')
}
