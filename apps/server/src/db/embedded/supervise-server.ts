import { setTimeout as sleep } from 'node:timers/promises'
import { adoptOrRunServer } from './adopt-or-run-server.ts'
import { countOtherClients, DATABASE } from './ask-server.ts'
import { SUPERUSER } from './init-data-folder.ts'
import type { RunningServer, ServerPlan } from './run-server.ts'
import { sendSignal, stopServer } from './stop-server.ts'

export type SupervisorEvent =
  | { readonly kind: 'ready'; readonly message: string; readonly pid: number; readonly isAdopted: boolean }
  | { readonly kind: 'lost'; readonly message: string }
  | { readonly kind: 'restartFailed'; readonly message: string; readonly error: unknown }
  | { readonly kind: 'stopped'; readonly message: string }

export type ServerState = 'running' | 'restarting' | 'stopped'

export interface Supervision {
  readonly state: () => ServerState
  /** Process id of the server, null while there is none. Another one after a restart. */
  readonly pid: () => number | null
  /** Stops the server and waits for its end. Close the pools first. Calling it again waits for the same end. */
  readonly stop: () => Promise<void>
}

const FIRST_DELAY_MS = 50
const LONGEST_DELAY_MS = 10_000
/** A server that lived this long did not die of its start: the next delay begins small again. */
const HEALTHY_AFTER_MS = 60_000

/** Restarts the server whenever it dies, for as long as nobody calls `stop`. */
export function superviseServer(
  plan: ServerPlan,
  first: RunningServer,
  onEvent: (event: SupervisorEvent) => void,
): Supervision {
  const stopping = new AbortController()
  let server: RunningServer | null = first
  let stopped: Promise<void> | undefined

  async function keepRunning(): Promise<void> {
    let delay = FIRST_DELAY_MS
    while (server !== null) {
      const since = Date.now()
      await server.exited
      if (stopping.signal.aborted) return
      onEvent({ kind: 'lost', message: `PostgreSQL (process ${server.pid}) ended; it is started again.` })
      server = null
      if (Date.now() - since > HEALTHY_AFTER_MS) delay = FIRST_DELAY_MS
      while (server === null) {
        await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
        if (stopping.signal.aborted) return
        delay = Math.min(delay * 2, LONGEST_DELAY_MS)
        server = await tryAgain()
      }
    }
  }

  async function tryAgain(): Promise<RunningServer | null> {
    try {
      const next = await adoptOrRunServer(plan, stopping.signal)
      onEvent(ready(next))
      return next
    } catch (error) {
      if (!stopping.signal.aborted) {
        onEvent({
          kind: 'restartFailed',
          message: `PostgreSQL could not be restarted: ${String(error)}`,
          error,
        })
      }
      return null
    }
  }

  async function stop(): Promise<void> {
    stopping.abort()
    const last = server
    if (last !== null) {
      if (last.isAdopted && (await isUsedByOthers(last))) return
      await stopServer(last)
    }
    await watching
    // A restart that was under way when we were told to stop.
    if (server !== null && server !== last) await stopServer(server)
    process.off('exit', onExit)
    onEvent({ kind: 'stopped', message: 'PostgreSQL stopped.' })
  }

  // The last resort for an exit without `stop`, where nothing can be waited for.
  const onExit = () => {
    if (server !== null && !server.isAdopted) sendSignal(server.pid, 'SIGINT')
  }
  process.on('exit', onExit)
  const watching = keepRunning()
  onEvent(ready(first))
  return {
    state: () => (stopping.signal.aborted ? 'stopped' : server === null ? 'restarting' : 'running'),
    pid: () => server?.pid ?? null,
    stop: () => (stopped ??= stop()),
  }
}

function ready(server: RunningServer): SupervisorEvent {
  const how = server.isAdopted ? 'was already running' : 'is running'
  return {
    kind: 'ready',
    message: `PostgreSQL ${how} (process ${server.pid}).`,
    pid: server.pid,
    isAdopted: server.isAdopted,
  }
}

/** Another Yingce may have started the server on the same folder: then it is not ours to stop. */
async function isUsedByOthers(server: RunningServer): Promise<boolean> {
  const connection = { host: server.socketDir, port: server.port, user: SUPERUSER, database: DATABASE }
  return countOtherClients(connection).then(
    (clients) => clients > 0,
    () => false,
  )
}
