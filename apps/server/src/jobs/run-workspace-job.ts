import { latestOccurrence } from '@yingce/domain/calendar/daily-schedule'
import { diffMinutes } from '@yingce/domain/calendar/local-date-time'
import type { Database } from '../db/database.ts'
import { withWorkspace } from '../db/scope.ts'
import { localNow } from '../identity/local-today.ts'
import type { WorkspaceJob } from './jobs.ts'

/** A run that begins later than this was missed, and the log says so. */
const LATE_MINUTES = 5

const MARK = `insert into job_run (workspace_id, job, due_at, ran_at) values ($1, $2, $3, $4)
  on conflict (workspace_id, job, due_at) do nothing`
const FORGET =
  "delete from job_run where workspace_id = $1 and job = $2 and ran_at < $3::timestamptz - interval '90 days'"

/**
 * Runs a job for the time at which it was last due, unless that was done: then
 * the queue has delivered twice, or the clock was set back, and nothing happens.
 * The mark and the effects are one transaction.
 *
 * @returns whether it ran
 */
export async function runWorkspaceJob(
  db: Database,
  job: WorkspaceJob,
  workspaceId: string,
  now: Date,
  tellLate: (late: { job: string; workspaceId: string; dueAt: string; minutesLate: number }) => void,
): Promise<boolean> {
  return withWorkspace(db, { workspaceId, memberId: null, source: 'job', at: now }, async (scope) => {
    const [workspace] = await scope.rows<{ time_zone: string }>(
      'select time_zone from workspace where id = $1',
      [workspaceId],
    )
    if (workspace === undefined) return false
    const local = localNow(now, workspace.time_zone)
    const dueAt = latestOccurrence(await job.when(scope), local)
    if ((await scope.run(MARK, [workspaceId, job.name, dueAt, scope.at])) === 0) return false
    const minutesLate = diffMinutes(dueAt, local)
    if (minutesLate > LATE_MINUTES) tellLate({ job: job.name, workspaceId, dueAt, minutesLate })
    await job.run(scope, { dueAt, now: local, timeZone: workspace.time_zone })
    await scope.run(FORGET, [workspaceId, job.name, scope.at])
    return true
  })
}
