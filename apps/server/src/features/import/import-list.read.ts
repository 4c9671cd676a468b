import type { ImportSummary, listImports } from '@yingce/contracts/import/import'
import type { QueryOf } from '@yingce/contracts/route'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'

interface Row extends Omit<ImportSummary, 'created'> {
  created: Record<string, number>
}

/** Imports of the workspace, newest first; the cursor is the last id, which ascends with time. */
export async function readImportPage(
  scope: Scope,
  query: QueryOf<typeof listImports>,
): Promise<{ items: ImportSummary[]; nextCursor: string | null }> {
  if (query.cursor !== undefined && !/^[0-9a-f-]{36}$/i.test(query.cursor))
    throw new Refusal('invalid_request', {
      issues: [{ path: 'query.cursor', code: 'bad_cursor', message: 'Use nextCursor of the page before' }],
    })
  const rows = await scope.rows<Row>(
    `select b.id, b.state, b.file_name as "fileName", b.file_bytes as "fileBytes", b.created_at as "createdAt", b.confirmed_at as "confirmedAt", b.undone_at as "undoneAt",
       m.name as by, p.id as "planId", coalesce(p.name, b.plan_name) as "planName", b.created_counts as created
     from import_batch b left join plan p on p.workspace_id = $1 and p.id = b.plan_id left join member m on m.workspace_id = $1 and m.id = b.created_by
     where b.workspace_id = $1 and ($2::uuid is null or b.plan_id = $2) and ($3::uuid is null or b.id < $3) order by b.id desc limit $4`,
    [scope.workspaceId, query.planId ?? null, query.cursor ?? null, query.limit + 1],
  )
  const items = rows.slice(0, query.limit)
  return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
}
