import { setTimeout as sleep } from 'node:timers/promises'
import { HttpClient } from './http-client.ts'
import { measureRequests, type Timing } from './measure-requests.ts'
import type { MeasuredServer } from './measured-server.ts'
import { newPlan, type SamplePlan, sampleTasks } from './sample-tasks.ts'

/** The most that one request takes. */
const MAX_BULK = 10_000
/** For the ANALYZE that follows a bulk, which is not part of what comes next. */
const SETTLE_MS = 1_500

const FILTER = 'status=in_progress,not_started,done&plannedStartFrom=2026-04-01'

interface Bulk {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly ids: string[]
}

/** Creates the tasks in requests of 10,000; the body is written beforehand, that is the client's work. */
export async function bulkCreate(
  server: MeasuredServer,
  client: HttpClient,
  plan: SamplePlan,
  count: number,
): Promise<Bulk> {
  const tasks = sampleTasks(count, plan.phaseIds)
  const bodies: Buffer[] = []
  for (let start = 0; start < count; start += MAX_BULK)
    bodies.push(Buffer.from(JSON.stringify({ items: tasks.slice(start, start + MAX_BULK) })))
  const before = server.cpuMs()
  let milliseconds = 0
  const ids: string[] = []
  for (const body of bodies) {
    const answer = await client.send('POST', `/api/plans/${plan.id}/tasks/bulk`, body)
    if (answer.status !== 201) throw new Error(answer.text.slice(0, 500))
    milliseconds += answer.milliseconds
    for (const { id } of (JSON.parse(answer.text) as { items: { id: string }[] }).items) ids.push(id)
  }
  const cpuSeconds = (server.cpuMs() - before) / 1000
  await sleep(SETTLE_MS)
  return { seconds: milliseconds / 1000, cpuSeconds, ids }
}

/** A hundred rows of a filtered list with the total count, sorted by a column. */
export function list(
  server: MeasuredServer,
  client: HttpClient,
  plan: SamplePlan,
  sort: string,
  count = 300,
): Promise<Timing> {
  return measureRequests(server, client, count, () => ({
    method: 'GET',
    path: `/api/plans/${plan.id}/tasks?limit=100&${FILTER}&sort=${sort}`,
  }))
}

/** Tasks by one field with count, done count, two sums, the span of dates and weighted progress. */
export function groups(
  server: MeasuredServer,
  client: HttpClient,
  plan: SamplePlan,
  count = 300,
): Promise<Timing> {
  return measureRequests(server, client, count, (index) => ({
    method: 'GET',
    path: `/api/plans/${plan.id}/task-groups?by=${['owner', 'strategy', 'phaseId', 'status'][index % 4]}`,
  }))
}

/** One field of one task after the other, each with the version check and its line in the history. */
export function updateOne(
  server: MeasuredServer,
  client: HttpClient,
  plan: SamplePlan,
  ids: readonly string[],
  count = 300,
): Promise<Timing> {
  // Far apart from one another, as people's edits are; each task once, so that its version is 1.
  const step = Math.max(1, Math.floor(ids.length / (count + 60)))
  return measureRequests(server, client, count, (index) => ({
    method: 'PATCH',
    path: `/api/plans/${plan.id}/tasks/${ids[(index * step) % ids.length]}`,
    body: { version: 1 + Math.floor((index * step) / ids.length), values: { remark: `改动 ${index}` } },
  }))
}

interface Peak {
  readonly seconds: number
  readonly peakMb: number
}

/** The largest memory while the work goes on, looked at every 50 ms. */
export async function peakDuring(server: MeasuredServer, work: () => Promise<unknown>): Promise<Peak> {
  let peakMb = 0
  let isDone = false
  const started = performance.now()
  const watch = (async () => {
    while (!isDone) {
      peakMb = Math.max(peakMb, server.memoryMb())
      await sleep(50)
    }
  })()
  await work()
  const seconds = (performance.now() - started) / 1000
  isDone = true
  await watch
  return { seconds, peakMb }
}

/** Eight people who each send 10,000 tasks into a plan of their own, at the same moment. */
export async function eightBulks(server: MeasuredServer, owner: HttpClient): Promise<Peak> {
  const plans = await Promise.all(
    Array.from({ length: 8 }, (_, index) => newPlan(owner, `八人同时 ${index + 1}`)),
  )
  const bodies = plans.map((plan) =>
    Buffer.from(JSON.stringify({ items: sampleTasks(MAX_BULK, plan.phaseIds) })),
  )
  const client = new HttpClient(server.origin, 8)
  client.cookie = owner.cookie
  const peak = await peakDuring(server, () =>
    Promise.all(
      plans.map(async (plan, index) => {
        const { status, text } = await client.send('POST', `/api/plans/${plan.id}/tasks/bulk`, bodies[index]!)
        if (status !== 201) throw new Error(text.slice(0, 500))
      }),
    ),
  )
  client.close()
  return peak
}
