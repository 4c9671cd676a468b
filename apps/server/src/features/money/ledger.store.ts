import type { NewEntry } from '@yingce/contracts/money/journal'
import type { Scope } from '../../db/scope.ts'
import { addTaskSpend } from '../../records/add-task-spend.ts'
import { ruleViolated } from '../../http/refusal.ts'
import { isCost } from '@yingce/domain/money/ledger-entry'

/**
 * Whoever writes to the ledger of a plan waits for whoever is writing to it, so
 * that each sees what is left after the other. Tasks and lines of the plan can
 * be edited meanwhile.
 *
 * @returns false when the workspace has no such plan
 */
export async function lockLedger(scope: Scope, planId: string): Promise<boolean> {
  const rows = await scope.rows('select from plan where workspace_id = $1 and id = $2 for no key update', [
    scope.workspaceId,
    planId,
  ])
  return rows.length > 0
}

/** Writes one entry of the journal; cost of a task is in the task's spend as well. */
export async function insertEntry(
  scope: Scope,
  planId: string,
  id: string,
  entry: NewEntry,
  reversalOf: string | null = null,
): Promise<void> {
  await scope.run(
    `insert into ledger_entry (workspace_id, plan_id, id, source, member_id, created_at, kind, date, amount, task_id,
       budget_line_id, category, payee, account, note, receipt, commitment_id, reversal_of)
     values ($1, $2, $3, 'journal', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      scope.workspaceId,
      planId,
      id,
      scope.memberId,
      scope.at,
      entry.kind,
      entry.date,
      entry.amount,
      entry.taskId ?? null,
      entry.budgetLineId ?? null,
      entry.category ?? null,
      entry.payee ?? null,
      entry.account ?? null,
      entry.note ?? null,
      entry.receipt ?? null,
      entry.commitmentId ?? null,
      reversalOf,
    ],
  )
  scope.note({
    planId,
    entity: 'ledger_entry',
    entityId: id,
    version: 1,
    action: 'create',
    changes: Object.fromEntries(
      Object.entries({ ...entry, reversalOf })
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([field, value]) => [field, [null, value] as const]),
    ),
  })
  if (entry.taskId === null || entry.taskId === undefined || !isCost(entry.kind)) return
  const isThere = await addTaskSpend(scope, planId, entry.taskId, entry.amount)
  // A reversal of the cost of a task that is gone finds nothing to lower, and needs nothing.
  if (!isThere && reversalOf === null)
    throw ruleViolated('body.taskId', 'unknown', 'There is no such task in this plan')
}
