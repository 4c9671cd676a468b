import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'

/** How many files each of the records has; those without any are absent. */
export async function countAttachments(
  scope: Scope,
  planId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await scope.rows<{ id: string; count: number }>(
    `select record_id as id, count(*)::int as count from attachment
     where workspace_id = $1 and plan_id = $2 and record_id = any($3::uuid[]) group by record_id`,
    [scope.workspaceId, planId, arrayLiteral(recordIds)],
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}
