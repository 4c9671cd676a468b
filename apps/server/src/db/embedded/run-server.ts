import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseUser } from './database-user.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import type { PostgresBinaries } from './find-binaries.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { openServerLog, tailOfServerLog } from './server-log.ts'
import { serverSettings } from './server-settings.ts'

/** All that is needed to start a server on a data folder. */
export interface ServerPlan {
  readonly dataDir: string
  readonly socketDir: string
  readonly binaries: PostgresBinaries
  readonly user: DatabaseUser
}

/** A server that accepts connections. */
export interface RunningServer {
  readonly pid: number
  readonly port: number
  readonly socketDir: string
  /** Settles when the process is gone, for whatever reason. */
  readonly exited: Promise<void>
  /** True when it was found running, started by a process that is no more, or by another Yingce. */
  readonly isAdopted: boolean
}

/** The server ended while it started. `isTemporary` when a killed one still holds the data folder. */
export class ServerStartError extends EmbeddedPostgresError {
  readonly isTemporary: boolean

  constructor(reason: string) {
    super(`PostgreSQL did not start: ${reason}`)
    this.isTemporary = /lock file|pre-existing shared memory|already in use/i.test(reason)
  }
}

const POLL_MS = 10

/** For glibc: without it each connection keeps for good what its largest statement needed, some 50 MB after a bulk of 10,000 rows. */
const GIVE_MEMORY_BACK = { MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '1' }

/**
 * Starts the server and waits until it accepts connections. There is no time
 * limit while it lives: after a crash it may read its log for minutes, and to
 * stop it then would only begin that anew.
 */
export async function runServer(plan: ServerPlan, signal?: AbortSignal): Promise<RunningServer> {
  const { dataDir, socketDir, binaries, user } = plan
  const settings = Object.entries(serverSettings({ socketDir, major: binaries.major, uid: user.uid }))
  const log = await openServerLog(dataDir, user)
  const { size: logStart } = await log.stat()
  const child = spawn(
    join(binaries.home, 'bin', 'postgres'),
    ['-D', dataDir, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: dataDir,
      // A group of its own: Ctrl+C in the terminal is for us, and we then stop the
      // server after our last query, not at the same moment.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      // Not our environment: it may hold secrets, and PGDATA and the like would be obeyed.
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', ...GIVE_MEMORY_BACK },
      ...user.spawn,
    },
  )
  const exited = once(child, 'exit').then(
    () => undefined,
    () => undefined, // 'error': it could not be started at all
  )
  let hasExited = false
  void exited.then(() => {
    hasExited = true
  })
  try {
    for (;;) {
      await sleep(POLL_MS)
      if (hasExited || child.pid === undefined) {
        throw new ServerStartError(await tailOfServerLog(dataDir, logStart))
      }
      if (signal?.aborted === true) {
        child.kill('SIGINT')
        await exited
        signal.throwIfAborted()
      }
      const file = await readPostmasterFile(dataDir)
      if (file?.pid !== child.pid || !file.isReady) continue
      // Our end must not wait for it; whoever started us stops it first.
      child.unref()
      return { pid: child.pid, port: file.port, socketDir: file.socketDir, exited, isAdopted: false }
    }
  } finally {
    await log.close()
  }
}
