import type { Scope } from '../../../db/scope.ts'

/** Channels that a plan has facts of, on any day. */
export async function readPlanChannels(scope: Scope, planId: string): Promise<string[]> {
  const rows = await scope.rows<{ channel: string }>(
    'select distinct channel from metric_day where workspace_id = $1 and plan_id = $2 and channel is not null order by channel',
    [scope.workspaceId, planId],
  )
  return rows.map(({ channel }) => channel)
}
