import type { HistoryEntry, listHistory } from '@yingce/contracts/record/history'
import type { QueryOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { requirePlan } from '../../records/read-records.ts'

interface Row {
  seq: number
  entity: string
  entity_id: string
  version: number
  action: HistoryEntry['action']
  by: string | null
  at: string
  source: HistoryEntry['source']
  import_id: string | null
  changes: Record<string, [unknown, unknown]>
}

/** Newest first. The cursor is the last sequence number of the page. */
export async function readHistory(
  scope: Scope,
  planId: string,
  query: QueryOf<typeof listHistory>,
): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  const values: unknown[] = [scope.workspaceId, planId, query.limit + 1]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = [
    query.recordId === undefined ? '' : ` and c.entity_id = ${bind(query.recordId)}`,
    query.entity === undefined ? '' : ` and c.entity = ${bind(query.entity)}`,
    query.cursor === undefined ? '' : ` and c.seq < ${bind(seqOf(query.cursor))}`,
  ].join('')
  const [rows] = await Promise.all([
    scope.rows<Row>(
      `select c.seq, c.entity, c.entity_id, c.version, c.action, m.name as by, c.at, c.source, c.import_id, c.changes
       from change_log c left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
       where c.workspace_id = $1 and c.plan_id = $2${where} order by c.seq desc limit $3`,
      values,
    ),
    requirePlan(scope, planId),
  ])
  const page = rows.slice(0, query.limit)
  return { items: page.map(entryOf), nextCursor: rows.length > page.length ? String(page.at(-1)!.seq) : null }
}

function entryOf(row: Row): HistoryEntry {
  return {
    seq: row.seq,
    entity: row.entity,
    recordId: row.entity_id,
    version: row.version,
    action: row.action,
    by: row.by,
    at: row.at,
    source: row.source,
    importId: row.import_id,
    changes: Object.entries(row.changes).map(([field, [from, to]]) => ({ field, from, to })),
  }
}

function seqOf(cursor: string): number {
  const seq = Number(cursor)
  if (!Number.isSafeInteger(seq))
    throw new Refusal('invalid_request', {
      issues: [{ path: 'query.cursor', code: 'invalid_value', message: 'Not a cursor of this list' }],
    })
  return seq
}
