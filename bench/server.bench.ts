/**
 * The server as `npm start` runs it, its own PostgreSQL included and every commit
 * on the disk, driven over HTTP from this process. What each figure means and
 * what bounds it: bench/README.md.
 *
 * Run: node scripts/run.mjs bench/server.bench.ts [--growth] [--write]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { growthChart } from './chart/growth-chart.ts'
import { fdatasyncMs } from './server/disk.ts'
import { type Figure, figureTable, table } from './server/figures.ts'
import { HttpClient, setUpOwner } from './server/http-client.ts'
import { installSize } from './server/install-size.ts'
import { type MeasuredServer, startServer } from './server/measured-server.ts'
import type { Timing } from './server/measure-requests.ts'
import { newPlan } from './server/sample-tasks.ts'
import { bulkCreate, eightBulks, groups, list, updateOne } from './server/scenarios.ts'
import { measureSecondStart } from './server/second-start.ts'
import { median } from './server/statistics.ts'

const TASKS = 10_000
const GROWTH = [1_000, 10_000, 100_000]
const RESULTS = join(import.meta.dirname, 'results')

/** Everything at 10,000 tasks; a second plan of as many lies beside it. */
async function measureFigures(
  first: MeasuredServer,
  client: HttpClient,
  dataDir: string,
  fsync: number,
): Promise<{ figures: Figure[]; server: MeasuredServer }> {
  const bulks = []
  let plan = await newPlan(client, '计划')
  bulks.push(await bulkCreate(first, client, plan, TASKS))
  for (let index = 0; index < 4; index++) {
    plan = await newPlan(client, `计划 ${index + 2}`)
    bulks.push(await bulkCreate(first, client, plan, TASKS))
  }
  const unindexed = await list(first, client, plan, '-budget')
  const byText = await list(first, client, plan, 'owner')
  const indexed = await list(first, client, plan, 'position')
  const grouped = await groups(first, client, plan)
  const update = await updateOne(first, client, plan, bulks.at(-1)!.ids)
  const memory = first.memoryMb()
  const eight = await eightBulks(first, client)
  const restarted = await measureSecondStart(first, dataDir)
  const size = installSize()
  return {
    server: restarted.server,
    figures: [
      {
        name: 'bulk create 10,000 × 20 in one request',
        unit: 's',
        ours: median(bulks.map(({ seconds }) => seconds)),
        goal: 0.8,
        peer: [6.4, 6.4],
      },
      {
        name: '… CPU of server and database',
        unit: 's',
        ours: median(bulks.map(({ cpuSeconds }) => cpuSeconds)),
        goal: null,
        peer: null,
      },
      {
        name: 'list 100 with total, filtered, sorted without an index, p50',
        unit: 'ms',
        ours: unindexed.p50,
        goal: 4,
        peer: [21, 24],
      },
      { name: '… CPU', unit: 'ms', ours: unindexed.cpu, goal: 5, peer: [13, 16] },
      { name: '… sorted by text in pinyin order, p50', unit: 'ms', ours: byText.p50, goal: null, peer: null },
      { name: '… in the plan’s own order, p50', unit: 'ms', ours: indexed.p50, goal: null, peer: null },
      { name: 'groups with six aggregates, p50', unit: 'ms', ours: grouped.p50, goal: 5, peer: [19, 19] },
      { name: '… CPU', unit: 'ms', ours: grouped.cpu, goal: null, peer: null },
      {
        name: 'update one, beyond the fsync, p50',
        unit: 'ms',
        ours: Math.max(0, update.p50 - fsync),
        goal: 3,
        peer: [13, 13],
      },
      { name: '… CPU', unit: 'ms', ours: update.cpu, goal: null, peer: null },
      { name: 'memory after the run', unit: 'MB', ours: memory, goal: 250, peer: [428, 428] },
      {
        name: '… its peak during eight bulk imports at once',
        unit: 'MB',
        ours: eight.peakMb,
        goal: null,
        peer: null,
      },
      { name: '… time for the eight', unit: 's', ours: eight.seconds, goal: null, peer: null },
      {
        name: 'second start to a healthy answer',
        unit: 's',
        ours: restarted.afterStop / 1000,
        goal: 1.5,
        peer: [9, 9],
      },
      {
        name: '… after kill -9, database taken over',
        unit: 's',
        ours: restarted.afterKill / 1000,
        goal: 1.5,
        peer: null,
      },
      { name: 'runtime install', unit: 'MB', ours: size.runtimeMb, goal: 400, peer: [1600, 1600] },
      { name: '… with the build tools', unit: 'MB', ours: size.withToolsMb, goal: null, peer: null },
    ],
  }
}

