import type { Dependency } from '@yingce/contracts/record/dependency'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'
import { uuidV7 } from '../uuid-v7.ts'

export type NewLink = Omit<Dependency, 'id'>

/**
 * Links tasks that were just created together. A link that would close a loop
 * with those before it is left out: the text of the cell stays on the task.
 */
export async function insertLinks(scope: Scope, planId: string, wanted: readonly NewLink[]): Promise<void> {
  const links = withoutLoops(wanted).map((link) => ({ ...link, id: uuidV7() }))
  if (links.length === 0) return
  await scope.run(
    `insert into dependency (workspace_id, plan_id, id, from_task_id, to_task_id, type, lag_days, created_by, created_at, import_id)
     select $1, $2, u.id, u.from_id, u.to_id, u.type, u.lag, $3, $4, $5 from unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::int[]) as u (id, from_id, to_id, type, lag)
     on conflict (workspace_id, plan_id, from_task_id, to_task_id) do nothing`,
    [scope.workspaceId, planId, scope.memberId, scope.at, scope.importId, arrayLiteral(links.map(({ id }) => id)), arrayLiteral(links.map(({ fromTaskId }) => fromTaskId)),
      arrayLiteral(links.map(({ toTaskId }) => toTaskId)), arrayLiteral(links.map(({ type }) => type)), arrayLiteral(links.map(({ lagDays }) => lagDays))])
  for (const { id, ...values } of links) {
    scope.note({ planId, entity: 'dependency', entityId: id, version: 1, action: 'create', changes: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [null, value] as const])) })
  }
}

export function withoutLoops(wanted: readonly NewLink[]): NewLink[] {
  const next = new Map<string, string[]>()
  const reaches = (from: string, to: string): boolean => {
    const open = [from]
    const seen = new Set<string>()
    while (open.length > 0) {
      const id = open.pop()
      if (id === undefined || seen.has(id)) continue
      if (id === to) return true
      seen.add(id)
      open.push(...(next.get(id) ?? []))
    }
    return false
  }
  return wanted.filter(({ fromTaskId, toTaskId }) => {
    if (reaches(toTaskId, fromTaskId)) return false
    next.set(fromTaskId, [...(next.get(fromTaskId) ?? []), toTaskId])
    return true
  })
}
