import { readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { confirmImport, getImport } from '@yingce/contracts/import/import'
import { getPlan, listPlans } from '@yingce/contracts/plan/plan'
import { listLedger } from '@yingce/contracts/record/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookOf, trackerRow, trackerSheet, upload } from '../features/import/import.fixture.ts'
import type { TestClient } from '../testing/test-client.ts'
import { type DrillServers, drillServers, setUpOwner, signInOwner } from './drill-servers.fixture.ts'

const ROWS = 2_000
const SPENT_FEN = 700

let servers: DrillServers
let book: Uint8Array

beforeAll(async () => {
  servers = await drillServers()
  book = await bookOf([
    trackerSheet(
      Array.from({ length: ROWS }, (_, index) =>
        trackerRow(`阶段${index % 4}`, `任务${index}`, '甲', '2025-05-02', '2025-05-05', 100, 7, 0),
      ),
    ),
  ])
  const first = await servers.start()
  await setUpOwner(first.origin)
  await first.kill()
}, 60_000)

afterAll(() => servers.end())

const confirm = (client: TestClient, importId: string) =>
  client.call(confirmImport, { params: { importId }, body: {} })

/** All of the import is there, or nothing of it. @returns whether it is there */
async function expectAllOrNothing(client: TestClient, importId: string): Promise<boolean> {
  const { body } = await client.call(getImport, { params: { importId } })
  const plans = (await client.call(listPlans, { query: { limit: 200 } })).body.items.map(({ id }) => id)
  if (body.state === 'draft') {
    expect([body.planId, body.created]).toEqual([null, {}])
    return false
  }
  expect([body.state, body.created, plans.includes(body.planId!)]).toEqual([
    'confirmed',
    { phase: 4, task: ROWS },
    true,
  ])
  const params = { planId: body.planId! }
  expect((await client.call(getPlan, { params })).body.taskCount).toBe(ROWS)
  expect((await client.call(listLedger, { params })).body.sum).toBe(ROWS * SPENT_FEN)
  return true
}

test('the server is killed five times in the middle of a confirmation: all rows or none, and confirming again gives all of them once', async () => {
  let plansBefore = 0
  for (let round = 0; round < 5; round++) {
    const first = await servers.start()
    const client = await signInOwner(first.origin)
    const { id } = (await upload(client, book, `推广${round}.xlsx`)).body
    confirm(client, id).catch(() => {})
    await sleep(Math.random() * 600)
    await first.kill()
    const second = await servers.start()
    const again = await signInOwner(second.origin)
    const isThere = await expectAllOrNothing(again, id)
    expect((await confirm(again, id)).status).toBe(isThere ? 409 : 200)
    expect(await expectAllOrNothing(again, id)).toBe(true)
    const plans = (await again.call(listPlans, { query: { limit: 200 } })).body.total
    expect(plans).toBe(plansBefore + 1)
    plansBefore = plans
    await second.kill()
  }
}, 180_000)

test('the database is killed in the middle of a confirmation: the answer says so, and confirming again gives all rows once', async () => {
  const { origin } = await servers.start()
  const client = await signInOwner(origin)
  const { id } = (await upload(client, book, 'a.xlsx')).body
  const answer = confirm(client, id)
  await sleep(150)
  process.kill(await servers.databasePid(), 'SIGKILL')
  expect([200, 503]).toContain((await answer).status)
  const until = Date.now() + 20_000
  while ((await fetch(`${origin}/readyz`)).status !== 200 && Date.now() < until) await sleep(50)
  const isThere = await expectAllOrNothing(client, id)
  expect((await confirm(client, id)).status).toBe(isThere ? 409 : 200)
  expect(await expectAllOrNothing(client, id)).toBe(true)
}, 90_000)

test('eight imports of 2,000 rows at once all come in, within 700 MB for server, readers and database together', async () => {
  const { origin, child, failures } = await servers.start()
  const client = await signInOwner(origin)
  const postmaster = await servers.databasePid()
  let peakBytes = 0
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, proportionalBytes([child.pid!, postmaster]))
  }, 100)
  const drafts = await Promise.all(
    Array.from({ length: 8 }, (_, index) => upload(client, book, `同时${index}.xlsx`)),
  )
  expect(
    drafts.map(({ status, problem }) => problem ?? status),
    failures(),
  ).toEqual(Array(8).fill(201))
  const answers = await Promise.all(drafts.map(({ body }) => confirm(client, body.id)))
  clearInterval(watch)
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
  for (const { body } of drafts) expect(await expectAllOrNothing(client, body.id)).toBe(true)
  console.log(
    `Peak of eight imports at once: ${Math.round(peakBytes / 1024 ** 2)} MB (PSS of server, readers and PostgreSQL)`,
  )
  if (peakBytes > 0) expect(peakBytes).toBeLessThan(700 * 1024 ** 2)
}, 120_000)

/** Proportional memory of the processes with all that they started; 0 where the system does not tell. */
function proportionalBytes(pids: readonly number[]): number {
  let kilobytes = 0
  const open = [...pids]
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
      open.push(
        ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
          .split(' ')
          .filter((child) => child.trim() !== '')
          .map(Number),
      )
    } catch {
      // It has ended meanwhile.
    }
  }
  return kilobytes * 1024
}
