import type { Scope } from '../db/scope.ts'

/**
 * SQL: the member who accepts what is handed in for a plan `p` (X3 待验收): whoever made the plan, as long as
 * they may still change tasks, else the workspace's first owner.
 */
export const ACCEPTOR = `coalesce(
  (select m.id from member m where m.workspace_id = p.workspace_id and m.id = p.created_by and m.role not in ('viewer', 'finance')),
  (select m.id from member m where m.workspace_id = p.workspace_id and m.role = 'owner' order by m.joined_at, m.id limit 1))`

/** @returns null where the plan is gone */
export async function readAcceptor(scope: Scope, planId: string): Promise<string | null> {
  const [plan] = await scope.rows<{ acceptor: string }>(
    `select ${ACCEPTOR} as acceptor from plan p where p.workspace_id = $1 and p.id = $2`,
    [scope.workspaceId, planId],
  )
  return plan?.acceptor ?? null
}
