import { setTimeout as sleep } from 'node:timers/promises'
import { TestClock } from 'pg-boss'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../db/database.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createJobs, JOB_SCHEMA } from './create-jobs.ts'
import type { Jobs, WorkspaceRun } from './jobs.ts'
import { runWorkspaceJob } from './run-workspace-job.ts'

const SHANGHAI = '0197d2f0-0000-7000-8000-000000000001'
const ANGELES = '0197d2f0-0000-7000-8000-000000000002'

let database: TestDatabase
let db: Database
let clock: TestClock
let running: Jobs[]
let late: object[]

beforeEach(async () => {
  database = await createTestDatabase()
  db = openDatabase(database.address, () => {})
  running = []
  late = []
  // Tuesday 08:00 in Shanghai, Monday 17:00 in Los Angeles.
  clock = new TestClock('2025-06-10T00:00:00Z')
  for (const [id, zone] of [
    [SHANGHAI, 'Asia/Shanghai'],
    [ANGELES, 'America/Los_Angeles'],
  ])
    await db.pool.query("insert into workspace values ($1, 'w', 'CNY', $2, now())", [id, zone])
})

afterEach(async () => {
  for (const jobs of running) await jobs.stop()
  await db.end()
  await database.drop()
})

interface Seen extends WorkspaceRun {
  readonly workspaceId: string
}

function newJobs(runs: Seen[], at = '09:00'): Jobs {
  const jobs = createJobs({
    db,
    clock: () => new Date(clock.now()),
    log: {
      info: () => {},
      warn: (details, text) => {
        if (text.includes('missed')) late.push(details)
      },
    },
    queueClock: clock,
  })
  jobs.eachWorkspace({
    name: 'test.morning',
    when: () => Promise.resolve({ at }),
    run: async (scope, run) => {
      await scope.run("update workspace set name = name || '+' where id = $1", [scope.workspaceId])
      scope.afterCommit(() => runs.push({ ...run, workspaceId: scope.workspaceId }))
    },
  })
  running.push(jobs)
  return jobs
}

async function stop(jobs: Jobs): Promise<void> {
  running.splice(running.indexOf(jobs), 1)
  await jobs.stop()
}

/** Moves the queue's clock on, and lets what its timers begin come to an end. */
async function pass(minutes: number): Promise<void> {
  for (let half = 0; half < minutes * 2; half++) {
    await clock.tick(30_000)
    await sleep(15)
  }
}

