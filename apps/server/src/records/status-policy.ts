import type { StatusPolicy } from '@yingce/domain/objective/status-policy'
import type { Scope } from '../db/scope.ts'

/** How the workspace judges its targets; part of the pace of each. */
export async function readStatusPolicy(scope: Scope): Promise<StatusPolicy> {
  const [row] = await scope.rows<StatusPolicy>(
    `select pace_at_risk as "paceAtRisk", ratio_at_risk as "ratioAtRisk", ceiling_method as "ceilingMethod"
     from workspace where id = $1`,
    [scope.workspaceId],
  )
  return row!
}
