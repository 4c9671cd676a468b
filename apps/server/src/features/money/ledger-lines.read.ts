import type { LedgerLine } from '@yingce/domain/money/ledger-entry'
import type { MoneyPlan } from '@yingce/domain/money/money-table'
import type { Scope } from '../../db/scope.ts'
import { readRecords } from '../../records/read-records.ts'
import { boardMoney } from '../board/board.read.ts'
import { type BoardTask, readBoardTasks } from '../board/board-tasks.read.ts'
import { readPlanHead } from '../board/plan-records.read.ts'

/** What the tracker posted, as one expense per task, and every entry of the journal. */
export async function readLedgerLines(scope: Scope, planId: string): Promise<LedgerLine[]> {
  const [typed, posted] = await Promise.all([
    scope.rows<{ taskId: string; date: string; amount: number }>(
      `select task_id as "taskId", max(date)::text as date, sum(amount)::bigint as amount from ledger_entry
       where workspace_id = $1 and plan_id = $2 and source <> 'journal'
       group by task_id having sum(amount) <> 0`,
      [scope.workspaceId, planId],
    ),
    scope.rows<LedgerLine>(
      `select id, kind, date, amount, task_id as "taskId", budget_line_id as "budgetLineId", category, account,
         commitment_id as "commitmentId", reversal_of as "reversalOf"
       from ledger_entry where workspace_id = $1 and plan_id = $2 and source = 'journal'`,
      [scope.workspaceId, planId],
    ),
  ])
  return [
    ...typed.map(({ taskId, date, amount }): LedgerLine => ({
      id: `tracker ${taskId}`,
      kind: 'expense',
      date,
      amount,
      taskId,
      budgetLineId: null,
      category: null,
      account: null,
      commitmentId: null,
      reversalOf: null,
    })),
    ...posted,
  ]
}

/**
 * The planned side of a plan's money.
 *
 * @throws Refusal `not_found`
 */
export async function readMoneyPlan(
  scope: Scope,
  planId: string,
): Promise<{
  readonly plan: MoneyPlan
  readonly tasks: readonly BoardTask[]
  readonly currency: string
}> {
  const row = await readPlanHead(scope, planId)
  const [phases, tasks, lineRecords] = await Promise.all([
    readRecords(scope, planId, 'phase'),
    readBoardTasks(scope, planId),
    readRecords(scope, planId, 'budget_line'),
  ])
  const lines = lineRecords.map(({ id, values }) => ({ ...values, id }))
  const { planned } = boardMoney({ plan: row, tasks, budgetLines: lines })
  return {
    currency: row.currency,
    tasks,
    plan: { planned, tasks, lines, phases: phases.map(({ id, values: { name } }) => ({ id, name })) },
  }
}
