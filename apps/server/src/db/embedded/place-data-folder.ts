import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chown,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rmdir,
  stat,
  symlink,
  unlink,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { DatabaseUser } from './database-user.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { makeOpenFolder, SHARED_HOME } from './reachable-binaries.ts'

const run = promisify(execFile)

/**
 * The real folder of the data, at a place the database's user can reach.
 *
 * As root under a folder closed to that user, the data goes to
 * {@link SHARED_HOME} and the wanted path becomes a link to it: moving the
 * checkout then keeps its data, and deleting the link starts afresh.
 *
 * @returns a path without links; the folder may be missing or empty
 */
export async function placeDataFolder(wanted: string, user: DatabaseUser): Promise<string> {
  const path = resolve(wanted)
  const existing = await followLink(path)
  if (existing !== null) await refuseForeignFolder(existing, user)
  if (existing !== null && !(await isEmptyFolder(existing))) return existing
  await makeParents(dirname(path))
  const target = existing ?? join(await realpath(dirname(path)), basename(path))
  if (user.spawn.uid === undefined || (await canPass(dirname(target), user))) return target
  await makeOpenFolder(SHARED_HOME)
  const folder = join(SHARED_HOME, `data-${randomUUID()}`)
  await mkdir(folder, { mode: 0o700 })
  await giveToUser(folder, user)
  if (existing !== null) await ((await lstat(path)).isSymbolicLink() ? unlink(path) : rmdir(path))
  await symlink(folder, path)
  return folder
}

/**
 * As root, makes the database's user the owner of existing data (restored from
 * a backup, say). To be called only when the folder is known to hold our data.
 */
export async function giveToUser(folder: string, user: DatabaseUser): Promise<void> {
  const uid = await stat(folder).then(
    (entry) => entry.uid,
    () => user.uid, // not there yet
  )
  if (user.spawn.uid !== undefined && uid !== user.uid) await chownTree(folder, user)
}

/** Missing folders count as empty. */
export async function isEmptyFolder(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new EmbeddedPostgresError(
      `The data folder ${folder} cannot be read (${error.code ?? error.message}).`,
    )
  })
  return entries.length === 0
}

/** Step by step: Node's own `recursive` never comes back from a folder in which nobody can create, such as /proc. */
async function makeParents(folder: string): Promise<void> {
  const entry = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw cannotCreate(folder, error)
  })
  if (entry?.isDirectory() === true) return
  if (entry !== null)
    throw new EmbeddedPostgresError(
      `${folder} is a file, not a folder for data. Choose another with DATA_DIR=….`,
    )
  await makeParents(dirname(folder))
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw cannotCreate(folder, error)
  })
}

function cannotCreate(folder: string, { code, message }: NodeJS.ErrnoException): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The folder ${folder} cannot be created (${code ?? message}). Choose another with DATA_DIR=….`,
  )
}

async function followLink(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null)
  if (real !== null) return real
  const goal = await readlink(path).catch(() => null)
  if (goal === null) return null
  // A disk that is not mounted, perhaps. Starting afresh would look like lost data.
  throw new EmbeddedPostgresError(
    `${path} points to ${goal}, which is not there. Bring that folder back, or delete the link to start with an empty database.`,
  )
}

/** Only root can change it, so everybody else is told. */
async function refuseForeignFolder(folder: string, user: DatabaseUser): Promise<void> {
  const { uid } = await stat(folder)
  if (uid === user.uid || user.spawn.uid !== undefined) return
  throw new EmbeddedPostgresError(
    `The data folder ${folder} belongs to the user id ${uid}, and Yingce runs as "${user.name}". ` +
      `Start Yingce the way it was started before, or give the folder to this user: sudo chown -R ${user.name} ${folder}`,
  )
}

async function chownTree(path: string, user: DatabaseUser): Promise<void> {
  const entry = await lstat(path)
  if (entry.isSymbolicLink()) return
  if (entry.isDirectory()) for (const name of await readdir(path)) await chownTree(join(path, name), user)
  await chown(path, user.uid, user.gid)
}

async function canPass(folder: string, user: DatabaseUser): Promise<boolean> {
  // Asked of the system rather than computed from mode bits: access lists count too.
  return run('test', ['-x', folder], { cwd: '/', ...user.spawn }).then(
    () => true,
    () => false,
  )
}
