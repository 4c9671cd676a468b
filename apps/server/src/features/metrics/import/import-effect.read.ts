import type { previewMetricImport, previewMetricUndo } from '@yingce/contracts/metrics/metric-import'
import type { AnswerOf } from '@yingce/contracts/route'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'
import { stagedRows } from './apply-facts.store.ts'
import { joinInBulk } from './join-in-bulk.ts'
import { METRIC_COLUMNS, metricColumn } from '../fact-columns.ts'
import { sourceNameOf } from './metric-import-view.ts'
import { readMetricImport } from './metric-import.store.ts'
import { findSource } from '../source/metric-source.store.ts'

/** What confirming would do, counted in facts. @throws Refusal `not_found`; `wrong_state` when it is no draft */
export async function readImportEffect(
  scope: Scope,
  id: string,
): Promise<AnswerOf<typeof previewMetricImport>> {
  const row = await readMetricImport(scope, id)
  if (row.state !== 'draft') throw new Refusal('wrong_state', { params: { state: row.state } })
  const source = await findSource(scope, sourceNameOf(row))
  if (source === null) return { added: row.factCount, replaced: 0, unchanged: 0 }
  const metrics = row.reading?.metrics ?? []
  await joinInBulk(scope)
  const present = new Set(metrics.map(metricColumn))
  const theirs = METRIC_COLUMNS.map((column) => (present.has(column) ? `r.${column}` : 'null'))
  const differs = `(r.until, ${theirs.join(', ')}) is distinct from (f.until, ${METRIC_COLUMNS.map((column) => `f.${column}`).join(', ')})`
  const [counts] = await scope.rows<{ added: number; replaced: number; staged: number }>(
    `select count(*) filter (where f.day is null)::int as added,
       count(*) filter (where f.day is not null and ${differs})::int as replaced, count(*)::int as staged
     from ${stagedRows(metrics, '$3')} r
     left join fact f on f.workspace_id = $1 and f.source_id = $2 and f.day between $4::date and $5::date and f.day = r.day and f.key_id = r.key_id and f.hour = r.hour`,
    [scope.workspaceId, source.id, id, row.dayFrom, row.dayTo],
  )
  const { added, replaced, staged } = counts ?? { added: 0, replaced: 0, staged: 0 }
  return { added, replaced, unchanged: staged - added - replaced }
}

/** What taking it back would do, counted in facts. @throws Refusal `not_found`; `wrong_state` when it was not applied */
export async function readUndoEffect(scope: Scope, id: string): Promise<AnswerOf<typeof previewMetricUndo>> {
  const row = await readMetricImport(scope, id)
  if (row.state !== 'applied') throw new Refusal('wrong_state', { params: { state: row.state } })
  const [counts] = await scope.rows<AnswerOf<typeof previewMetricUndo>>(
    `select
       (select count(*)::int from fact where workspace_id = $1 and source_id = $2 and import_id = $3 and day between $4 and $5) as removed,
       (select count(*)::int from fact_replaced where workspace_id = $1 and source_id = $2 and replaced_by = $3) as returned,
       (select count(*)::int from fact_replaced where workspace_id = $1 and source_id = $2 and import_id = $3) as superseded`,
    [scope.workspaceId, row.sourceId, id, row.dayFrom, row.dayTo],
  )
  return counts ?? { removed: 0, returned: 0, superseded: 0 }
}
