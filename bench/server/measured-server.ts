import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cpuMillis, descendants, memoryMb } from './process-tree.ts'

const ROOT = join(import.meta.dirname, '../..')
const POLL_MS = 5
const START_MS = 120_000

export interface MeasuredServer {
  readonly origin: string
  /** From the start of the command to the first healthy answer. */
  readonly startMs: number
  /** CPU milliseconds of the server, its database and whatever else it started, so far. */
  cpuMs(): number
  /** Proportional memory of all these processes now, MB; the launcher's own process included. */
  memoryMb(): number
  pids(): number[]
  /** As `kill` would; resolves once the process is gone. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/**
 * Starts the server exactly as `npm start` does, without npm in between, on a
 * folder of its own and a free port.
 */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<MeasuredServer> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  mkdirSync(dataDir, { recursive: true })
  const log = openSync(join(dataDir, 'server.log'), 'a')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const started = performance.now()
  const child = spawn('/bin/sh', ['-c', scripts.start], {
    cwd: ROOT,
    stdio: ['ignore', log, log],
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
  })
  await untilHealthy(child, origin, join(dataDir, 'server.log'))
  const startMs = performance.now() - started
  const pids = (): number[] => [...new Set([...descendants(child.pid!), ...databasePids(dataDir)])]
  return {
    origin,
    startMs,
    pids,
    cpuMs: () => cpuMillis(pids()),
    memoryMb: () => memoryMb(pids()),
    async stop(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      const own = descendants(child.pid!)
      const gone = new Promise((resolve) => child.once('exit', resolve))
      if (signal === 'SIGTERM') child.kill(signal)
      // As when the machine takes the server away: nothing of ours lives on, the database alone does.
      // As when the machine takes the server away: nothing of ours lives on, the database alone does.
      else {
        const database = new Set(databasePids(dataDir))
        for (const pid of own.toReversed()) if (!database.has(pid)) killIfThere(pid)
      }
      await gone
    },
  }
}

/** Of a database that the server found running: it is nobody's child any more. */
function databasePids(dataDir: string): number[] {
  try {
    return descendants(
      Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0]),
    )
  } catch {
    return []
  }
}

/** A launcher may have ended by itself when the server did. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already, which is what was wanted.
  }
}

/** Stops a database that was left behind by a killed server. */
export async function stopDatabase(dataDir: string): Promise<void> {
  const [postmaster] = databasePids(dataDir)
  if (postmaster === undefined) return
  process.kill(postmaster, 'SIGINT')
  while (databasePids(dataDir).length > 0) await sleep(POLL_MS)
}

async function untilHealthy(child: ChildProcess, origin: string, logFile: string): Promise<void> {
  const end = performance.now() + START_MS
  while (performance.now() < end) {
    if (child.exitCode !== null) break
    const isHealthy = await fetch(`${origin}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isHealthy) return
    await sleep(POLL_MS)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
