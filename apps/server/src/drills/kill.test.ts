import { once } from 'node:events'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { listHistory } from '@yingce/contracts/record/history'
import { listLedger } from '@yingce/contracts/record/ledger'
import { recordRoutes } from '@yingce/contracts/record/record-routes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestClient } from '../testing/test-client.ts'
import { newPlan } from '../testing/test-server.ts'
import { type DrillServers, drillServers, setUpOwner, signInOwner } from './drill-servers.fixture.ts'

const tasks = recordRoutes('task')

let servers: DrillServers

beforeEach(async () => {
  servers = await drillServers()
})

afterEach(() => servers.end())

async function setUp(origin: string): Promise<{ client: TestClient; planId: string }> {
  const client = await setUpOwner(origin)
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
    const first = await servers.start()
    const { client, planId } = await setUp(first.origin)
    const writers = write(client, planId)
    await sleep(1500)
    await first.kill()
    await writers.stop()
    expect(writers.confirmed.length).toBeGreaterThan(50)

    const second = await servers.start()
    await expectNothingLost(await signInOwner(second.origin), planId, writers.confirmed)
  }, 60_000)

  test('the database: it is started again, writes go on without a restart of the server, and nothing is lost', async () => {
    const { origin, child } = await servers.start()
    const { client, planId } = await setUp(origin)
    const writers = write(client, planId)
    await sleep(1000)
    const before = writers.confirmed.length
    process.kill(await servers.databasePid(), 'SIGKILL')
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
  const first = await servers.start()
  await setUp(first.origin)
  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])
  await expect(servers.databasePid()).rejects.toThrow('ENOENT')
  const second = await servers.start()
  expect((await fetch(`${second.origin}/readyz`)).status).toBe(200)
  await signInOwner(second.origin)
}, 60_000)
