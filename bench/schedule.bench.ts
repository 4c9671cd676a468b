import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { reschedule } from '../packages/domain/src/schedule/reschedule.ts'
import { schedule } from '../packages/domain/src/schedule/schedule.ts'
import { STANDARD_CALENDAR, withStatutoryDays } from '../packages/domain/src/schedule/schedule-calendar.ts'
import { PLAIN_TASK } from '../packages/domain/src/schedule/schedule-network.ts'
import type { NetworkLink, ScheduleNetwork } from '../packages/domain/src/schedule/schedule-network.ts'
import { CN_WORK_CALENDAR } from '../packages/domain/src/calendar/work-calendar.ts'
import { growthChart } from './chart/growth-chart.ts'
import { processorTime } from './timing/processor-time.ts'

/**
 * Full pass and one moved task, by size, in milliseconds of the processor. Run on an idle machine:
 *   node scripts/run.mjs bench/schedule.bench.ts
 *
 * A network of n tasks has 1.5 n links of all types with lags, each from one of the 300 tasks before,
 * and the statutory calendar. The full pass includes checking and ordering the network. The moved task
 * of the second measure is longer by a day, the third moves the project's first task.
 */
const FULL_RUNS = 9
/** A server that has moved some tasks before: the first runs of a process are compiled while they run. */
const MOVE_RUNS = 41
const LIMIT_FULL_MS = 300
const LIMIT_MOVE_MS = 8

function sampleNetwork(tasks: number): ScheduleNetwork {
  let seed = 20_260_618
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const types = ['FS', 'FS', 'FS', 'SS', 'FF', 'SF'] as const
  const links = Array.from({ length: tasks * 1.5 }, (): NetworkLink => {
    const to = 1 + random(tasks - 1)
    const from = Math.max(0, to - 1 - random(300))
    return {
      from: `T${from}`,
      to: `T${to}`,
      type: types[random(types.length)] ?? 'FS',
      lag: { unit: 'working', amount: (random(7) - 2) * 480 },
    }
  })
  return {
    projectStart: '2026-01-05T08:00',
    statusDate: null,
    calendars: [withStatutoryDays(STANDARD_CALENDAR, CN_WORK_CALENDAR)],
    calendar: STANDARD_CALENDAR.name,
    tasks: Array.from({ length: tasks }, (_unused, task) => ({
      ...PLAIN_TASK,
      id: `T${task}`,
      durationMinutes: random(10) * 480,
    })),
    links,
  }
}

const rows = [1_000, 3_000, 10_000, 30_000, 100_000].map((tasks) => {
  const network = sampleNetwork(tasks)
  const computed = schedule(network)
  const longer = (id: string) => {
    const known = network.tasks[computed.compiled.indexOf.get(id) ?? 0]?.durationMinutes ?? 0
    return reschedule(computed, id, { durationMinutes: known + 480 })
  }
  const middle = `T${tasks / 2}`
  return {
    tasks,
    links: network.links.length,
    full: processorTime(FULL_RUNS, () => schedule(network)),
    moveMiddle: { ...processorTime(MOVE_RUNS, () => longer(middle)), moved: longer(middle).moved.length },
    moveFirst: { ...processorTime(MOVE_RUNS, () => longer('T0')), moved: longer('T0').moved.length },
  }
})

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`,
  load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  limits: { fullMsAt100k: LIMIT_FULL_MS, moveMsAt10k: LIMIT_MOVE_MS },
  rows,
}
console.log(JSON.stringify(results, null, 2))
const folder = new URL('results/', import.meta.url)
writeFileSync(new URL('schedule.json', folder), `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(
  new URL('schedule.svg', folder),
  growthChart('Schedule: milliseconds by number of tasks', [
    { name: 'full pass', points: rows.map((row) => ({ x: row.tasks, y: row.full.median })) },
    { name: 'one task longer', points: rows.map((row) => ({ x: row.tasks, y: row.moveMiddle.median })) },
    { name: 'first task longer', points: rows.map((row) => ({ x: row.tasks, y: row.moveFirst.median })) },
  ]),
)
const full = rows.find((row) => row.tasks === 100_000)?.full.median ?? Infinity
const move = rows.find((row) => row.tasks === 10_000)
const slowest = Math.max(move?.moveMiddle.median ?? Infinity, move?.moveFirst.median ?? Infinity)
if (full > LIMIT_FULL_MS || slowest > LIMIT_MOVE_MS) process.exitCode = 1
