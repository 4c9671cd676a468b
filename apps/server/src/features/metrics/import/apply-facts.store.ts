import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { FACT_COLUMNS, KEY_COLUMNS, METRIC_COLUMNS, metricColumn, rowColumns } from '../fact-columns.ts'
import { joinInBulk } from './join-in-bulk.ts'

export interface AppliedCounts {
  /** Facts written, whether new or in place of others. */
  readonly written: number
  /** Facts that were there and made room. */
  readonly replaced: number
  /** Facts that were there already with the same figures. */
  readonly unchanged: number
}

const KEYS = `insert into metric_key (workspace_id, source_id, id, level, depth, ${KEY_COLUMNS.join(', ')})
  select distinct on (k.id) $1::uuid, $2::uuid, k.id, k.level, k.depth, ${KEY_COLUMNS.map((column) => `k.${column}`).join(', ')}
  from metric_import_part p, json_to_recordset(p.keys) as k(id uuid, level text, depth smallint, ${KEY_COLUMNS.map((column) => `${column} text`).join(', ')})
  where p.workspace_id = $1 and p.import_id = $3
  on conflict (workspace_id, source_id, id) do update set ${KEY_COLUMNS.map((column) => `${column} = coalesce(excluded.${column}, metric_key.${column})`).join(', ')}
  where (${KEY_COLUMNS.map((column) => `coalesce(excluded.${column}, metric_key.${column})`).join(', ')}) is distinct from (${KEY_COLUMNS.map((column) => `metric_key.${column}`).join(', ')})`

/**
 * The facts staged for an import as rows; $1 workspace, and the import's parameter.
 * Arrays are taken apart in the select list, which needs no copy of them.
 */
export function stagedRows(metrics: readonly FactMetric[], importParameter: string): string {
  const columns = ['day', 'key_id', 'hour', 'until', ...metrics.map(metricColumn)]
  return `(select p.channels[unnest(p.channel)] as channel, ${columns.map((column) => `unnest(p.${column}) as ${column}`).join(', ')}
    from metric_import_part p where p.workspace_id = $1 and p.import_id = ${importParameter})`
}

/** The staged facts by columns of `fact`; $1 workspace, $2 source, $3 import. */
function incoming(metrics: readonly FactMetric[]): string {
  const columns = metrics.map(metricColumn)
  return `select $1::uuid as workspace_id, $2::uuid as source_id, r.day, r.key_id, r.hour, r.until, $3::uuid as import_id,
      coalesce(r.channel, (select channel from metric_source where workspace_id = $1 and id = $2)) as channel${columns.map((column) => `, r.${column}`).join('')}
    from ${stagedRows(metrics, '$3')} r`
}

const KEPT_COLUMNS = ['plan_id', 'task_id', 'strategy', 'creator'] as const

/**
 * Writes what was staged for an import into its source. A key's day that is there
 * with other figures makes room as a whole, all its hours included, and is kept
 * for taking the import back; a day with the same figures is left alone, so that
 * the same file twice changes nothing. What was staged stays, see `clear-staging.job.ts`.
 * The caller holds the lock on the source.
 */
export async function applyFacts(
  scope: Scope,
  sourceId: string,
  importId: string,
  metrics: readonly FactMetric[],
): Promise<AppliedCounts> {
  const ids = [scope.workspaceId, sourceId, importId]
  await joinInBulk(scope)
  await scope.run(KEYS, ids)
  const [days] = await scope.rows<StagedDays>(
    `select coalesce(array_agg(distinct d.day), '{}')::text as days, min(d.day)::text as "from", max(d.day)::text as "to",
       exists (select from metric_import_part where workspace_id = $1 and import_id = $3 and -1 <> any (hour)) as "hasHours",
       not exists (select from metric_import_part where workspace_id = $1 and import_id = $3 and sums is null) as "hasSums",
       (select coalesce(sum(facts), 0)::int from metric_import_part where workspace_id = $1 and import_id = $3) as total,
       exists (select from fact f where f.workspace_id = $1 and f.source_id = $2 and f.day between min(d.day) and max(d.day)) as "isThere"
     from metric_import_part p, unnest(p.days) as d(day) where p.workspace_id = $1 and p.import_id = $3`,
    ids,
  )
  if (days === undefined || days.total === 0) return { written: 0, replaced: 0, unchanged: 0 }
  const counts = days.isThere
    ? await replace(scope, ids, metrics, days)
    : { written: await insertAll(scope, ids, metrics), replaced: 0, unchanged: 0 }
  if (counts.written + counts.replaced > 0)
    await scope.run('select roll_up_metric_days($1, $2, $3::date[], $4::text[], $5)', [
      scope.workspaceId,
      sourceId,
      days.days,
      // Whatever else these days have is of earlier imports.
      days.isThere ? null : metrics.map(metricColumn),
      days.isThere || !days.hasSums ? null : importId,
    ])
  return counts
}

