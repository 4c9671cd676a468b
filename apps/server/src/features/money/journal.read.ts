import type { JournalEntry, listJournal } from '@yingce/contracts/money/journal'
import type { AnswerOf, QueryOf } from '@yingce/contracts/route'
import { isCommitment } from '@yingce/domain/money/ledger-entry'
import { openCommitments } from '@yingce/domain/money/open-commitments'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { afterCursor, decodeCursor, encodeCursor, orderBy, type Sort } from '../../records/keyset-cursor.ts'
import { readLedgerLines } from './ledger-lines.read.ts'

/** Newest first; ids ascend with time. */
const SORT: Sort = {
  name: 'journal',
  keys: [
    { expression: 'e.date', isDescending: true, isNullable: false },
    { expression: 'e.id', isDescending: true, isNullable: false },
  ],
}

const COLUMNS = `e.id, e.kind, e.date, e.amount, e.task_id as "taskId", e.budget_line_id as "budgetLineId", e.category,
  e.payee, e.account, e.note, coalesce(k.receipt, e.receipt) as receipt, e.commitment_id as "commitmentId",
  e.reversal_of as "reversalOf", r.id as "reversedBy", e.source, k.entry_id is not null as "isReconciled",
  m.name as "by", e.created_at as "createdAt"`

const FROM = `from ledger_entry e
  left join ledger_entry r on r.workspace_id = e.workspace_id and r.plan_id = e.plan_id and r.reversal_of = e.id
  left join ledger_reconciliation k on k.workspace_id = e.workspace_id and k.plan_id = e.plan_id and k.entry_id = e.id
  left join member m on m.workspace_id = e.workspace_id and m.id = e.member_id`

/**
 * A page of the whole ledger, and how many entries fit the filter with their sum, fen.
 *
 * @throws Refusal `not_found`
 */
export async function readJournal(
  scope: Scope,
  planId: string,
  query: QueryOf<typeof listJournal>,
): Promise<AnswerOf<typeof listJournal>> {
  const values: unknown[] = [scope.workspaceId, planId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const equal = {
    kind: query.kind,
    category: query.category,
    account: query.account,
    task_id: query.taskId,
    budget_line_id: query.budgetLineId,
  }
  const where = [
    'e.workspace_id = $1 and e.plan_id = $2',
    ...Object.entries(equal).flatMap(([column, value]) =>
      value === undefined || value === '' ? [] : [`e.${column} = ${bind(value)}`],
    ),
    ...(query.payee === undefined || query.payee === ''
      ? []
      : [`position(lower(${bind(query.payee)}) in lower(coalesce(e.payee, ''))) > 0`]),
  ].join(' and ')
  const counted = scope.rows<{ total: number; sum: number }>(
    `select count(*)::int as total, coalesce(sum(e.amount), 0)::bigint as sum from ledger_entry e where ${where}`,
    [...values],
  )
  const after =
    query.cursor === undefined ? '' : ` and ${afterCursor(SORT.keys, decodeCursor(SORT, query.cursor), bind)}`
  const listed = scope.rows<Omit<JournalEntry, 'open'>>(
    `select ${COLUMNS} ${FROM} where ${where}${after} order by ${orderBy(SORT)} limit ${bind(query.limit + 1)}`,
    values,
  )
  const plans = scope.rows<{ currency: string }>(
    'select currency from plan where workspace_id = $1 and id = $2',
    [scope.workspaceId, planId],
  )
  const [[count], rows, [plan], lines] = await Promise.all([
    counted,
    listed,
    plans,
    readLedgerLines(scope, planId),
  ])
  if (plan === undefined) throw new Refusal('not_found')
  const open = openCommitments(lines)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    currency: plan.currency,
    items: page.map((row) => ({ ...row, open: isCommitment(row.kind) ? (open.get(row.id) ?? 0) : null })),
    nextCursor:
      last === undefined || rows.length === page.length ? null : encodeCursor(SORT, [last.date, last.id]),
    total: count?.total ?? 0,
    sum: count?.sum ?? 0,
  }
}
