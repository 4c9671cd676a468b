/**
 * Metric facts: a CSV of a million rows from upload to the last fact written,
 * then the questions of a board over a year and 20 channels. What each figure
 * means: bench/README.md.
 *
 * Run: node scripts/run.mjs bench/metrics.bench.ts [rows …] [--growth[=millions]] [--write]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { growthChart } from './chart/growth-chart.ts'
import { sampleExport } from './metrics/sample-export.ts'
import { table } from './server/figures.ts'
import { type HttpClient, setUpOwner } from './server/http-client.ts'
import { type MeasuredServer, startServer } from './server/measured-server.ts'
import { median } from './server/statistics.ts'

const ASKED = 200
const SAMPLE_MS = 250
const YEAR = 2025
/** Years of a million facts each after which the growing database is asked. */
const GROWTH = [1, 2, 5, 10]
const ROWS_PER_YEAR = 1_000_000
const METRICS = ['impressions', 'clicks', 'cost', 'conversions', 'revenue', 'ctr', 'cvrClick', 'cpa', 'roas']

/** Wall time, CPU of the server with all its processes, and the most memory they had together. */
interface Cost {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMb: number
}

interface Asked {
  readonly boardMs: number
  readonly boardCpuMs: number
  readonly campaignMs: number
  readonly campaignCpuMs: number
}

function multipart(fileName: string, content: Buffer): { body: Buffer; type: string } {
  const boundary = 'yingce-bench'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/csv\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

async function upload(client: HttpClient, content: Buffer): Promise<string> {
  const { body, type } = multipart('export.csv', content)
  const answer = await client.send('POST', '/api/metrics/imports', body, type)
  if (answer.status !== 201) throw new Error(answer.text.slice(0, 500))
  return (JSON.parse(answer.text) as { id: string }).id
}

async function cost(server: MeasuredServer, work: () => Promise<unknown>): Promise<Cost> {
  let peakMb = server.memoryMb()
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, server.memoryMb())
  }, SAMPLE_MS)
  const cpu = server.cpuMs()
  const started = performance.now()
  await work()
  const seconds = (performance.now() - started) / 1000
  clearInterval(watch)
  return { seconds, cpuSeconds: (server.cpuMs() - cpu) / 1000, peakMb }
}

async function ask(
  server: MeasuredServer,
  client: HttpClient,
  question: object,
): Promise<{ ms: number; cpuMs: number }> {
  const times: number[] = []
  const cpu = server.cpuMs()
  for (let round = 0; round < ASKED; round++) {
    const answer = await client.send('POST', '/api/metrics/query', question)
    if (answer.status !== 200) throw new Error(answer.text.slice(0, 500))
    times.push(answer.milliseconds)
  }
  return { ms: median(times), cpuMs: (server.cpuMs() - cpu) / ASKED }
}

async function askAll(server: MeasuredServer, client: HttpClient, year: number): Promise<Asked> {
  // The statistics that a large import renews are its work, not the questions'.
  await settled(server)
  const board = await ask(server, client, {
    metrics: METRICS,
    groupBy: ['channel'],
    granularity: 'month',
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
  })
  const campaigns = await ask(server, client, {
    metrics: METRICS,
    groupBy: ['campaign'],
    filters: { channel: ['渠道3'] },
    period: { from: `${year}-06-01`, to: `${year}-06-30` },
  })
  return {
    boardMs: board.ms,
    boardCpuMs: board.cpuMs,
    campaignMs: campaigns.ms,
    campaignCpuMs: campaigns.cpuMs,
  }
}

/** Resolves once the server's processes have rested for a while. */
async function settled(server: MeasuredServer): Promise<void> {
  const RESTING_MS = 20
  const LOOK_MS = 500
  for (let before = server.cpuMs(); ;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const now = server.cpuMs()
    if (now - before <= RESTING_MS) return
    before = now
  }
}

