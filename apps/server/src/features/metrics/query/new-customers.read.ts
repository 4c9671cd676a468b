import type { Scope } from '../../../db/scope.ts'
import { arrayLiteral } from '../../../db/array-literal.ts'

/** Those of the plans that have new-customer figures, on any day: in them 获客成本 is the CAC. */
export async function readPlansWithNewCustomers(
  scope: Scope,
  planIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await scope.rows<{ id: string }>(
    `select distinct plan_id as id from metric_day
     where workspace_id = $1 and plan_id = any($2::uuid[]) and new_customers is not null`,
    [scope.workspaceId, arrayLiteral(planIds)],
  )
  return new Set(rows.map(({ id }) => id))
}

export async function hasNewCustomers(scope: Scope, planId: string): Promise<boolean> {
  return (await readPlansWithNewCustomers(scope, [planId])).has(planId)
}
