import type { LedgerKind, LedgerLine } from './ledger-entry.ts'

const NEEDS_ACCOUNT: readonly LedgerKind[] = ['top_up', 'consumption', 'rebate', 'bonus_credit']
const NEEDS_PAYEE: readonly LedgerKind[] = ['contract', 'expense']

export interface EntryProblem {
  readonly field: 'amount' | 'account' | 'payee' | 'commitmentId' | 'taskId'
  readonly code: 'positive' | 'required' | 'expense_only' | 'cost_only'
}

/**
 * What keeps an entry out of the ledger, field by field; empty: nothing.
 *
 * Amounts are positive whatever the kind: the kind says the direction, and only
 * a reversal is negative. Whatever moves an account names it; whoever is paid is
 * named; only an expense pays a contract; only cost or a contract is a task's.
 */
export function entryProblems(
  entry: Pick<LedgerLine, 'kind' | 'amount' | 'account' | 'commitmentId' | 'taskId'> & {
    readonly payee: string | null
  },
): readonly EntryProblem[] {
  const { kind } = entry
  const problems: EntryProblem[] = []
  if (entry.amount <= 0) problems.push({ field: 'amount', code: 'positive' })
  if (NEEDS_ACCOUNT.includes(kind) && entry.account === null)
    problems.push({ field: 'account', code: 'required' })
  if (NEEDS_PAYEE.includes(kind) && entry.payee === null) problems.push({ field: 'payee', code: 'required' })
  if (entry.commitmentId !== null && kind !== 'expense')
    problems.push({ field: 'commitmentId', code: 'expense_only' })
  if (entry.taskId !== null && (kind === 'rebate' || kind === 'bonus_credit'))
    problems.push({ field: 'taskId', code: 'cost_only' })
  return problems
}
