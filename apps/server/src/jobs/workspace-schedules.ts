import type { DailySchedule } from '@yingce/domain/calendar/daily-schedule'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import { identityRows } from '../db/identity-transaction.ts'
import { withWorkspace } from '../db/scope.ts'
import type { WorkspaceJob } from './jobs.ts'

/** `30 17 * * 1,5`: minute, hour, day of week; Sunday is 7 here and 0 there, and cron takes both. */
function cronOf({ at, weekdays }: DailySchedule): string {
  return `${Number(at.slice(3))} ${Number(at.slice(0, 2))} * * ${weekdays?.join(',') ?? '*'}`
}

/** Writes when the jobs of one workspace are due; what stands already is left alone. */
export async function scheduleWorkspace(
  db: Database,
  boss: PgBoss,
  jobs: readonly WorkspaceJob[],
  workspaceId: string,
  at: Date,
): Promise<void> {
  const actor = { workspaceId, memberId: null, source: 'job', at, isReadOnly: true } as const
  const wanted = await withWorkspace(db, actor, async (scope) => {
    const [row] = await scope.rows<{ time_zone: string }>('select time_zone from workspace where id = $1', [
      workspaceId,
    ])
    if (row === undefined) return []
    const schedules: { name: string; cron: string; timeZone: string }[] = []
    for (const job of jobs)
      schedules.push({ name: job.name, cron: cronOf(await job.when(scope)), timeZone: row.time_zone })
    return schedules
  })
  for (const { name, cron, timeZone } of wanted) {
    const standing = await boss.getSchedule(name, workspaceId)
    if (standing !== null && standing.cron === cron && standing.timezone === timeZone) continue
    await boss.schedule(name, cron, { workspaceId }, { key: workspaceId, tz: timeZone, missed: 'once' })
  }
}

/** The same for all, at the start: workspaces may have changed while nobody listened. */
export async function scheduleAll(
  db: Database,
  boss: PgBoss,
  jobs: readonly WorkspaceJob[],
  at: Date,
): Promise<void> {
  const workspaces = await identityRows<{ id: string }>(db, 'select id from workspace order by id', [])
  for (const { id } of workspaces) await scheduleWorkspace(db, boss, jobs, id, at)
  const known = new Set(workspaces.map(({ id }) => id))
  for (const job of jobs)
    for (const { key } of await boss.getSchedules(job.name))
      if (!known.has(key)) await boss.unschedule(job.name, key)
}
