import type { LedgerEntry } from '@yingce/contracts/record/ledger'
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

const INSERT = `insert into ledger_entry (workspace_id, plan_id, id, task_id, date, amount, source, member_id, import_id, created_at)
  select $1, $2, u.id, u.task_id, $3, u.amount, $4, $5, $6, $7 from unnest($8::uuid[], $9::uuid[], $10::bigint[]) as u (id, task_id, amount)`

/**
 * Posts what the cumulative spend of tasks changed by, so that a task's entries
 * always sum to its spend, to the fen.
 *
 * @param isReversal the spend is taken back with its task or import
 */
export async function postSpends(
  scope: Scope,
  planId: string,
  spends: readonly Spend[],
  isReversal = false,
): Promise<void> {
  const entries = spends
    .map(({ taskId, from, to }) => ({ id: uuidV7(), taskId, amount: (to ?? 0) - (from ?? 0) }))
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
    isReversal ? 'reversal' : sourceOf(scope.source),
    scope.memberId,
    scope.importId,
    scope.at,
    arrayLiteral(entries.map(({ id }) => id)),
    arrayLiteral(entries.map(({ taskId }) => taskId)),
    arrayLiteral(entries.map(({ amount }) => amount)),
  ])
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
