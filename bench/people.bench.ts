/**
 * Many people at once on one server: what open pages cost while nothing happens,
 * how fast an edit reaches them all, and 200 people who read and edit together.
 * See bench/README.md.
 *
 * Run: node scripts/run.mjs bench/people.bench.ts [people]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { table } from './server/figures.ts'
import { HttpClient, setUpOwner } from './server/http-client.ts'
import { type MeasuredServer, startServer } from './server/measured-server.ts'
import { newPlan, type SamplePlan } from './server/sample-tasks.ts'
import { bulkCreate } from './server/scenarios.ts'
import { quantile } from './server/statistics.ts'
import { openEventStream } from './server/event-stream.ts'

const PEOPLE = Number(process.argv[2] ?? 200)
const SECONDS = 20
const EDITS_PER_SECOND = 60
/** Between two requests of one person; nobody clicks faster for long. */
const THINK_MS = 500

interface Load {
  readonly cores: number
  readonly memoryMb: number
}

/** CPU and memory of server and database while something goes on. */
async function loadDuring(server: MeasuredServer, work: () => Promise<unknown>): Promise<Load> {
  const before = server.cpuMs()
  const started = performance.now()
  await work()
  return { cores: (server.cpuMs() - before) / (performance.now() - started), memoryMb: server.memoryMb() }
}

/** Edits tasks evenly over the time; @returns when each edit was sent, by task */
async function editSteadily(
  client: HttpClient,
  plan: SamplePlan,
  ids: readonly string[],
  seconds: number,
): Promise<Map<string, number>> {
  const sent = new Map<string, number>()
  const open: Promise<unknown>[] = []
  const started = performance.now()
  for (let index = 0; index < seconds * EDITS_PER_SECOND; index++) {
    await sleep(Math.max(0, started + (index * 1000) / EDITS_PER_SECOND - performance.now()))
    const id = ids[index]!
    sent.set(id, performance.now())
    open.push(
      client.json('PATCH', `/api/plans/${plan.id}/tasks/${id}`, {
        version: 1,
        values: { remark: `改动 ${index}` },
      }),
    )
  }
  await Promise.all(open)
  return sent
}

/** What one person does at a time: mostly look, sometimes edit. */
function actionOf(
  plan: SamplePlan,
  id: string,
  index: number,
): { kind: string; method: string; path: string; body?: object } {
  switch (index % 8) {
    case 0:
      return { kind: 'board', method: 'GET', path: `/api/plans/${plan.id}/board` }
    case 1:
      return { kind: 'groups', method: 'GET', path: `/api/plans/${plan.id}/task-groups?by=phaseId` }
    case 2:
    case 5:
      return {
        kind: 'edit',
        method: 'PATCH',
        path: `/api/plans/${plan.id}/tasks/${id}`,
        body: { version: 1, isOverwriting: true, values: { remark: `第 ${index} 次` } },
      }
    case 3:
      return { kind: 'one task', method: 'GET', path: `/api/plans/${plan.id}/tasks/${id}` }
    case 6:
      return { kind: 'plans', method: 'GET', path: '/api/plans' }
    default:
      return {
        kind: 'list of 100',
        method: 'GET',
        path: `/api/plans/${plan.id}/tasks?limit=100&status=in_progress&sort=-budget`,
      }
  }
}

interface Answered {
  readonly kind: string
  readonly status: number
  readonly milliseconds: number
}

async function beOnePerson(
  client: HttpClient,
  plan: SamplePlan,
  ids: readonly string[],
  number: number,
  end: number,
): Promise<Answered[]> {
  const answered: Answered[] = []
  await sleep((number * THINK_MS) / PEOPLE)
  for (let index = number; performance.now() < end; index++) {
    const { kind, method, path, body } = actionOf(plan, ids[(number * 37 + index) % ids.length]!, index)
    const { status, milliseconds } = await client
      .send(method, path, body)
      .catch(() => ({ status: 0, milliseconds: 0 }))
    answered.push({ kind, status, milliseconds })
    await sleep(THINK_MS)
  }
  return answered
}

const dataDir = mkdtempSync(join(tmpdir(), 'yingce-people-'))
const server = await startServer(dataDir)
try {
  const owner = await setUpOwner(server.origin)
  const plan = await newPlan(owner, '计划')
  const { ids } = await bulkCreate(server, owner, plan, 10_000)
  const editor = new HttpClient(server.origin, 16)
  editor.cookie = owner.cookie
  console.log(
    `${PEOPLE} people, 10,000 tasks; load at the start ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}\n`,
  )

  const without = server.memoryMb()
  const arrivals: { id: string; at: number }[] = []
  const streams = await Promise.all(
    Array.from({ length: PEOPLE }, () =>
      openEventStream(server.origin, owner.cookie, (id) => arrivals.push({ id, at: performance.now() })),
    ),
  )
  await sleep(2_000)
  const idle = await loadDuring(server, () => sleep(10_000))
  let sent = new Map<string, number>()
  const busy = await loadDuring(server, async () => {
    sent = await editSteadily(editor, plan, ids.slice(5_000), 10)
  })
  await sleep(1_000)
  const delays = arrivals.flatMap(({ id, at }) => (sent.has(id) ? [at - sent.get(id)!] : []))
  const row = (name: string, load: Load): string[] => [name, load.cores.toFixed(2), load.memoryMb.toFixed(0)]
  console.log(
    table(
      ['open event streams', 'cores', 'MB'],
      [
        ['none', '', without.toFixed(0)],
        row(`${PEOPLE}, idle`, idle),
        row(`${PEOPLE}, ${EDITS_PER_SECOND} edits a second`, busy),
      ],
    ),
  )
  console.log(
    `\nan edit reaches a page after p50 ${quantile(delays, 0.5).toFixed(0)} ms, p99 ${quantile(delays, 0.99).toFixed(0)} ms; ${delays.length} of ${sent.size * PEOPLE} arrived\n`,
  )

  let answered: Answered[] = []
  const together = await loadDuring(server, async () => {
    const end = performance.now() + SECONDS * 1000
    const people = Array.from({ length: PEOPLE }, () => {
      const client = new HttpClient(server.origin)
      client.cookie = owner.cookie
      return client
    })
    answered = (
      await Promise.all(people.map((client, number) => beOnePerson(client, plan, ids, number, end)))
    ).flat()
    for (const client of people) client.close()
  })
  const kinds = Map.groupBy(answered, ({ kind }) => kind)
  const line = (name: string, of: readonly Answered[]): string[] => {
    const times = of.map(({ milliseconds }) => milliseconds)
    return [
      name,
      String(of.length),
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.99).toFixed(1),
      String(of.filter(({ status }) => status === 0 || status >= 400).length),
    ]
  }
  console.log(
    table(
      ['all at once', 'requests', 'p50 ms', 'p99 ms', 'errors'],
      [...[...kinds].map(([kind, of]) => line(kind, of)), line('together', answered)],
    ),
  )
  console.log(
    `\n${(answered.length / SECONDS).toFixed(0)} requests a second, ${together.cores.toFixed(2)} cores, ${together.memoryMb.toFixed(0)} MB`,
  )
  for (const stream of streams) stream.close()
  owner.close()
  editor.close()
} finally {
  await server.stop('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
}
