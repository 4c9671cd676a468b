import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSamplePaths } from './attribution/sample-paths.ts'
import { growthChart } from './chart/growth-chart.ts'

/**
 * `yingce attribute` as a whole process, by number of rows: start, reading the file, five models that look at
 * one path at a time, and exact Markov chains of order 1 and 2. Linux with GNU time:
 *   node bench/attribution.bench.ts
 *
 * CPU is user and system time of all threads; memory is the largest resident set.
 */
const RUNS = 3
const LIMIT_CPU_S = 5
const LIMIT_RSS_MB = 400
const MODELS = 'first,last,linear,position,linear-unique,markov'

interface Cost {
  readonly cpuSeconds: number
  readonly wallSeconds: number
  readonly rssMb: number
}

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'yingce-attribution-'))

function attributed(path: string): Cost {
  const figures = join(scratch, 'figures.txt')
  const command = ['apps/cli/src/main.ts', 'attribute', path, '--model', MODELS, '--order', '1,2', '--json']
  execFileSync('/usr/bin/time', ['-f', '%U %S %e %M', '-o', figures, process.execPath, ...command], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [user = NaN, system = NaN, wall = NaN, kilobytes = NaN] = readFileSync(figures, 'utf8')
    .split(' ')
    .map(Number)
  return { cpuSeconds: user + system, wallSeconds: wall, rssMb: kilobytes / 1024 }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

const rows = [1_000, 10_000, 100_000, 1_000_000].map((count) => {
  const path = join(scratch, `${count}.csv`)
  writeSamplePaths(path, count)
  const costs = Array.from({ length: RUNS }, () => attributed(path))
  const middle = (of: (cost: Cost) => number): number =>
    round(costs.map(of).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN)
  return {
    rows: count,
    fileMb: round(statSync(path).size / 1e6),
    cpuSeconds: middle(({ cpuSeconds }) => cpuSeconds),
    wallSeconds: middle(({ wallSeconds }) => wallSeconds),
    rssMb: Math.max(...costs.map(({ rssMb }) => round(rssMb))),
  }
})
rmSync(scratch, { recursive: true })

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  limits: { cpuSecondsAtMillion: LIMIT_CPU_S, rssMbAtMillion: LIMIT_RSS_MB },
  models: `${MODELS} (orders 1 and 2)`,
  rows,
}
console.log(JSON.stringify(results, null, 2))
const folder = new URL('results/', import.meta.url)
writeFileSync(new URL('attribution.json', folder), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  new URL('attribution.svg', folder),
  growthChart('Attribution: the whole command, by number of path rows', [
    { name: 'CPU, milliseconds', points: rows.map((row) => ({ x: row.rows, y: row.cpuSeconds * 1000 })) },
    { name: 'memory, MB', points: rows.map((row) => ({ x: row.rows, y: row.rssMb })) },
  ]),
)
const largest = rows.at(-1)
if ((largest?.cpuSeconds ?? Infinity) > LIMIT_CPU_S || (largest?.rssMb ?? Infinity) > LIMIT_RSS_MB)
  process.exitCode = 1