interface Grown {
  readonly tasks: number
  readonly bulk: number
  readonly unindexed: Timing
  readonly indexed: Timing
  readonly grouped: Timing
  readonly update: Timing
}

async function measureAt(tasks: number, server: MeasuredServer, client: HttpClient): Promise<Grown> {
  const plan = await newPlan(client, `${tasks} 项`)
  const bulk = await bulkCreate(server, client, plan, tasks)
  await sleep(2_000)
  return {
    tasks,
    bulk: bulk.seconds * 1000,
    unindexed: await list(server, client, plan, '-budget', 60),
    indexed: await list(server, client, plan, 'position', 60),
    grouped: await groups(server, client, plan, 60),
    update: await updateOne(server, client, plan, bulk.ids, 200),
  }
}

/** The same work on plans of growing size, each beside all the others. */
async function measureGrowth(
  server: MeasuredServer,
  client: HttpClient,
): Promise<{ markdown: string; svg: string }> {
  const measured: Grown[] = []
  for (const tasks of GROWTH) measured.push(await measureAt(tasks, server, client))
  const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1))
  const rows = measured.map(({ tasks, bulk, unindexed, indexed, grouped, update }) => [
    tasks.toLocaleString('en'),
    ms(bulk),
    `${ms(unindexed.p50)} (${ms(unindexed.cpu)})`,
    `${ms(indexed.p50)} (${ms(indexed.cpu)})`,
    `${ms(grouped.p50)} (${ms(grouped.cpu)})`,
    `${ms(update.p50)} (${ms(update.cpu)})`,
  ])
  const line = (name: string, of: (one: Grown) => number) => ({
    name,
    points: measured.map((one) => ({ x: one.tasks, y: of(one) })),
  })
  return {
    markdown: table(
      ['tasks', 'bulk create', 'list, unindexed sort', 'list, plan’s order', 'groups', 'update one'],
      rows,
    ),
    svg: growthChart('Milliseconds by number of tasks in the plan', [
      line('bulk create, all', ({ bulk }) => bulk),
      line('list, unindexed sort', ({ unindexed }) => unindexed.p50),
      line('list, plan’s order', ({ indexed }) => indexed.p50),
      line('groups', ({ grouped }) => grouped.p50),
      line('update one', ({ update }) => update.p50),
    ]),
  }
}

function machine(fsync: number): string {
  const [cpu] = cpus()
  return [
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}-${process.arch};`,
    `fsync on, fdatasync of 8 KB p50 ${fsync.toFixed(2)} ms; load at the start ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}.`,
  ].join(' ')
}

const month = new Date().toISOString().slice(0, 7)
const dataDir = mkdtempSync(join(tmpdir(), 'yingce-bench-'))
let server = await startServer(dataDir)
try {
  const fsync = fdatasyncMs(dataDir)
  const about = machine(fsync)
  console.log(`${about}\n`)
  const client = await setUpOwner(server.origin)
  const { figures, server: restarted } = await measureFigures(server, client, dataDir, fsync)
  const { cookie } = client
  client.close()
  server = restarted
  let report = `${about}\n\n${figureTable(figures)}\n`
  console.log(figureTable(figures))
  if (process.argv.includes('--growth')) {
    const again = new HttpClient(server.origin)
    again.cookie = cookie
    const growth = await measureGrowth(server, again)
    again.close()
    console.log(`\n${growth.markdown}`)
    report += `\nGrowth, p50 in ms (CPU of server and database in brackets):\n\n${growth.markdown}\n\n![Growth](${month}-growth.svg)\n`
    if (process.argv.includes('--write')) writeFileSync(join(RESULTS, `${month}-growth.svg`), growth.svg)
  }
  if (process.argv.includes('--write'))
    writeFileSync(join(RESULTS, `${month}.md`), `# Server, ${month}\n\n${report}`)
} finally {
  await server.stop('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
}
