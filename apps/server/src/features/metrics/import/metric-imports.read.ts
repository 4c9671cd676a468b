import type { listMetricImports, MetricImportSummary } from '@yingce/contracts/metrics/metric-import'
import type { QueryOf } from '@yingce/contracts/route'
import type { Scope } from '../../../db/scope.ts'
import { IMPORT_COLUMNS, IMPORT_TABLES, type MetricImportRow } from './metric-import.store.ts'
import { summaryOf } from './metric-import-view.ts'

/** Imports and pushes of the workspace, newest first; the cursor is the last id, which ascends with time. */
export async function readMetricImportPage(
  scope: Scope,
  query: QueryOf<typeof listMetricImports>,
): Promise<{ items: MetricImportSummary[]; nextCursor: string | null }> {
  const rows = await scope.rows<MetricImportRow>(
    `select ${IMPORT_COLUMNS}, json_build_object('preset', i.reading -> 'preset') as reading
     from ${IMPORT_TABLES}
     where i.workspace_id = $1 and ($2::uuid is null or i.source_id = $2) and ($3::uuid is null or i.id < $3)
     order by i.id desc limit $4`,
    [scope.workspaceId, query.sourceId ?? null, query.cursor ?? null, query.limit + 1],
  )
  const items = rows.slice(0, query.limit).map(summaryOf)
  return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
}
