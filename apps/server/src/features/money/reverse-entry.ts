import type { NewEntry, reverseEntry as reverseEntryRoute } from '@yingce/contracts/money/journal'
import type { BodyOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { Refusal, ruleViolated } from '../../http/refusal.ts'
import { uuidV7 } from '../../uuid-v7.ts'
import { insertEntry, lockLedger } from './ledger.store.ts'

interface Standing extends NewEntry {
  readonly source: string
  readonly reversalOf: string | null
  readonly reversedBy: string | null
}

/**
 * Takes an entry back: the same entry with the amount turned round and the
 * reason as its note. The entry itself stays as it was written.
 *
 * @throws Refusal `not_found`; `wrong_state` when it is reversed already; `rule_violated` for a reversal, and for
 *   what the tracker posted, which is corrected in the tracker
 */
export async function reverseEntry(
  scope: Scope,
  planId: string,
  entryId: string,
  { date, reason }: BodyOf<typeof reverseEntryRoute>,
): Promise<{ id: string }> {
  if (!(await lockLedger(scope, planId))) throw new Refusal('not_found')
  const [standing] = await scope.rows<Standing>(
    `select e.kind, e.date, e.amount, e.task_id as "taskId", e.budget_line_id as "budgetLineId", e.category, e.payee, e.account,
       e.receipt, e.commitment_id as "commitmentId", e.source, e.reversal_of as "reversalOf", r.id as "reversedBy"
     from ledger_entry e
     left join ledger_entry r on r.workspace_id = e.workspace_id and r.plan_id = e.plan_id and r.reversal_of = e.id
     where e.workspace_id = $1 and e.plan_id = $2 and e.id = $3`,
    [scope.workspaceId, planId, entryId],
  )
  if (standing === undefined) throw new Refusal('not_found')
  const { source, reversalOf, reversedBy, ...entry } = standing
  if (source !== 'journal')
    throw ruleViolated(
      'params.entryId',
      'of_tracker',
      'Posted by the tracker: change the spend of the task there',
    )
  if (reversalOf !== null)
    throw ruleViolated('params.entryId', 'is_reversal', 'A reversal is final: post the entry again instead')
  if (reversedBy !== null) throw new Refusal('wrong_state', { params: { state: 'reversed' } })
  const id = uuidV7()
  await insertEntry(scope, planId, id, { ...entry, date, amount: -entry.amount, note: reason }, entryId)
  return { id }
}
