import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSession, createSetup } from '@yingce/contracts/identity/session'
import { confirmMetricImport, listMetricImports } from '@yingce/contracts/metrics/metric-import'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query, uploadMetrics } from '../features/metrics/metrics.fixture.ts'
import { TestClient } from '../testing/test-client.ts'
import { PASSWORD } from '../testing/test-server.ts'

const PROGRAM = join(import.meta.dirname, '../testing/program-server.ts')
const EMAIL = 'owner@example.com'
const ROWS = 8_000
const FEN_PER_ROW = 105

let folder: string
const processes: ChildProcess[] = []

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'yingce-metrics-drill-')))
  await chmod(folder, 0o755)
  const { origin, child } = await start()
  await new TestClient(origin).call(createSetup, {
    body: { name: 'A', email: EMAIL, password: PASSWORD, workspaceName: 'W' },
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
}, 60_000)

afterAll(async () => {
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

async function signIn(origin: string): Promise<TestClient> {
  const client = new TestClient(origin)
  await client.call(createSession, { body: { email: EMAIL, password: PASSWORD } })
  return client
}

/** An export of 8,000 campaigns of one day, 1.05 each; `edition` makes another day of it. */
function exportOf(edition: number): string {
  const day = `2025-06-${String(edition).padStart(2, '0')}`
  const rows = Array.from({ length: ROWS }, (_, index) => `${day},${index},计划${index},10,1,1.05,0`)
  return ['时间,广告组id,广告组,展示数,点击数,消耗(元),转化数', ...rows, ''].join('\n')
}

const costOfDay = async (client: TestClient, edition: number): Promise<number> => {
  const day = `2025-06-${String(edition).padStart(2, '0')}`
  const [row] = await query(client, { metrics: ['cost'], period: { from: day, to: day } })
  return row?.values['cost'] ?? 0
}

test('M1: killed at several points of a confirmation, an import is whole or not there, and confirming again makes it whole', async () => {
  let whole = 0
  for (const [round, delay] of [20, 150, 400, 900].entries()) {
    const edition = round + 1
    const { origin, child } = await start()
    const client = await signIn(origin)
    const { body: draft } = await uploadMetrics(client, 'a.csv', exportOf(edition))
    const confirming = client
      .call(confirmMetricImport, { params: { importId: draft.id }, body: {} })
      .catch(() => null)
    await sleep(delay)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await confirming

    const second = await start()
    const again = await signIn(second.origin)
    const { body } = await again.call(listMetricImports)
    const state = body.items.find(({ id }) => id === draft.id)?.state
    expect(await costOfDay(again, edition)).toBe(state === 'applied' ? ROWS * FEN_PER_ROW : 0)
    if (state === 'applied') whole++
    else await again.call(confirmMetricImport, { params: { importId: draft.id }, body: {} })
    expect(await costOfDay(again, edition)).toBe(ROWS * FEN_PER_ROW)
    second.child.kill('SIGKILL')
    await once(second.child, 'exit')
  }
  // The earliest kill falls before the commit on any machine.
  expect(whole).toBeLessThan(4)
}, 240_000)

test('M1: killed while a file is read, nothing of it is left', async () => {
  const { origin, child } = await start()
  const client = await signIn(origin)
  const before = (await client.call(listMetricImports)).body.items.length
  const uploading = uploadMetrics(client, 'a.csv', exportOf(9)).catch(() => null)
  await sleep(300)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await uploading
  const second = await start()
  const again = await signIn(second.origin)
  const { body } = await again.call(listMetricImports)
  expect(body.items.slice(0, body.items.length - before).every(({ factCount }) => factCount === ROWS)).toBe(
    true,
  )
  expect(await costOfDay(again, 9)).toBe(0)
  second.child.kill('SIGKILL')
  await once(second.child, 'exit')
}, 120_000)

test('M1: the same file five times at once has one effect', async () => {
  const { origin } = await start()
  const client = await signIn(origin)
  const drafts = await Promise.all(
    Array.from({ length: 5 }, () => uploadMetrics(client, 'a.csv', exportOf(20))),
  )
  const answers = await Promise.all(
    drafts.map(({ body }) => client.call(confirmMetricImport, { params: { importId: body.id }, body: {} })),
  )
  expect(answers.map(({ body }) => body.writtenCount).toSorted((a, b) => b - a)).toEqual([ROWS, 0, 0, 0, 0])
  expect(await costOfDay(client, 20)).toBe(ROWS * FEN_PER_ROW)
  const same = await Promise.all(
    drafts.map(() =>
      client.call(confirmMetricImport, { params: { importId: drafts[0]!.body.id }, body: {} }),
    ),
  )
  expect(same.every(({ problem }) => problem?.code === 'wrong_state')).toBe(true)
}, 120_000)
