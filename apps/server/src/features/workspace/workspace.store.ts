import type { BodyOf } from '@yingce/contracts/route'
import type { updateWorkspace, Workspace } from '@yingce/contracts/workspace/workspace'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { ruleViolated } from '../../http/refusal.ts'
import { isTimeZone } from '../../identity/local-today.ts'

export async function readWorkspace(scope: Scope): Promise<Workspace> {
  const [row] = await scope.rows<Workspace>(
    `select id, name, currency, time_zone as "timeZone", created_at as "createdAt", pace_at_risk as "paceAtRisk",
       ratio_at_risk as "ratioAtRisk", ceiling_method as "ceilingMethod"
     from workspace where id = $1`,
    [scope.workspaceId],
  )
  return row!
}

/** Renames, changes what new plans start with (plans that exist keep their currency), or how targets are judged. */
export async function changeWorkspace(
  app: Pick<AppContext, 'jobs'>,
  scope: Scope,
  body: BodyOf<typeof updateWorkspace>,
): Promise<Workspace> {
  if (body.timeZone !== undefined && !isTimeZone(body.timeZone)) {
    throw ruleViolated('body.timeZone', 'unknown_time_zone', 'Not a name of the IANA time zone database')
  }
  const before = await readWorkspace(scope)
  await scope.run(
    `update workspace set name = coalesce($2, name), currency = coalesce($3, currency), time_zone = coalesce($4, time_zone),
       pace_at_risk = coalesce($5, pace_at_risk), ratio_at_risk = coalesce($6, ratio_at_risk),
       ceiling_method = coalesce($7, ceiling_method)
     where id = $1`,
    [
      scope.workspaceId,
      body.name ?? null,
      body.currency ?? null,
      body.timeZone ?? null,
      body.paceAtRisk ?? null,
      body.ratioAtRisk ?? null,
      body.ceilingMethod ?? null,
    ],
  )
  const after = {
    ...before,
    ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
  } as Workspace
  const changes = (
    ['name', 'currency', 'timeZone', 'paceAtRisk', 'ratioAtRisk', 'ceilingMethod'] as const
  ).filter((field) => before[field] !== after[field])
  // Jobs run by the clock of the workspace.
  if (changes.includes('timeZone')) scope.afterCommit(() => void app.jobs.reschedule(scope.workspaceId))
  if (changes.length > 0) {
    scope.note({
      planId: null,
      entity: 'workspace',
      entityId: scope.workspaceId,
      version: 1,
      action: 'update',
      changes: Object.fromEntries(changes.map((field) => [field, [before[field], after[field]] as const])),
    })
  }
  return after
}