interface Assigned {
  /** Saving the first rule, which takes every fact. */
  readonly saved: Cost
  /** Twenty facts of a new day, pushed into the source that has all the others. */
  readonly pushMs: number
  /** A quarter by campaign, over all channels. */
  readonly quarterMs: number
}

const PUSHED_DAYS = 20
const PUSHED = 20
const QUARTERS = 5

async function measureAssigned(server: MeasuredServer, client: HttpClient, year: number): Promise<Assigned> {
  const plan = await client.json<{ id: string }>('POST', '/api/plans', { name: 'All' })
  const { version } = await client.json<{ version: string }>('GET', '/api/assignment')
  const rule = {
    name: 'all',
    conditions: [{ field: 'channel', operator: 'contains', value: '渠道', part: null }],
    target: { planId: plan.id, strategy: null, creator: null, shares: [] },
  }
  const saved = await cost(server, () => client.json('PUT', '/api/assignment', { version, rules: [rule] }))
  await settled(server)
  const { items } = await client.json<{ items: { name: string }[] }>('GET', '/api/metrics/sources')
  const pushes: number[] = []
  for (let day = 1; day <= PUSHED_DAYS; day++) {
    const rows = Array.from({ length: PUSHED }, (_, index) => ({
      day: `${year + 1}-01-${String(day).padStart(2, '0')}`,
      keys: { channel: `渠道${index}`, campaign: `新计划${index}` },
      values: { clicks: 10 + index, cost: 100 },
    }))
    const answer = await client.send('POST', '/api/metrics/facts', { source: items[0]?.name, rows })
    if (answer.status !== 200) throw new Error(answer.text.slice(0, 500))
    pushes.push(answer.milliseconds)
  }
  const quarters: number[] = []
  for (let round = 0; round < QUARTERS; round++) {
    const question = {
      metrics: METRICS,
      groupBy: ['campaign'],
      period: { from: `${year}-10-01`, to: `${year}-12-31` },
    }
    quarters.push((await client.send('POST', '/api/metrics/query', question)).milliseconds)
  }
  return { saved, pushMs: median(pushes), quarterMs: median(quarters) }
}

interface Imported {
  readonly id: string
  readonly read: Cost
  readonly confirmed: Cost
}

async function importFile(server: MeasuredServer, client: HttpClient, content: Buffer): Promise<Imported> {
  let id = ''
  const read = await cost(server, async () => {
    id = await upload(client, content)
  })
  const confirmed = await cost(server, () => client.json('POST', `/api/metrics/imports/${id}/confirm`, {}))
  return { id, read, confirmed }
}

async function measure(server: MeasuredServer, client: HttpClient, rows: number) {
  const content = sampleExport(rows, YEAR)
  await settled(server)
  const first = await importFile(server, client, content)
  const asked = await askAll(server, client, YEAR)
  const again = await importFile(server, client, content)
  const assigned = await measureAssigned(server, client, YEAR)
  const undone = await cost(server, () => client.json('POST', `/api/metrics/imports/${first.id}/undo`, {}))
  return { rows, megabytes: content.length / 1e6, first, asked, again, assigned, undone }
}

/** One server that gets a million facts a year, asked about the latest of them. */
async function measureGrowth(server: MeasuredServer, client: HttpClient) {
  const points = []
  for (let years = 1; years <= growsTo; years++) {
    const year = YEAR + years - 1
    const before = await importFile(server, client, sampleExport(ROWS_PER_YEAR, year))
    if (!GROWTH.includes(years)) continue
    const cpuSeconds = before.read.cpuSeconds + before.confirmed.cpuSeconds
    const seconds = before.read.seconds + before.confirmed.seconds
    const asked = await askAll(server, client, year)
    points.push({ facts: years * ROWS_PER_YEAR, seconds, cpuSeconds, ...asked })
    console.log(JSON.stringify(points.at(-1)))
  }
  return points
}

