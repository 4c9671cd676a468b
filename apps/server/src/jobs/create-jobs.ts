import type { Clock, PgBoss } from 'pg-boss'
import { connectionSettings, type Database } from '../db/database.ts'
import type { Jobs, QueuedWork, WorkspaceJob } from './jobs.ts'
import { runWorkspaceJob } from './run-workspace-job.ts'
import { scheduleAll, scheduleWorkspace } from './workspace-schedules.ts'

interface JobLog {
  info(details: object, text: string): void
  warn(details: object, text: string): void
}

export interface JobParts {
  readonly db: Database
  readonly clock: () => Date
  readonly log: JobLog
  /** Time and timers of the queue itself, for tests that move them. */
  readonly queueClock?: Clock
}

/** Tables of the queue lie beside ours, in their own schema, and are made by it. */
export const JOB_SCHEMA = 'yingce_job'
const CONNECTIONS = 3
const STOP_MILLIS = 10_000
/** A process that gave no sign for so long has died, and its work is taken up by another. */
const HEARTBEAT_SECONDS = 30
/** New work is heard of at once; this is for what becomes due by itself, such as a second try. */
const POLL_SECONDS = 5
const KEEP_DONE_SECONDS = 3_600
const RETRIES = { retryLimit: 5, retryDelay: 5, retryBackoff: true, retryDelayMax: 300 } as const

/** Jobs on PostgreSQL; nothing runs before `start`, and the queue is not even loaded. */
export function createJobs({ db, clock, log, queueClock }: JobParts): Jobs {
  const works: QueuedWork<object>[] = []
  const workspaceJobs: WorkspaceJob[] = []
  const minutes: { name: string; run: () => Promise<void> }[] = []
  let boss: PgBoss | null = null
  let isWanted = false
  let isRunning = false

  const tellLate = (late: object) => log.warn(late, 'a job that was missed is made up for')

  async function serve(
    queue: PgBoss,
    name: string,
    policy: 'stately' | 'standard',
    run: (data: object) => Promise<void>,
  ): Promise<void> {
    await queue.createQueue(name, {
      policy,
      notify: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      deleteAfterSeconds: KEEP_DONE_SECONDS,
      ...RETRIES,
    })
    await queue.work<object>(name, { notifyPollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
      for (const job of jobs) {
        await run(job.data).catch((error: unknown) => {
          log.warn({ err: error, job: name, id: job.id }, 'a job failed and is tried again')
          throw error
        })
      }
    })
  }

  return {
    queue(work) {
      works.push(work as unknown as QueuedWork<object>)
      return {
        async ask(key, data) {
          await boss
            ?.send(work.name, data, { singletonKey: key })
            .catch((error: unknown) =>
              log.warn({ err: error, job: work.name }, 'a job could not be asked for'),
            )
        },
      }
    },
    eachWorkspace(job) {
      workspaceJobs.push(job)
    },
    everyMinute(name, run) {
      minutes.push({ name, run })
    },
    async reschedule(workspaceId) {
      if (boss === null) return
      await scheduleWorkspace(db, boss, workspaceJobs, workspaceId, clock()).catch((error: unknown) =>
        log.warn(
          { err: error, workspaceId },
          'jobs of a workspace keep their old times until the next start',
        ),
      )
    },
    async start() {
      isWanted = true
      const { PgBoss: Boss } = await import('pg-boss')
      const { connectionString, host, port, user, database, options } = connectionSettings(db.address)
      const queue = new Boss({
        ...(connectionString === undefined ? { host, port, user, database } : { connectionString }),
        options,
        application_name: 'yingce-jobs',
        schema: JOB_SCHEMA,
        max: CONNECTIONS,
        useListenNotify: true,
        ...(queueClock === undefined ? {} : { clock: queueClock }),
      } as ConstructorParameters<typeof Boss>[0])
      queue.on('error', (error) => log.warn({ err: error }, 'jobs'))
      queue.on('warning', ({ message, data }) => log.info({ data }, message))
      await queue.start()
      boss = queue
      for (const work of works) await serve(queue, work.name, 'stately', (data) => work.run(data))
      for (const { name, run } of minutes) {
        await serve(queue, name, 'stately', run)
        await queue.schedule(name, '* * * * *', {}, { missed: 'once' })
      }
      for (const job of workspaceJobs) {
        await serve(queue, job.name, 'standard', async (data) => {
          const { workspaceId } = data as { workspaceId: string }
          await runWorkspaceJob(db, job, workspaceId, clock(), tellLate)
        })
      }
      await scheduleAll(db, queue, workspaceJobs, clock())
      isRunning = true
    },
    async stop() {
      isRunning = false
      const queue = boss
      boss = null
      await queue?.stop({ graceful: true, timeout: STOP_MILLIS, close: true })
    },
    isReady: () => isRunning || !isWanted,
  }
}