/** Moves on until there are so many runs; fails by the test's own limit when they do not come. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pass(0.5)
}

const name = async (id: string) =>
  (await db.pool.query<{ name: string }>('select name from workspace where id = $1', [id])).rows[0]!.name

describe('a job of each workspace', () => {
  test('runs at nine by the clock of its workspace, whatever the zone of the host', async () => {
    const runs: Seen[] = []
    await newJobs(runs).start()
    await clock.setTime('2025-06-10T00:57:00Z')
    await pass(2)
    expect(runs).toEqual([])
    await until(() => runs.length === 1)
    expect(runs[0]).toMatchObject({
      workspaceId: SHANGHAI,
      dueAt: '2025-06-10T09:00',
      timeZone: 'Asia/Shanghai',
    })
    await clock.setTime('2025-06-10T15:59:00Z')
    await until(() => runs.length === 2)
    expect(runs[1]).toMatchObject({ workspaceId: ANGELES, dueAt: '2025-06-10T09:00' })
    expect(late).toEqual([])
  })

  test('drill 12: down over three mornings, it is made up for once, and the log says so', async () => {
    const runs: Seen[] = []
    const first = newJobs(runs)
    await first.start()
    await pass(1)
    await stop(first)
    await clock.setTime('2025-06-13T03:00:00Z')
    const second = newJobs(runs)
    await second.start()
    await until(() => runs.length >= 2)
    await pass(5)
    expect(runs.map(({ workspaceId, dueAt }) => `${workspaceId} ${dueAt}`).toSorted()).toEqual([
      `${SHANGHAI} 2025-06-13T09:00`,
      `${ANGELES} 2025-06-12T09:00`,
    ])
    expect(late).toHaveLength(2)
    expect(late).toContainEqual({
      job: 'test.morning',
      workspaceId: SHANGHAI,
      dueAt: '2025-06-13T09:00',
      minutesLate: expect.any(Number),
    })
    expect(await name(SHANGHAI)).toBe('w+')
  })

  test('takes over a new time without a restart', async () => {
    const runs: Seen[] = []
    let at = '23:00'
    const jobs = createJobs({
      db,
      clock: () => new Date(clock.now()),
      log: { info: () => {}, warn: () => {} },
      queueClock: clock,
    })
    running.push(jobs)
    jobs.eachWorkspace({
      name: 'test.moving',
      when: () => Promise.resolve({ at }),
      run: (scope, run) => Promise.resolve(void runs.push({ ...run, workspaceId: scope.workspaceId })),
    })
    await jobs.start()
    at = '08:05'
    await jobs.reschedule(SHANGHAI)
    await until(() => runs.length === 1)
    expect(runs[0]).toMatchObject({ workspaceId: SHANGHAI, dueAt: '2025-06-10T08:05' })
  })
})

describe('drill 10: the clock jumps', () => {
  const job = {
    name: 'test.jump',
    when: () => Promise.resolve({ at: '09:00' }),
    run: async (scope: { run(text: string, values: unknown[]): Promise<number>; workspaceId: string }) => {
      await scope.run("update workspace set name = name || '+' where id = $1", [scope.workspaceId])
    },
  } as const
  const runAt = (moment: string) =>
    runWorkspaceJob(db, job, SHANGHAI, new Date(moment), (each) => late.push(each))

  test('a day back: the morning that was done is not done again', async () => {
    expect(await runAt('2025-06-11T01:00:30Z')).toBe(true)
    expect(await runAt('2025-06-10T01:00:30Z')).toBe(true)
    expect(await runAt('2025-06-11T01:00:30Z')).toBe(false)
    expect(await name(SHANGHAI)).toBe('w++')
  })

  test('a queue that delivers a run five times at once has one effect', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => runAt('2025-06-11T01:00:30Z')))
    expect(results.filter(Boolean)).toHaveLength(1)
    expect(await name(SHANGHAI)).toBe('w+')
  })

  test('a run that fails leaves no mark, and is done by the next try', async () => {
    const failing = { ...job, run: () => Promise.reject(new Error('no')) }
    await expect(
      runWorkspaceJob(db, failing, SHANGHAI, new Date('2025-06-11T01:00:30Z'), () => {}),
    ).rejects.toThrow('no')
    expect(await runAt('2025-06-11T01:02:00Z')).toBe(true)
  })

  test('over the year end each morning is its own', async () => {
    expect(await runAt('2025-12-31T01:00:10Z')).toBe(true)
    expect(await runAt('2026-01-01T00:59:59Z')).toBe(false)
    expect(await runAt('2026-01-01T01:00:10Z')).toBe(true)
    expect(await name(SHANGHAI)).toBe('w++')
  })
})

describe('queued work', () => {
  test('is asked for and done, once for a key that waits, and again after a failure', async () => {
    const done: string[] = []
    const jobs = createJobs({ db, clock: () => new Date(), log: { info: () => {}, warn: () => {} } })
    running.push(jobs)
    let failures = 1
    const queue = jobs.queue<{ what: string }>({
      name: 'test.work',
      run: ({ what }) => {
        if (failures-- > 0) return Promise.reject(new Error('once'))
        done.push(what)
        return Promise.resolve()
      },
    })
    expect(jobs.isReady()).toBe(true)
    await queue.ask('early', { what: 'before the start nothing is kept' })
    const starting = jobs.start()
    expect(jobs.isReady()).toBe(false)
    await starting
    expect(jobs.isReady()).toBe(true)
    await queue.ask('a', { what: 'a' })
    await queue.ask('b', { what: 'b' })
    while (done.length < 2) await sleep(50)
    expect(done.toSorted()).toEqual(['a', 'b'])
    await stop(jobs)
    expect(jobs.isReady()).toBe(false)
  }, 30_000)

  test('lies in a schema of its own, as the application’s role cannot reach it', async () => {
    const jobs = createJobs({ db, clock: () => new Date(), log: { info: () => {}, warn: () => {} } })
    running.push(jobs)
    await jobs.start()
    const { rows } = await db.pool.query<{ may: boolean }>(
      "select has_schema_privilege('yingce_app', $1, 'usage') as may",
      [JOB_SCHEMA],
    )
    expect(rows).toEqual([{ may: false }])
  })
})
