import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const FOLDER = '/usr/lib/postgresql'
const OLDEST = 15

export interface SystemPostgres {
  readonly version: number
  readonly url: string
  stop(): void
}

/** Newest PostgreSQL that the system has installed and that we run on; null where there is none. */
function newestInstalled(): number | null {
  if (!existsSync(FOLDER)) return null
  const versions = readdirSync(FOLDER)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(join(FOLDER, String(version), 'bin/initdb')))
  return versions.length === 0 ? null : Math.max(...versions)
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Root may not run PostgreSQL: it works as the system's database user, else as nobody. */
function databaseUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout)
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  return null
}

/**
 * Starts a PostgreSQL of the system on an empty folder and a free port, for the
 * tests that show that a team's own server does as well as the embedded one.
 *
 * @returns null where the system has none
 * @throws Error with what the program said when it does not start
 */
export async function startSystemPostgres(): Promise<SystemPostgres | null> {
  const version = newestInstalled()
  if (version === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'yingce-system-pg-'))
  const user = databaseUser()
  chmodSync(folder, 0o755)
  if (user !== null) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const run = (program: string, args: readonly string[]) => {
    const { status, stderr, stdout } = spawnSync(join(FOLDER, String(version), 'bin', program), args, {
      encoding: 'utf8',
      cwd: folder,
      ...user,
    })
    if (status !== 0) throw new Error(`${program} of PostgreSQL ${version} failed: ${stderr || stdout}`)
  }
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const port = await freePort()
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`
  run('pg_ctl', ['-D', data, '-w', '-t', '30', '-l', join(folder, 'log'), '-o', options, 'start'])
  return {
    version,
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
