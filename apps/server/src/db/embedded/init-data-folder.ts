import { execFile } from 'node:child_process'
import { access, chown, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { DatabaseUser } from './database-user.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import type { PostgresBinaries } from './find-binaries.ts'

const run = promisify(execFile)

/** The superuser of the embedded cluster; migrations run as this role. */
export const SUPERUSER = 'postgres'

/** First version with the locale provider that needs nothing from the system. */
const FIRST_MAJOR_WITH_BUILTIN_LOCALE = 17

/**
 * Creates the cluster if the folder has none. It is made beside its place and
 * moved there when complete, so an interrupted first start leaves nothing that
 * the next one could take for data.
 */
export async function initDataFolder(
  { dataDir, binaries, user }: { dataDir: string; binaries: PostgresBinaries; user: DatabaseUser },
  onStart: () => void,
  signal?: AbortSignal,
): Promise<void> {
  const hasData = await access(join(dataDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (hasData) return
  onStart()
  await removeUnfinished(dataDir)
  const unfinished = `${dataDir}.new-${process.pid}`
  await mkdir(unfinished, { mode: 0o700 })
  if (user.spawn.uid !== undefined) await chown(unfinished, user.uid, user.gid)
  try {
    await run(join(binaries.home, 'bin', 'initdb'), initdbArguments(unfinished, binaries.major), {
      cwd: unfinished, // ours may be closed to the database's user
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      ...user.spawn,
      ...(signal === undefined ? {} : { signal }),
    })
    await rename(unfinished, dataDir)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    signal?.throwIfAborted()
    throw new EmbeddedPostgresError(`The database could not be created in ${dataDir}: ${reasonOf(error)}`, {
      cause: error,
    })
  }
}

/**
 * The locale decides what a letter is: with the plain C locale pg_trgm knows no
 * Chinese characters and a search finds nothing. Sorting by pinyin is asked for
 * where it is wanted, with COLLATE "zh-x-icu".
 */
export function initdbArguments(dataDir: string, major: number): string[] {
  const locale =
    major >= FIRST_MAJOR_WITH_BUILTIN_LOCALE
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8']
      : ['--locale=C', '--lc-ctype=C.UTF-8']
  // The socket's folder lets only its owner in, so nobody else gets to "trust".
  return ['-D', dataDir, '-U', SUPERUSER, '-E', 'UTF8', ...locale, '-A', 'trust', '--no-instructions']
}

/** Removes what a first start that was killed left behind. */
async function removeUnfinished(dataDir: string): Promise<void> {
  const parent = dirname(dataDir)
  const prefix = `${basename(dataDir)}.new-`
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const owner = Number(name.slice(prefix.length))
    if (owner === process.pid || !isAlive(owner))
      await rm(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function reasonOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  return stderr?.trim() || message
}
