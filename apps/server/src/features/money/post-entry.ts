import type { NewEntry, postEntry as postEntryRoute } from '@yingce/contracts/money/journal'
import type { AnswerOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { requireCan } from '../../http/permission.ts'
import { Refusal } from '../../http/refusal.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { uuidV7 } from '../../uuid-v7.ts'
import { checkEntry } from './check-entry.ts'
import { insertEntry, lockLedger } from './ledger.store.ts'

/**
 * Whoever reports the spend of a task in the tracker may post it as an expense
 * too; a budget line, a contract or an account is finance's.
 *
 * @throws Refusal `forbidden`
 */
export function requireMayPost(principal: MemberPrincipal, entry: NewEntry): void {
  const isReport =
    entry.kind === 'expense' &&
    (entry.taskId ?? null) !== null &&
    (entry.budgetLineId ?? null) === null &&
    (entry.commitmentId ?? null) === null
  if (isReport) requireCan(principal, 'record.update', { entity: 'task', fields: ['spent'] })
  else requireCan(principal, 'budget.update', {})
}

/**
 * Posts an entry and tells what it overspends. Entries of a plan are posted one
 * after the other, so that of many at once near a limit each is weighed against
 * all before it.
 *
 * @throws Refusal `not_found`, `rule_violated` also where a hard limit stops it
 */
export async function postEntry(
  scope: Scope,
  planId: string,
  entry: NewEntry,
): Promise<AnswerOf<typeof postEntryRoute>> {
  if (!(await lockLedger(scope, planId))) throw new Refusal('not_found')
  const overspends = await checkEntry(scope, planId, entry)
  const blocking = overspends.filter(({ isBlocking }) => isBlocking)
  if (blocking.length > 0)
    throw new Refusal('rule_violated', {
      issues: blocking.map(({ name, before }) => ({
        path: 'body.amount',
        code: 'hard_limit',
        message: `${name ?? ''}: hard limit, ${(before / 100).toFixed(2)} left`,
        params: { name, left: before },
      })),
    })
  const id = uuidV7()
  await insertEntry(scope, planId, id, entry)
  return { id, overspends: [...overspends] }
}
