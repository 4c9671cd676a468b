import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isPostmasterAlive } from './postmaster-file.ts'
import { SOCKET_PORT } from './socket-folder.ts'

/**
 * Removes the lock files of a server that is no more.
 *
 * PostgreSQL removes them itself when their process number is free, but refuses
 * to start when a zombie or, after a power cut, an unrelated program has it. Both
 * folders are ours alone, and the server's own check of the shared memory still
 * protects the data when a child of the old one is left.
 */
export async function removeStaleLocks({
  dataDir,
  socketDir,
}: {
  readonly dataDir: string
  readonly socketDir: string
}): Promise<void> {
  const socket = join(socketDir, `.s.PGSQL.${SOCKET_PORT}`)
  for (const lock of [join(dataDir, 'postmaster.pid'), `${socket}.lock`]) {
    const text = await readFile(lock, 'utf8').catch(() => null)
    if (text === null || (await isPostmasterAlive(Number.parseInt(text, 10), dataDir))) continue
    await rm(lock, { force: true })
  }
}
