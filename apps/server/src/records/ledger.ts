import type { LedgerEntry } from '@yingce/contracts/record/ledger'
import { COST_KINDS } from '@yingce/domain/money/ledger-entry'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope, Source } from '../db/scope.ts'
import { localToday } from '../identity/local-today.ts'
import { uuidV7 } from '../uuid-v7.ts'

export interface Spend {
  readonly taskId: string
  /** Cumulative spend of the task before and after, fen; null: none. */
  readonly from: number | null
  readonly to: number | null
}

/** Condition for the entries that are cost, of a task or of the plan. */
export const IS_COST = `kind in (${COST_KINDS.map((kind) => `'${kind}'`).join(', ')})`

/** Condition for the entries that make up the spend of tasks. */
export const IS_TASK_COST = `task_id is not null and ${IS_COST}`

/**
 * Condition for entries whose day is that of the spending. An opening entry (and the sample's) has the day on
 * which a spend was taken over: it would make months of money the spend of one day.
 */
export const IS_SPENT_ON_ITS_DAY = "source not in ('opening', 'sample')"

const INSERT = `insert into ledger_entry (workspace_id, plan_id, id, task_id, date, amount, source, member_id, import_id, created_at)
  select $1, $2, u.id, u.task_id, $3, u.amount, $4, $5, $6, $7 from unnest($8::uuid[], $9::uuid[], $10::bigint[]) as u (id, task_id, amount)`

/**
 * Posts what the cumulative spend of tasks changed by, so that a task's cost
 * entries always sum to its spend, to the fen.
 *
 * What was posted to the journal was paid, whatever becomes of the row: a task
 * that goes takes only its tracker's part back, and one that comes again brings
 * only that part.
 *
 * @param how the tasks are new, are edited, or go (with their import, for one)
 */
export async function postSpends(
  scope: Scope,
  planId: string,
  spends: readonly Spend[],
  how: 'create' | 'update' | 'remove',
): Promise<void> {
  const journal = how === 'update' ? NONE : await journalCosts(scope, planId)
  const partOf = (taskId: string) => (journal.get(taskId) ?? 0) * (how === 'remove' ? 1 : -1)
  const entries = spends
    .map(({ taskId, from, to }) => ({
      id: uuidV7(),
      taskId,
      amount: (to ?? 0) - (from ?? 0) + partOf(taskId),
    }))
    .filter(({ amount }) => amount !== 0)
  if (entries.length === 0) return
  const [workspace] = await scope.rows<{ time_zone: string }>(
    'select time_zone from workspace where id = $1',
    [scope.workspaceId],
  )
  await scope.run(INSERT, [
    scope.workspaceId,
    planId,
    localToday(new Date(scope.at), workspace!.time_zone),
    how === 'remove' ? 'reversal' : sourceOf(scope.source),
    scope.memberId,
    scope.importId,
    scope.at,
    arrayLiteral(entries.map(({ id }) => id)),
    arrayLiteral(entries.map(({ taskId }) => taskId)),
    arrayLiteral(entries.map(({ amount }) => amount)),
  ])
}

const NONE: ReadonlyMap<string, number> = new Map()

/** Cost posted to the journal by task, reversals taken off, fen. */
async function journalCosts(scope: Scope, planId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await scope.rows<{ id: string; amount: number }>(
    `select task_id as id, sum(amount)::bigint as amount from ledger_entry
     where workspace_id = $1 and plan_id = $2 and source = 'journal' and ${IS_TASK_COST} group by task_id`,
    [scope.workspaceId, planId],
  )
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}

function sourceOf(source: Source): LedgerEntry['source'] {
  switch (source) {
    case 'import':
      return 'opening'
    case 'undo':
      return 'reversal'
    case 'sample':
      return 'sample'
    case 'page':
    case 'api':
    case 'template':
    case 'job':
      return 'tracker'
  }
}
