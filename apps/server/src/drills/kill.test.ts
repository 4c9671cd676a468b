import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSession, createSetup } from '@yingce/contracts/identity/session'
import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestClient } from '../testing/test-client.ts'
import { newPlan, PASSWORD } from '../testing/test-server.ts'

const PROGRAM = join(import.meta.dirname, '../testing/program-server.ts')
const EMAIL = 'owner@example.com'
const tasks = recordRoutes('task')

let folder: string
let processes: ChildProcess[]

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'yingce-drill-')))
  await chmod(folder, 0o755)
  processes = []
})

afterEach(async () => {
  for (const child of processes) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(
    process.execPath,
    [PROGRAM, '--port', '0', '--data-dir', folder, '--log-level', 'silent'],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATABASE_URL: '' } },
  )
  processes.push(child)
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return { child, origin: /http:\S+/.exec(line.toString())![0] }
}

async function setUp(origin: string): Promise<{ client: TestClient; planId: string }> {
  const client = new TestClient(origin)
  await client.call(createSetup, {
    body: { name: 'A', email: EMAIL, password: PASSWORD, workspaceName: 'W' },
  })
  return { client, planId: await newPlan(client) }
}

interface Writers {
  /** Ids whose creation was confirmed to the client, and the answers that were not a success. */
  readonly confirmed: string[]
  readonly refused: number[]
  stop(): Promise<void>
}

function write(client: TestClient, planId: string): Writers {
  let isOver = false
  const writers: Omit<Writers, 'stop'> = { confirmed: [], refused: [] }
  const running = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const id = crypto.randomUUID()
      try {
        const { status } = await client.call(tasks.create, {
          params: { planId },
          body: { id, values: { name: 't', spent: 7 } },
        })
        if (status === 201) writers.confirmed.push(id)
        else writers.refused.push(status)
      } catch {
        writers.refused.push(0)
        await sleep(20)
      }
    }
  })
  return {
    ...writers,
    stop: async () => {
      isOver = true
      await Promise.all(running)
    },
  }
}

/** Every confirmed task is there, with its history, and the ledger sums to the fen. */
async function expectNothingLost(
  client: TestClient,
  planId: string,
  confirmed: readonly string[],
): Promise<void> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const { body } = await client.call(tasks.list, { params: { planId }, query: { limit: 5000, cursor } })
    for (const { id } of body.items) found.add(id)
    cursor = body.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(confirmed.filter((id) => !found.has(id))).toEqual([])
  expect((await client.call(listLedger, { params: { planId } })).body.sum).toBe(7 * found.size)
  const { body: history } = await client.call(listHistory, {
    params: { planId },
    query: { limit: 500, entity: 'task' },
  })
  expect(history.items.every(({ recordId }) => found.has(recordId))).toBe(true)
}

describe('killed under writes', () => {
  test('the server: nothing that was confirmed is lost, and the next start goes on with the database that kept running', async () => {
    const first = await start()
    const { client, planId } = await setUp(first.origin)
    const writers = write(client, planId)
    await sleep(1500)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    await writers.stop()
    expect(writers.confirmed.length).toBeGreaterThan(50)

    const second = await start()
    const again = new TestClient(second.origin)
    await again.call(createSession, { body: { email: EMAIL, password: PASSWORD } })
    await expectNothingLost(again, planId, writers.confirmed)
  }, 60_000)

  test('the database: it is started again, writes go on without a restart of the server, and nothing is lost', async () => {
    const { origin, child } = await start()
    const { client, planId } = await setUp(origin)
    const writers = write(client, planId)
    await sleep(1000)
    const before = writers.confirmed.length
    process.kill(
      Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]),
      'SIGKILL',
    )
    await sleep(200)
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    const until = Date.now() + 20_000
    while ((await fetch(`${origin}/readyz`)).status !== 200 && Date.now() < until) await sleep(50)
    const atRecovery = writers.confirmed.length
    await sleep(1000)
    await writers.stop()
    expect(before).toBeGreaterThan(20)
    expect(writers.confirmed.length).toBeGreaterThan(atRecovery)
    expect(new Set(writers.refused)).toEqual(new Set([503]))
    expect(child.exitCode).toBeNull()
    await expectNothingLost(client, planId, writers.confirmed)
  }, 60_000)
})

test('SIGTERM ends server and database, and the next start goes on with what is there', async () => {
  const first = await start()
  await setUp(first.origin)
  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])
  await expect(readFile(join(folder, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT')
  const second = await start()
  expect((await fetch(`${second.origin}/readyz`)).status).toBe(200)
  expect(
    (await new TestClient(second.origin).call(createSession, { body: { email: EMAIL, password: PASSWORD } }))
      .status,
  ).toBe(201)
}, 60_000)
