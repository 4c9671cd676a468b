import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { detectAnomalies } from '../packages/domain/src/alerting/anomaly/detect-anomalies.ts'
import type { AnomalySeries } from '../packages/domain/src/alerting/anomaly/detect-anomalies.ts'
import { growthChart } from './chart/growth-chart.ts'

/**
 * Anomaly scores by number of points: the computation alone, and `yingce detect --json` as a whole process
 * (start, reading the file, scores, writing). Linux with GNU time:
 *   node bench/detect.bench.ts
 *
 * CPU is user and system time of all threads; memory is the largest resident set.
 */
const RUNS = 5
const LIMIT_CPU_S = 2
const MINUTE_MS = 60_000
const SIZES = [1_000, 10_000, 100_000, 1_000_000]

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'yingce-detect-'))

/** A daily rhythm with seeded noise and a spike now and then, a point every five minutes. */
function sampleSeries(points: number): AnomalySeries {
  let seed = 20_260_618
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  return {
    times: Float64Array.from(
      { length: points },
      (_unused, index) => Date.UTC(2020, 0, 1) + index * 5 * MINUTE_MS,
    ),
    values: Float64Array.from(
      { length: points },
      (_unused, index) =>
        3 +
        Math.sin((2 * Math.PI * index) / 288) +
        0.2 * (random() + random() - 1) +
        (random() < 0.0005 ? 3 : 0),
    ),
  }
}

function cpuSeconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function wholeProcess({ times, values }: AnomalySeries) {
  const path = join(scratch, 'series.csv')
  const rows = [...times].map(
    (at, index) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')},${values[index]}\n`,
  )
  writeFileSync(path, `timestamp,value\n${rows.join('')}`)
  const figures = join(scratch, 'figures.txt')
  execFileSync(
    '/usr/bin/time',
    ['-f', '%U %S %e %M', '-o', figures, process.execPath, 'apps/cli/src/main.ts', 'detect', path, '--json'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [user = NaN, system = NaN, wall = NaN, kilobytes = NaN] = readFileSync(figures, 'utf8')
    .split(' ')
    .map(Number)
  return { cpuSeconds: rounded(user + system), wallSeconds: wall, rssMb: Math.round(kilobytes / 1024) }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10_000) / 10_000
}

const rows = SIZES.map((points) => {
  const series = sampleSeries(points)
  detectAnomalies(series)
  const times = Array.from({ length: RUNS }, () => cpuSeconds(() => detectAnomalies(series))).toSorted(
    (a, b) => a - b,
  )
  return {
    points,
    scores: { best: rounded(times[0] ?? NaN), median: rounded(times[Math.floor(RUNS / 2)] ?? NaN) },
    command: wholeProcess(series),
  }
})
rmSync(scratch, { recursive: true, force: true })

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  limits: { scoresCpuSecondsAt1M: LIMIT_CPU_S },
  rows,
}
console.log(JSON.stringify(results, null, 2))
const folder = new URL('results/', import.meta.url)
writeFileSync(new URL('detect.json', folder), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  new URL('detect.svg', folder),
  growthChart('Anomaly scores: CPU milliseconds by number of points', [
    { name: 'scores alone', points: rows.map((row) => ({ x: row.points, y: row.scores.median * 1000 })) },
    {
      name: 'yingce detect --json',
      points: rows.map((row) => ({ x: row.points, y: row.command.cpuSeconds * 1000 })),
    },
  ]),
)
if ((rows.at(-1)?.scores.median ?? Infinity) > LIMIT_CPU_S) process.exitCode = 1
