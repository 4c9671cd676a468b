import type { Scope } from '../../../db/scope.ts'
import { FACT_COLUMNS, rowColumns } from '../fact-columns.ts'
import { joinInBulk } from './join-in-bulk.ts'

/** What returns has the channel that its key and source have now. */
const RETURNING = rowColumns(
  new Map(
    FACT_COLUMNS.map((column) => [
      column,
      column === 'channel'
        ? 'coalesce(k.channel, (select channel from metric_source where workspace_id = $1 and id = $2))'
        : `r.${column}`,
    ]),
  ),
)

/**
 * Takes the facts of an import back: where its own are still there, what they
 * replaced returns; where a later import replaced them, that one stays, and what
 * this import had replaced waits under the later one, to return when that is
 * taken back too. The caller holds the lock on the source.
 *
 * @returns facts removed from what counts, facts that returned, and the first and last day of both; null = it had none
 */
export async function undoFacts(
  scope: Scope,
  sourceId: string,
  importId: string,
): Promise<{ removed: number; returned: number; from: string | null; to: string | null }> {
  const ids = [scope.workspaceId, sourceId, importId]
  await joinInBulk(scope)
  // Links of the chain: what lies below this import comes to lie below its successor.
  await scope.run(
    `insert into metric_change (workspace_id, import_id, source_id, day, key_id, successor)
     select distinct workspace_id, $3::uuid, source_id, day, key_id, replaced_by from fact_replaced
     where workspace_id = $1 and source_id = $2 and import_id = $3`,
    ids,
  )
  await scope.run(
    'delete from fact_replaced where workspace_id = $1 and source_id = $2 and import_id = $3',
    ids,
  )
  await scope.run(
    `update fact_replaced r set replaced_by = c.successor from metric_change c
     where r.workspace_id = $1 and r.source_id = $2 and r.replaced_by = $3
       and c.workspace_id = $1 and c.import_id = $3 and c.source_id = $2 and c.day = r.day and c.key_id = r.key_id`,
    ids,
  )
  await scope.run(
    'delete from metric_change where workspace_id = $1 and import_id = $3 and source_id = $2',
    ids,
  )
  const [span] = await scope.rows<{ from: string | null; to: string | null }>(
    'select day_from as "from", day_to as "to" from metric_import where workspace_id = $1 and id = $3 and source_id = $2',
    ids,
  )
  const days = [...ids, span?.from ?? null, span?.to ?? null]
  const removed = await scope.run(
    'delete from fact where workspace_id = $1 and source_id = $2 and import_id = $3 and day between $4 and $5',
    days,
  )
  const returned = await scope.run(
    `insert into fact_row (${RETURNING.columns.join(', ')}) select ${RETURNING.values.join(', ')} from fact_replaced r
     join metric_key k on k.workspace_id = $1 and k.source_id = $2 and k.id = r.key_id
     where r.workspace_id = $1 and r.source_id = $2 and r.replaced_by = $3`,
    ids,
  )
  await scope.run(
    'delete from fact_replaced where workspace_id = $1 and source_id = $2 and replaced_by = $3',
    ids,
  )
  await scope.run(
    `select roll_up_metric_days($1, $2, (select coalesce(array_agg(d.day), '{}') from (
       select distinct day from metric_day where workspace_id = $1 and source_id = $2 and day between $3 and $4
       union select distinct day from fact where workspace_id = $1 and source_id = $2 and day between $3 and $4) d))`,
    [scope.workspaceId, sourceId, span?.from ?? null, span?.to ?? null],
  )
  return { removed, returned, from: span?.from ?? null, to: span?.to ?? null }
}
