import type { LedgerEntry, listLedger } from '@yingce/contracts/record/ledger'
import type { QueryOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { afterCursor, decodeCursor, encodeCursor, orderBy, type Sort } from '../../records/keyset-cursor.ts'
import { IS_TASK_COST } from '../../records/ledger.ts'
import { requirePlan } from '../../records/read-records.ts'

interface Row {
  id: string
  task_id: string
  date: string
  amount: number
  source: LedgerEntry['source']
  note: string | null
  created_at: string
}

/** Newest first; ids ascend with time. */
const SORT: Sort = { name: 'ledger', keys: [{ expression: 'e.id', isDescending: true, isNullable: false }] }

/** A page of the tasks’ cost entries, and the sum of all that fit the filter, fen. */
export async function readLedger(
  scope: Scope,
  planId: string,
  query: QueryOf<typeof listLedger>,
): Promise<{ items: LedgerEntry[]; nextCursor: string | null; sum: number }> {
  const values: unknown[] = [scope.workspaceId, planId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const ofTask = query.taskId === undefined ? '' : ` and e.task_id = ${bind(query.taskId)}`
  const where = ` and ${IS_TASK_COST}${ofTask}`
  const summed = scope.rows<{ sum: number }>(
    `select coalesce(sum(e.amount), 0) as sum from ledger_entry e where e.workspace_id = $1 and e.plan_id = $2${where}`,
    [...values],
  )
  const after =
    query.cursor === undefined ? '' : ` and ${afterCursor(SORT.keys, decodeCursor(SORT, query.cursor), bind)}`
  const listed = scope.rows<Row>(
    `select e.id, e.task_id, e.date, e.amount, e.source, e.note, e.created_at from ledger_entry e
     where e.workspace_id = $1 and e.plan_id = $2${where}${after} order by ${orderBy(SORT)} limit ${bind(query.limit + 1)}`,
    values,
  )
  const [[total], rows] = await Promise.all([summed, listed, requirePlan(scope, planId)])
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((row) => ({
      id: row.id,
      taskId: row.task_id,
      date: row.date,
      amount: row.amount,
      source: row.source,
      note: row.note,
      createdAt: row.created_at,
    })),
    nextCursor: rows.length > page.length ? encodeCursor(SORT, [page.at(-1)!.id]) : null,
    sum: total!.sum,
  }
}
