/**
 * Metric facts: a CSV of a million rows from upload to the last fact written,
 * then the questions of a board over a year and 20 channels. What each figure
 * means: bench/README.md.
 *
 * Run: node scripts/run.mjs bench/metrics.bench.ts [rows …] [--write]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { table } from './server/figures.ts'
import { type HttpClient, setUpOwner } from './server/http-client.ts'
import { type MeasuredServer, startServer } from './server/measured-server.ts'
import { median } from './server/statistics.ts'

const DAYS = 365
const CHANNELS = 20
const ASKED = 40
const SAMPLE_MS = 100

interface Measured {
  readonly rows: number
  readonly megabytes: number
  readonly uploadSeconds: number
  readonly confirmSeconds: number
  readonly cpuSeconds: number
  readonly peakServerMb: number
  readonly boardMs: number
  readonly campaignMs: number
  readonly againSeconds: number
  readonly undoSeconds: number
}

/** Numbers that look random and are the same in every run. */
function* numbers(): Generator<number> {
  let state = 12_345
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    yield state
  }
}

function exportOf(rows: number): string {
  const next = numbers()
  const number = (below: number): number => Number(next.next().value) % below
  const perDay = Math.ceil(rows / DAYS)
  const lines = ['日期,渠道,计划ID,计划名称,展示数,点击数,消耗,转化数,成交金额']
  for (let row = 0; row < rows; row++) {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(row / perDay))).toISOString().slice(0, 10)
    const campaign = row % perDay
    const impressions = 100 + number(90_000)
    const clicks = number(Math.floor(impressions / 20))
    const cost = (clicks * number(300)) / 100
    lines.push(
      `${day},渠道${campaign % CHANNELS},18345678901${String(campaign).padStart(8, '0')},计划${campaign},${impressions},${clicks},${cost.toFixed(2)},${number(clicks + 1)},${(cost * 3).toFixed(2)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** Resident memory of the server's own process, MB. */
function serverMb(server: MeasuredServer): number {
  for (const pid of server.pids()) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/server/src/main.ts')) continue
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const kb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
      if (kb > 0) return kb / 1024
    } catch {
      // Gone between the list and the look.
    }
  }
  return 0
}

function multipart(fileName: string, content: string): { body: Buffer; type: string } {
  const boundary = 'yingce-bench'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/csv\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

async function upload(client: HttpClient, content: string): Promise<string> {
  const { body, type } = multipart('export.csv', content)
  const answer = await client.send('POST', '/api/metrics/imports', body, type)
  if (answer.status !== 201) throw new Error(answer.text.slice(0, 500))
  return (JSON.parse(answer.text) as { id: string }).id
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function askMs(client: HttpClient, question: object): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ASKED; round++) {
    const answer = await client.send('POST', '/api/metrics/query', question)
    if (answer.status !== 200) throw new Error(answer.text.slice(0, 500))
    times.push(answer.milliseconds)
  }
  return median(times)
}

async function measure(server: MeasuredServer, client: HttpClient, rows: number): Promise<Measured> {
  const content = exportOf(rows)
  const cpu = server.cpuMs()
  let peakServerMb = 0
  const watch = setInterval(() => {
    peakServerMb = Math.max(peakServerMb, serverMb(server))
  }, SAMPLE_MS)
  let id = ''
  const uploadSeconds = await seconds(async () => {
    id = await upload(client, content)
  })
  const confirmSeconds = await seconds(() => client.json('POST', `/api/metrics/imports/${id}/confirm`, {}))
  clearInterval(watch)
  const cpuSeconds = (server.cpuMs() - cpu) / 1000
  const period = { from: '2025-01-01', to: '2025-12-31' }
  const metrics = [
    'impressions',
    'clicks',
    'cost',
    'conversions',
    'revenue',
    'ctr',
    'cvrClick',
    'cpa',
    'roas',
  ]
  const boardMs = await askMs(client, { metrics, groupBy: ['channel'], granularity: 'month', period })
  const campaignMs = await askMs(client, {
    metrics,
    groupBy: ['campaign'],
    filters: { channel: ['渠道3'] },
    period: { from: '2025-06-01', to: '2025-06-30' },
  })
  let again = ''
  const againSeconds = await seconds(async () => {
    again = await upload(client, content)
    await client.json('POST', `/api/metrics/imports/${again}/confirm`, {})
  })
  const undoSeconds = await seconds(() => client.json('POST', `/api/metrics/imports/${id}/undo`, {}))
  return {
    rows,
    megabytes: content.length / 1e6,
    uploadSeconds,
    confirmSeconds,
    cpuSeconds,
    peakServerMb,
    boardMs,
    campaignMs,
    againSeconds,
    undoSeconds,
  }
}

const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite)
const folder = mkdtempSync(join(tmpdir(), 'yingce-metrics-bench-'))
const results: Measured[] = []
const load = loadavg()[0] ?? 0
try {
  for (const rows of sizes.length > 0 ? sizes : [1_000_000]) {
    const server = await startServer(join(folder, String(rows)))
    const client = await setUpOwner(server.origin)
    results.push(await measure(server, client, rows))
    client.close()
    await server.stop('SIGTERM')
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const text = table(
  [
    'rows',
    'file MB',
    'upload + read s',
    'confirm s',
    'CPU s',
    'server peak MB',
    'board p50 ms',
    'campaigns of a month p50 ms',
    'same file again s',
    'undo s',
  ],
  results.map((one) => [
    one.rows.toLocaleString('en'),
    one.megabytes.toFixed(0),
    one.uploadSeconds.toFixed(1),
    one.confirmSeconds.toFixed(1),
    one.cpuSeconds.toFixed(1),
    one.peakServerMb.toFixed(0),
    one.boardMs.toFixed(1),
    one.campaignMs.toFixed(1),
    one.againSeconds.toFixed(1),
    one.undoSeconds.toFixed(1),
  ]),
)
console.log(`${text}\nload of the machine at the start: ${load.toFixed(1)}`)
if (process.argv.includes('--write'))
  writeFileSync(join(import.meta.dirname, 'results', 'metrics.md'), `${text}\n`)
