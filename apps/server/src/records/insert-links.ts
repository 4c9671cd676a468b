import type { Dependency } from '@yingce/contracts/record/dependency'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { withoutLoops } from './without-loops.ts'

export type NewLink = Omit<Dependency, 'id'>

/**
 * Links tasks of a plan that is locked or new. A link that would close a loop
 * with those before it, or that is there already, is left out: the text of the
 * cell stays on the task.
 */
export async function insertLinks(scope: Scope, planId: string, wanted: readonly NewLink[]): Promise<void> {
  if (wanted.length === 0) return
  const standing = await scope.rows<Pick<NewLink, 'fromTaskId' | 'toTaskId'>>(
    'select from_task_id as "fromTaskId", to_task_id as "toTaskId" from dependency where workspace_id = $1 and plan_id = $2',
    [scope.workspaceId, planId],
  )
  const links = withoutLoops(wanted, standing).map((link) => ({ ...link, id: uuidV7() }))
  const made = await scope.rows<{ id: string }>(
    `insert into dependency (workspace_id, plan_id, id, from_task_id, to_task_id, type, lag_days, created_by, created_at, import_id)
     select $1, $2, u.id, u.from_id, u.to_id, u.type, u.lag, $3, $4, $5 from unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::int[]) as u (id, from_id, to_id, type, lag)
     on conflict (workspace_id, plan_id, from_task_id, to_task_id) do nothing returning id`,
    [
      scope.workspaceId,
      planId,
      scope.memberId,
      scope.at,
      scope.importId,
      arrayLiteral(links.map(({ id }) => id)),
      arrayLiteral(links.map(({ fromTaskId }) => fromTaskId)),
      arrayLiteral(links.map(({ toTaskId }) => toTaskId)),
      arrayLiteral(links.map(({ type }) => type)),
      arrayLiteral(links.map(({ lagDays }) => lagDays)),
    ],
  )
  const ids = new Set(made.map(({ id }) => id))
  for (const { id, ...values } of links) {
    if (!ids.has(id)) continue
    scope.note({
      planId,
      entity: 'dependency',
      entityId: id,
      version: 1,
      action: 'create',
      changes: Object.fromEntries(
        Object.entries(values).map(([field, value]) => [field, [null, value] as const]),
      ),
    })
  }
}
