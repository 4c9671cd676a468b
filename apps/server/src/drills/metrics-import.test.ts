import { setTimeout as sleep } from 'node:timers/promises'
import { confirmMetricImport, listMetricImports } from '@yingce/contracts/metrics/metric-import'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query, uploadMetrics } from '../features/metrics/metrics.fixture.ts'
import type { TestClient } from '../testing/test-client.ts'
import { type DrillServers, drillServers, setUpOwner, signInOwner } from './drill-servers.fixture.ts'

const ROWS = 8_000
const FEN_PER_ROW = 105

let servers: DrillServers

beforeAll(async () => {
  servers = await drillServers()
  const first = await servers.start()
  await setUpOwner(first.origin)
  await first.kill()
}, 60_000)

afterAll(() => servers.end())

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
    const first = await servers.start()
    const client = await signInOwner(first.origin)
    const { body: draft } = await uploadMetrics(client, 'a.csv', exportOf(edition))
    const confirming = client
      .call(confirmMetricImport, { params: { importId: draft.id }, body: {} })
      .catch(() => null)
    await sleep(delay)
    await first.kill()
    await confirming

    const second = await servers.start()
    const again = await signInOwner(second.origin)
    const { body } = await again.call(listMetricImports)
    const state = body.items.find(({ id }) => id === draft.id)?.state
    expect(await costOfDay(again, edition)).toBe(state === 'applied' ? ROWS * FEN_PER_ROW : 0)
    if (state === 'applied') whole++
    else await again.call(confirmMetricImport, { params: { importId: draft.id }, body: {} })
    expect(await costOfDay(again, edition)).toBe(ROWS * FEN_PER_ROW)
    await second.kill()
  }
  // The earliest kill falls before the commit on any machine.
  expect(whole).toBeLessThan(4)
}, 240_000)

test('M1: killed while a file is read, nothing of it is left', async () => {
  const first = await servers.start()
  const client = await signInOwner(first.origin)
  const before = (await client.call(listMetricImports)).body.items.length
  const uploading = uploadMetrics(client, 'a.csv', exportOf(9)).catch(() => null)
  await sleep(300)
  await first.kill()
  await uploading
  const second = await servers.start()
  const again = await signInOwner(second.origin)
  const { body } = await again.call(listMetricImports)
  expect(body.items.slice(0, body.items.length - before).every(({ factCount }) => factCount === ROWS)).toBe(
    true,
  )
  expect(await costOfDay(again, 9)).toBe(0)
  await second.kill()
}, 120_000)

test('M1: the same file five times at once has one effect', async () => {
  const { origin } = await servers.start()
  const client = await signInOwner(origin)
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
