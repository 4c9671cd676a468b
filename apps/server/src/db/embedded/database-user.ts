import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

const run = promisify(execFile)

/** The system user PostgreSQL runs as. `spawn` is empty when that is ourselves. */
export interface DatabaseUser {
  readonly uid: number
  readonly gid: number
  readonly name: string
  /** To spread into the options of a child process. */
  readonly spawn: { uid?: number; gid?: number }
}

/**
 * PostgreSQL refuses to run as root, and containers usually are root. Then it
 * runs as the owner of the data folder if there is one, so that a user added
 * later does not change who owns the data; else as `postgres` if the system has
 * it, else as a new system user, else as `nobody`.
 */
export async function chooseDatabaseUser(dataDir: string): Promise<DatabaseUser> {
  const uid = process.getuid?.()
  if (uid === undefined) {
    throw new EmbeddedPostgresError(
      'The embedded database does not run on this operating system. Set DATABASE_URL to a PostgreSQL server (15 or newer).',
    )
  }
  if (uid !== 0) return ourselves(uid)
  const users = await systemUsers()
  const owner = await stat(dataDir).then(
    (entry) => entry.uid,
    () => 0,
  )
  const known =
    users.find((user) => owner !== 0 && user.uid === owner) ?? users.find((user) => user.name === 'postgres')
  if (known !== undefined) return asRoot(known)
  await createSystemUser()
  const added = await systemUsers()
  const user = added.find(({ name }) => name === 'yingce') ?? added.find(({ name }) => name === 'nobody')
  if (user !== undefined) return asRoot(user)
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root and no other user could be found or created. Start Yingce as an ordinary user, or set DATABASE_URL.',
  )
}

function ourselves(uid: number): DatabaseUser {
  try {
    return { uid, gid: process.getgid?.() ?? uid, name: userInfo().username, spawn: {} }
  } catch {
    // PostgreSQL looks its user up and ends with "could not look up effective user ID".
    throw new EmbeddedPostgresError(
      `The user id ${uid} has no entry in /etc/passwd, and PostgreSQL needs one. Add a line such as ` +
        `"yingce:x:${uid}:${process.getgid?.() ?? uid}::/tmp:/bin/sh", start as a user that has one (docker run --user), or set DATABASE_URL.`,
    )
  }
}

function asRoot({ uid, gid, name }: { uid: number; gid: number; name: string }): DatabaseUser {
  return { uid, gid, name, spawn: { uid, gid } }
}

async function systemUsers(): Promise<{ name: string; uid: number; gid: number }[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

async function createSystemUser(): Promise<void> {
  const options = ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false']
  try {
    await run('useradd', [...options, '--user-group', 'yingce'])
  } catch {
    // Alpine and BusyBox have adduser only; without either, `nobody` remains.
    await run('adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/bin/false', 'yingce']).catch(
      () => undefined,
    )
  }
}
