import type { Scope } from '../../../db/scope.ts'

/** Records of a plan whose reached value is computed: nobody is asked to fill it in. */
export async function readBoundRecords(scope: Scope, planId: string): Promise<ReadonlySet<string>> {
  const rows = await scope.rows<{ id: string }>(
    'select record_id as id from kpi_binding where workspace_id = $1 and plan_id = $2',
    [scope.workspaceId, planId],
  )
  return new Set(rows.map(({ id }) => id))
}
