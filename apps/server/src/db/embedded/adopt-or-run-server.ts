import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { askForDataFolder } from './ask-server.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { isPostmasterAlive, type PostmasterFile, readPostmasterFile } from './postmaster-file.ts'
import { removeStaleLocks } from './stale-locks.ts'
import { type RunningServer, runServer, type ServerPlan, ServerStartError } from './run-server.ts'

/** How long a server that is neither answering nor gone may take to become one of the two. */
const PATIENCE_MS = 15_000
const RETRY_MS = 100
const WATCH_MS = 200

/**
 * The server of this data folder: the running one if it answers, else a new one.
 *
 * kill -9 of Node leaves the server running, and a second one on the same data
 * is refused; kill -9 of the server leaves its file, for about a second its
 * children, and sometimes a zombie.
 */
export async function adoptOrRunServer(plan: ServerPlan, signal?: AbortSignal): Promise<RunningServer> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    signal?.throwIfAborted()
    const file = await readPostmasterFile(plan.dataDir)
    if (file !== null && (await isPostmasterAlive(file.pid, plan.dataDir))) {
      if (file.isReady && (await isOurs(file, plan.dataDir))) return adopt(file, plan.dataDir)
      if (Date.now() > deadline) throw new EmbeddedPostgresError(notAnswering(file.pid, plan.dataDir))
    } else {
      await removeStaleLocks(plan)
      try {
        return await runServer(plan, signal)
      } catch (error) {
        if (!(error instanceof ServerStartError && error.isTemporary) || Date.now() > deadline) throw error
      }
    }
    await sleep(RETRY_MS)
  }
}

async function isOurs(file: PostmasterFile, dataDir: string): Promise<boolean> {
  try {
    return (await realpath(await askForDataFolder(file))) === dataDir
  } catch {
    return false
  }
}

function adopt(file: PostmasterFile, dataDir: string): RunningServer {
  const { pid, port, socketDir } = file
  return { pid, port, socketDir, exited: untilGone(pid, dataDir), isAdopted: true }
}

/** It is not our child, so nobody tells us. */
async function untilGone(pid: number, dataDir: string): Promise<void> {
  do await sleep(WATCH_MS, undefined, { ref: false })
  while (await isPostmasterAlive(pid, dataDir))
}

function notAnswering(pid: number, dataDir: string): string {
  return (
    `A PostgreSQL (process ${pid}) already works on ${dataDir} and does not answer. ` +
    `Wait until it has ended, or end it with "kill -INT ${pid}", then start again.`
  )
}
