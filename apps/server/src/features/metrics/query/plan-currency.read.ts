import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'

/** What a plan's money is in. @throws Refusal `not_found` */
export async function readPlanCurrency(scope: Scope, planId: string): Promise<string> {
  const [plan] = await scope.rows<{ currency: string }>(
    'select currency from plan where workspace_id = $1 and id = $2',
    [scope.workspaceId, planId],
  )
  if (plan === undefined) throw new Refusal('not_found')
  return plan.currency
}