async function onServer<T>(
  name: string,
  work: (server: MeasuredServer, client: HttpClient) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `yingce-metrics-bench-${name}-`))
  try {
    const server = await startServer(folder)
    const client = await setUpOwner(server.origin)
    const found = await work(server, client)
    client.close()
    await server.stop('SIGTERM')
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const load = loadavg()[0] ?? 0
const wanted = process.argv.find((word) => word.startsWith('--growth'))
const growsTo = wanted === undefined ? 0 : Number(wanted.split('=')[1] ?? Math.max(...GROWTH))
const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite)
const results = []
for (const rows of sizes.length > 0 ? sizes : [100_000, 1_000_000])
  results.push(await onServer(String(rows), (server, client) => measure(server, client, rows)))
const growth = growsTo > 0 ? await onServer('growth', measureGrowth) : []

const spent = ({ seconds, cpuSeconds }: Cost): string => `${seconds.toFixed(1)} (${cpuSeconds.toFixed(1)})`
const both = ({ read, confirmed }: Imported): string =>
  spent({
    seconds: read.seconds + confirmed.seconds,
    cpuSeconds: read.cpuSeconds + confirmed.cpuSeconds,
    peakMb: 0,
  })
const ms = (wall: number, cpu: number): string => `${wall.toFixed(1)} (${cpu.toFixed(1)})`
const imports = table(
  [
    'rows',
    'file MB',
    'upload and read s',
    'confirm s',
    'both s',
    'peak MB',
    'board ms',
    'campaigns of a month ms',
    'same file again s',
    'assign all s',
    '20 facts more ms',
    'campaigns of a quarter ms',
    'undo s',
  ],
  results.map(({ rows, megabytes, first, asked, again, assigned, undone }) => [
    rows.toLocaleString('en'),
    megabytes.toFixed(0),
    spent(first.read),
    spent(first.confirmed),
    both(first),
    Math.max(first.read.peakMb, first.confirmed.peakMb).toFixed(0),
    ms(asked.boardMs, asked.boardCpuMs),
    ms(asked.campaignMs, asked.campaignCpuMs),
    both(again),
    spent(assigned.saved),
    assigned.pushMs.toFixed(0),
    assigned.quarterMs.toFixed(0),
    spent(undone),
  ]),
)
const growing = table(
  ['facts', 'the last million s', 'board of a year ms', 'campaigns of a month ms'],
  growth.map((one) => [
    one.facts.toLocaleString('en'),
    `${one.seconds.toFixed(1)} (${one.cpuSeconds.toFixed(1)})`,
    ms(one.boardMs, one.boardCpuMs),
    ms(one.campaignMs, one.campaignCpuMs),
  ]),
)
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, Node ${process.versions.node}; load of the machine at the start ${load.toFixed(1)}, at the end ${(loadavg()[0] ?? 0).toFixed(1)}.`
const report = [
  machine,
  'Wall time, in brackets CPU of the server and all its processes; questions p50.',
  imports,
  ...(growth.length > 0 ? [growing] : []),
].join('\n\n')
console.log(report)
if (process.argv.includes('--write')) {
  const folder = join(import.meta.dirname, 'results')
  writeFileSync(
    join(folder, 'metrics.md'),
    `${report}\n${growth.length > 0 ? '\n![Growth](metrics.svg)\n' : ''}`,
  )
  const curve = (name: string, y: (one: (typeof growth)[number]) => number) => ({
    name,
    points: growth.map((one) => ({ x: one.facts, y: y(one) })),
  })
  if (growth.length > 0)
    writeFileSync(
      join(folder, 'metrics.svg'),
      growthChart('Metric facts: CPU milliseconds by number of facts', [
        curve('import of the last million', ({ cpuSeconds }) => cpuSeconds * 1000),
        curve('board of a year, 20 channels', ({ boardCpuMs }) => boardCpuMs),
        curve('campaigns of a month', ({ campaignCpuMs }) => campaignCpuMs),
      ]),
    )
}
