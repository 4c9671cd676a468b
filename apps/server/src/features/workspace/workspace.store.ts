import type { BodyOf } from '@yingce/contracts/route'
import type { updateWorkspace, Workspace } from '@yingce/contracts/workspace/workspace'
import type { AppContext } from '../../app-context.ts'
import type { Scope } from '../../db/scope.ts'
import { ruleViolated } from '../../http/refusal.ts'
import { isTimeZone } from '../../identity/local-today.ts'

export async function readWorkspace(scope: Scope): Promise<Workspace> {
  const [row] = await scope.rows<{
    id: string
    name: string
    currency: string
    time_zone: string
    created_at: string
  }>('select id, name, currency, time_zone, created_at from workspace where id = $1', [scope.workspaceId])
  return {
    id: row!.id,
    name: row!.name,
    currency: row!.currency,
    timeZone: row!.time_zone,
    createdAt: row!.created_at,
  }
}

/** Renames, or changes what new plans start with; plans that exist keep their currency. */
export async function renameWorkspace(
  app: Pick<AppContext, 'jobs'>,
  scope: Scope,
  body: BodyOf<typeof updateWorkspace>,
): Promise<Workspace> {
  if (body.timeZone !== undefined && !isTimeZone(body.timeZone)) {
    throw ruleViolated('body.timeZone', 'unknown_time_zone', 'Not a name of the IANA time zone database')
  }
  const before = await readWorkspace(scope)
  await scope.run(
    'update workspace set name = coalesce($2, name), currency = coalesce($3, currency), time_zone = coalesce($4, time_zone) where id = $1',
    [scope.workspaceId, body.name ?? null, body.currency ?? null, body.timeZone ?? null],
  )
  const after = {
    ...before,
    ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
  } as Workspace
  const changes = (['name', 'currency', 'timeZone'] as const).filter(
    (field) => before[field] !== after[field],
  )
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
