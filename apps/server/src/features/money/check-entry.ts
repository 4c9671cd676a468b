import type { NewEntry } from '@yingce/contracts/money/journal'
import type { ProblemIssue } from '@yingce/contracts/error'
import { entryProblems } from '@yingce/domain/money/entry-problems'
import type { LedgerLine } from '@yingce/domain/money/ledger-entry'
import { standingEntries } from '@yingce/domain/money/ledger-entry'
import type { MoneyPlan } from '@yingce/domain/money/money-table'
import { type Overspend, overspendBy } from '@yingce/domain/money/overspend'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readLedgerLines, readMoneyPlan } from './ledger-lines.read.ts'

const MESSAGES = {
  positive: 'The amount is above 0; what was posted wrongly is reversed',
  required: 'This kind of entry needs it',
  expense_only: 'Only an expense pays a contract',
  cost_only: 'A rebate or credit belongs to an account, not to a task',
  unknown: 'There is no such thing in this plan',
} as const

/**
 * Checks an entry against its kind and its plan, and tells what it would overspend.
 *
 * @throws Refusal `not_found` (plan), `rule_violated` naming every field that is wrong
 */
export async function checkEntry(
  scope: Scope,
  planId: string,
  entry: NewEntry,
): Promise<readonly Overspend[]> {
  const [{ plan }, lines] = await Promise.all([readMoneyPlan(scope, planId), readLedgerLines(scope, planId)])
  const line = lineOf(entry)
  const problems = [
    ...entryProblems({ ...line, payee: entry.payee ?? null }),
    ...unknownReferences(line, plan, lines),
  ]
  if (problems.length > 0)
    throw new Refusal('rule_violated', {
      issues: problems.map(({ field, code }): ProblemIssue => ({
        path: `body.${field}`,
        code,
        message: MESSAGES[code],
      })),
    })
  return overspendBy(plan, lines, line)
}

function lineOf(entry: NewEntry): LedgerLine {
  return {
    id: 'new',
    kind: entry.kind,
    date: entry.date,
    amount: entry.amount,
    taskId: entry.taskId ?? null,
    budgetLineId: entry.budgetLineId ?? null,
    category: entry.category ?? null,
    account: entry.account ?? null,
    commitmentId: entry.commitmentId ?? null,
    reversalOf: null,
  }
}

function unknownReferences(entry: LedgerLine, plan: MoneyPlan, lines: readonly LedgerLine[]) {
  const contracts = standingEntries(lines).filter(({ kind }) => kind === 'contract')
  const has = (list: readonly { readonly id: string }[], id: string | null) =>
    id === null || list.some((one) => one.id === id)
  const unknown = (field: string) => ({ field, code: 'unknown' as const })
  return [
    ...(has(plan.tasks, entry.taskId) ? [] : [unknown('taskId')]),
    ...(has(plan.lines, entry.budgetLineId) ? [] : [unknown('budgetLineId')]),
    ...(has(contracts, entry.commitmentId) ? [] : [unknown('commitmentId')]),
  ]
}
