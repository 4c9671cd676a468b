import { chmod, copyFile, link, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseUser } from './database-user.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { type PostgresBinaries, versionOf } from './find-binaries.ts'

/** Where root keeps what the database's user must reach and the checkout hides. */
export const SHARED_HOME = '/var/lib/yingce'

/**
 * The binaries at a place where the database's user can run them.
 *
 * Only root has a user besides itself for the database. When the checkout lies
 * under a folder closed to that user (root's home is 0700), the package is
 * linked into {@link SHARED_HOME}, once per build (some 20 ms, no extra space).
 */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  user: DatabaseUser,
): Promise<PostgresBinaries> {
  if (user.spawn.uid === undefined) return binaries
  if ((await versionOf(binaries.home, user.spawn)) !== null) return binaries
  const home = join(SHARED_HOME, `postgres-${binaries.version}`)
  const copy = { ...binaries, home }
  if ((await versionOf(home, user.spawn)) !== null) return copy
  await makeOpenFolder(SHARED_HOME)
  const unfinished = `${home}.new-${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await linkTree(binaries.home, unfinished)
  await rm(home, { recursive: true, force: true })
  // Another start may have finished the same copy a moment before; either is good.
  await rename(unfinished, home).catch(() => rm(unfinished, { recursive: true, force: true }))
  if ((await versionOf(home, user.spawn)) !== null) return copy
  throw new EmbeddedPostgresError(
    `The user "${user.name}" can run PostgreSQL neither from ${binaries.home} nor from ${home}. ` +
      'Move the checkout to a folder that user can read, or set DATABASE_URL.',
  )
}

/** Creates the folder if need be and lets everybody pass, whatever the umask is. */
export async function makeOpenFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
}

async function linkTree(from: string, to: string): Promise<void> {
  await makeOpenFolder(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await linkTree(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else await linkOrCopy(source, target)
  }
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  const { mode } = await stat(source)
  // A link shares the mode, and an install under umask 077 leaves nothing readable.
  const isReadable = (mode & 0o004) !== 0
  const isLinked =
    isReadable &&
    (await link(source, target).then(
      () => true,
      () => false, // another file system
    ))
  if (isLinked) return
  await copyFile(source, target)
  await chmod(target, (mode & 0o100) === 0 ? 0o644 : 0o755)
}
