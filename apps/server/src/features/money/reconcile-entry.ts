import type { reconcileEntry as reconcileEntryRoute } from '@yingce/contracts/money/journal'
import type { BodyOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'

/**
 * Notes that the receipt of an entry was held against it, or takes that back.
 * The state stands beside the ledger, whose entries are never edited.
 *
 * @throws Refusal `not_found`; `rule_violated` when neither the entry nor the request has a receipt number
 */
export async function reconcileEntry(
  scope: Scope,
  planId: string,
  entryId: string,
  { isReconciled, receipt = null }: BodyOf<typeof reconcileEntryRoute>,
): Promise<void> {
  const [entry] = await scope.rows<{ receipt: string | null; state: string | null }>(
    `select e.receipt, r.receipt as state from ledger_entry e
     left join ledger_reconciliation r on r.workspace_id = e.workspace_id and r.plan_id = e.plan_id and r.entry_id = e.id
     where e.workspace_id = $1 and e.plan_id = $2 and e.id = $3`,
    [scope.workspaceId, planId, entryId],
  )
  if (entry === undefined) throw new Refusal('not_found')
  const number = receipt ?? entry.receipt
  if (isReconciled && number === null)
    throw ruleViolated('body.receipt', 'required', 'The number of the receipt that it was held against')
  await scope.run(
    'delete from ledger_reconciliation where workspace_id = $1 and plan_id = $2 and entry_id = $3',
    [scope.workspaceId, planId, entryId],
  )
  if (isReconciled)
    await scope.run(
      `insert into ledger_reconciliation (workspace_id, plan_id, entry_id, receipt, member_id, at)
       values ($1, $2, $3, $4, $5, $6)`,
      [scope.workspaceId, planId, entryId, number, scope.memberId, scope.at],
    )
  scope.note({
    planId,
    entity: 'ledger_entry',
    entityId: entryId,
    version: 1,
    action: 'update',
    changes: {
      isReconciled: [entry.state !== null, isReconciled],
      receipt: [entry.state, isReconciled ? number : null],
    },
  })
}