/** What was staged, as a whole. */
interface StagedDays {
  /** Array literal. */
  readonly days: string
  readonly from: string
  readonly to: string
  readonly total: number
  readonly hasHours: boolean
  /** False = staged by a version that did not count them. */
  readonly hasSums: boolean
  /** Has the source facts between the first and the last day already? */
  readonly isThere: boolean
}

const HEAD = FACT_COLUMNS.slice(0, FACT_COLUMNS.indexOf('channel') + 1)

/** What an import writes of a row `f`, by column. */
function written(metrics: readonly FactMetric[]): Map<string, string> {
  return new Map([...HEAD, ...metrics.map(metricColumn)].map((column) => [column, `f.${column}`]))
}

async function insertAll(
  scope: Scope,
  ids: readonly string[],
  metrics: readonly FactMetric[],
): Promise<number> {
  const { columns, values } = rowColumns(written(metrics))
  return scope.run(
    `insert into fact_row (${columns.join(', ')}) select ${values.join(', ')} from (${incoming(metrics)}) f`,
    ids,
  )
}

/** Notes each key's day of which any hour is new, different or gone. @returns their number */
async function noteChanges(
  scope: Scope,
  ids: readonly string[],
  metrics: readonly FactMetric[],
  { from, to, hasHours }: StagedDays,
): Promise<number> {
  const present = new Set(metrics.map(metricColumn))
  const theirs = METRIC_COLUMNS.map((column) => (present.has(column) ? `n.${column}` : 'null'))
  const staged = stagedRows(metrics, '$3')
  const isSame = 'f.day = n.day and f.key_id = n.key_id and f.hour = n.hour'
  return scope.run(
    `insert into metric_change (workspace_id, import_id, source_id, day, key_id)
     select distinct $1::uuid, $3::uuid, $2::uuid, d.day, d.key_id from (
       select n.day, n.key_id from (${incoming(metrics)}) n
       left join fact f on ${IS} and ${isSame}
       where f.day is null
         or (n.until, n.channel, ${theirs.join(', ')}) is distinct from (f.until, f.channel, ${METRIC_COLUMNS.map((column) => `f.${column}`).join(', ')})
       union all
       select f.day, f.key_id from fact f
       where ${IS} and ($6 or f.hour <> -1)
         and exists (select from ${staged} n where n.day = f.day and n.key_id = f.key_id)
         and not exists (select from ${staged} n where ${isSame})) d`,
    [...ids, from, to, hasHours],
  )
}

/** Facts of the source in the days that were staged: $4 the first, $5 the last. */
const IS = 'f.workspace_id = $1 and f.source_id = $2 and f.day between $4::date and $5::date'

async function replace(
  scope: Scope,
  ids: readonly string[],
  metrics: readonly FactMetric[],
  days: StagedDays,
): Promise<AppliedCounts> {
  const changes = await noteChanges(scope, ids, metrics, days)
  if (changes === 0) return { written: 0, replaced: 0, unchanged: days.total }
  const inDays = [...ids, days.from, days.to]
  const changed =
    'metric_change c where c.workspace_id = $1 and c.import_id = $3 and c.source_id = $2 and c.day = f.day and c.key_id = f.key_id'
  await scope.run(
    `insert into fact_replaced (replaced_by, ${FACT_COLUMNS.join(', ')})
     select $3::uuid, ${FACT_COLUMNS.map((column) => `f.${column}`).join(', ')} from fact f where ${IS} and exists (select from ${changed})`,
    inDays,
  )
  const replaced = await scope.run(
    `delete from fact f using metric_change c where ${IS} and c.workspace_id = $1 and c.import_id = $3 and c.source_id = $2 and c.day = f.day and c.key_id = f.key_id`,
    inDays,
  )
  const { columns, values } = rowColumns(written(metrics))
  const count = await scope.run(
    `insert into fact_row (${[...columns, ...KEPT_COLUMNS].join(', ')})
     select ${[...values, ...KEPT_COLUMNS.map((column) => `o.${column}`)].join(', ')}
     from (${incoming(metrics)}) f
     left join fact_replaced o on o.workspace_id = $1 and o.replaced_by = $3 and o.source_id = $2 and o.day = f.day and o.key_id = f.key_id and o.hour = f.hour
     where exists (select from ${changed})`,
    ids,
  )
  await scope.run(
    'delete from metric_change where workspace_id = $1 and import_id = $3 and source_id = $2',
    ids,
  )
  return { written: count, replaced, unchanged: days.total - count }
}
