import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseUser } from './database-user.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

/** A name in the socket's folder, nothing more: we listen on no network port. */
export const SOCKET_PORT = 5432

/** The kernel's limit of a socket's path; macOS has 103. */
const MAX_SOCKET_PATH = process.platform === 'linux' ? 107 : 103

/**
 * The folder of the socket: the data folder itself, which only the database's
 * user (and root) can enter, or where that path is too long a private folder in
 * the temporary one, always the same for the same data.
 */
export async function socketFolder(dataDir: string, user: DatabaseUser): Promise<string> {
  if (fits(dataDir)) return dataDir
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  for (const parent of [tmpdir(), '/tmp']) {
    const folder = join(await realpath(parent).catch(() => parent), `yingce-${user.uid}-${hash}`)
    if (fits(folder) && (await isPrivateFolder(folder, user))) return folder
  }
  throw new EmbeddedPostgresError(
    `The path of the data folder is too long for a socket (${dataDir}) and no private folder could be made in ${tmpdir()}.`,
  )
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`)) <= MAX_SOCKET_PATH
}

/** Everybody can write to the temporary folder, so a folder of that name may be somebody else's trap. */
async function isPrivateFolder(folder: string, user: DatabaseUser): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 })
    if (user.spawn.uid !== undefined) await chown(folder, user.uid, user.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
  }
  const entry = await lstat(folder)
  return entry.isDirectory() && entry.uid === user.uid && (entry.mode & 0o077) === 0
}
