import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningServer } from './run-server.ts'

/** Time for open transactions to be rolled back and everything written out. */
const FAST_STOP_MS = 20_000
const IMMEDIATE_STOP_MS = 3000

/**
 * Stops the server and waits for its end: fast (SIGINT, connections are cut,
 * the data is written out), and if that takes too long at once (SIGQUIT, the
 * next start repairs from the log). Never SIGKILL: its children would go on.
 */
export async function stopServer(server: RunningServer): Promise<void> {
  const gone = new AbortController()
  const exited = server.exited.then(() => gone.abort())
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    sendSignal(server.pid, signal)
    // This timer keeps our process alive meanwhile; the server itself does not.
    const tooLong = sleep(patience, undefined, { signal: gone.signal }).catch(() => undefined)
    await Promise.race([exited, tooLong])
    if (gone.signal.aborted) return
  }
}

/** Says nothing when the process is already gone. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
