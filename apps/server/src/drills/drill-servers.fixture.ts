import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createSession, createSetup } from '@yingce/contracts/identity/session'
import { TestClient } from '../testing/test-client.ts'
import { PASSWORD } from '../testing/test-server.ts'

const PROGRAM = join(import.meta.dirname, '../testing/program-server.ts')
const EMAIL = 'owner@example.com'

/** A server of its own process, with the database that it started, which a drill may end the hard way. */
export interface DrillServer {
  readonly origin: string
  readonly child: ChildProcess
  /** What the server has logged as failed. */
  readonly failures: () => string
  /** As when the machine takes it away: the database alone lives on. */
  kill(): Promise<void>
}

/** Servers of one data folder, one after the other. */
export interface DrillServers {
  start(): Promise<DrillServer>
  /** Process of the database that a server started. */
  databasePid(): Promise<number>
  /** Ends what still runs and deletes the folder. */
  end(): Promise<void>
}

export async function drillServers(): Promise<DrillServers> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'yingce-drill-')))
  // The database runs as another user where we are root.
  await chmod(folder, 0o755)
  const started: ChildProcess[] = []
  return {
    async start() {
      const child = spawn(
        process.execPath,
        [PROGRAM, '--port', '0', '--data-dir', folder, '--log-level', 'error'],
        { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATABASE_URL: '' } },
      )
      started.push(child)
      const [line] = (await once(child.stdout!, 'data')) as [Buffer]
      let log = ''
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        log += text
      })
      return {
        child,
        origin: /http:\S+/.exec(line.toString())![0],
        failures: () => log,
        async kill() {
          child.kill('SIGKILL')
          await once(child, 'exit')
        },
      }
    },
    databasePid: async () =>
      Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]),
    async end() {
      for (const child of started) {
        if (child.exitCode !== null || child.signalCode !== null) continue
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Sets a new server up. @returns its owner, signed in */
export async function setUpOwner(origin: string): Promise<TestClient> {
  const client = new TestClient(origin)
  await client.call(createSetup, {
    body: { name: 'A', email: EMAIL, password: PASSWORD, workspaceName: 'W' },
  })
  return client
}

/** The owner, signed in anew. */
export async function signInOwner(origin: string): Promise<TestClient> {
  const client = new TestClient(origin)
  const { status } = await client.call(createSession, { body: { email: EMAIL, password: PASSWORD } })
  if (status !== 201) throw new Error(`signing in was answered with ${status}`)
  return client
}
