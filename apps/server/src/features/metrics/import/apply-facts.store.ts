import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { FACT_COLUMNS, KEY_COLUMNS, METRIC_COLUMNS, metricColumn, rowColumns } from '../fact-columns.ts'
import { assignStagedLines } from '../assignment/assign-lines.ts'
import { PLACED_KEYS } from '../assignment/assignment.store.ts'
import { joinInBulk } from './join-in-bulk.ts'

export interface AppliedCounts {
  /** Facts written, whether new or in place of others. */
  readonly written: number
  /** Facts that were there and made room. */
  readonly replaced: number
  /** Facts that were there already with the same figures. */
  readonly unchanged: number
}

/** Writes the keys of an import, and tells those that were there under other names. */
const KEYS = `with written as (insert into metric_key (workspace_id, source_id, id, level, depth, ${KEY_COLUMNS.join(', ')})
  select distinct on (k.id) $1::uuid, $2::uuid, k.id, k.level, k.depth, ${KEY_COLUMNS.map((column) => `k.${column}`).join(', ')}
  from metric_import_part p, json_to_recordset(p.keys) as k(id uuid, level text, depth smallint, ${KEY_COLUMNS.map((column) => `${column} text`).join(', ')})
  where p.workspace_id = $1 and p.import_id = $3
  on conflict (workspace_id, source_id, id) do update set ${KEY_COLUMNS.map((column) => `${column} = coalesce(excluded.${column}, metric_key.${column})`).join(', ')}
  where (${KEY_COLUMNS.map((column) => `coalesce(excluded.${column}, metric_key.${column})`).join(', ')}) is distinct from (${KEY_COLUMNS.map((column) => `metric_key.${column}`).join(', ')})
  returning id, xmax = 0 as is_new)
  select id from written where not is_new`

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

const PLACE_COLUMNS = ['plan_id', 'task_id', 'strategy', 'creator'] as const

/** Where the rules put a fact `f` of source $2, as `t`. */
const BY_RULES = `left join (${PLACED_KEYS} and k.source_id = $2) t on t.id = f.key_id`

/**
 * Writes what was staged for an import into its source, each fact where the rules put its key. A key's day that is there
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
  const renamed = await scope.rows<{ id: string }>(KEYS, ids)
  const hasRules = await assignStagedLines(
    scope,
    sourceId,
    importId,
    renamed.map(({ id }) => id),
  )
  const [days] = await scope.rows<StagedDays>(
    `select coalesce(array_agg(s.day) filter (where k.day is null), '{}')::text as fresh,
       coalesce(array_agg(s.day) filter (where k.day is not null), '{}')::text as known, min(k.day)::text as "from", max(k.day)::text as "to",
       exists (select from metric_import_part where workspace_id = $1 and import_id = $3 and -1 <> any (hour)) as "hasHours",
       not exists (select from metric_import_part where workspace_id = $1 and import_id = $3 and sums is null) as "hasSums",
       (select coalesce(sum(facts), 0)::int from metric_import_part where workspace_id = $1 and import_id = $3) as total
     from (select distinct d.day from metric_import_part p, unnest(p.days) as d(day) where p.workspace_id = $1 and p.import_id = $3) s
     left join (select distinct day from metric_day where workspace_id = $1 and source_id = $2) k on k.day = s.day`,
    ids,
  )
  if (days === undefined || days.total === 0) return { written: 0, replaced: 0, unchanged: 0 }
  const rollUp = (of: string, columns: readonly string[] | null, counted: string | null) =>
    scope.run('select roll_up_metric_days($1, $2, $3::date[], $4::text[], $5)', [
      scope.workspaceId,
      sourceId,
      of,
      columns,
      counted,
    ])
  let fresh = 0
  if (days.fresh !== NO_DAYS) {
    fresh = await insertFresh(scope, ids, metrics, days, hasRules)
    // What was counted while reading does not know where rules put it.
    await rollUp(days.fresh, metrics.map(metricColumn), hasRules || !days.hasSums ? null : importId)
  }
  if (days.known === NO_DAYS) return { written: fresh, replaced: 0, unchanged: 0 }
  const { written: changed, replaced } = await replace(scope, ids, metrics, days, hasRules)
  // Whatever else these days have is of earlier imports.
  if (changed + replaced > 0) await rollUp(days.known, null, null)
  return { written: fresh + changed, replaced, unchanged: days.total - fresh - changed }
}

const NO_DAYS = '{}'

/** What was staged, as a whole. */
interface StagedDays {
  /** Days of which the source had nothing, and those of which it had something: array literals. */
  readonly fresh: string
  readonly known: string
  /** First and last of the days that it had something of. */
  readonly from: string | null
  readonly to: string | null
  /** Facts. */
  readonly total: number
  readonly hasHours: boolean
  /** False = staged by a version that did not count them. */
  readonly hasSums: boolean
}

const HEAD = FACT_COLUMNS.slice(0, FACT_COLUMNS.indexOf('channel') + 1)

/** What an import writes of a row `f`, by column. */
function written(metrics: readonly FactMetric[]): Map<string, string> {
  return new Map([...HEAD, ...metrics.map(metricColumn)].map((column) => [column, `f.${column}`]))
}

/** Rows of some days; as a list that is hashed, and not gone through for every row. @param parameter their array */
function ofDays(rows: string, parameter: number): string {
  return `(select * from (${rows}) o where o.day in (select unnest($${parameter}::date[])))`
}

/** Writes the days of which nothing was there: nothing is to be compared. */
async function insertFresh(
  scope: Scope,
  ids: readonly string[],
  metrics: readonly FactMetric[],
  { fresh, known }: StagedDays,
  hasRules: boolean,
): Promise<number> {
  const isAll = known === NO_DAYS
  const rows = isAll ? `(${incoming(metrics)})` : ofDays(incoming(metrics), 4)
  const { columns, values } = rowColumns(written(metrics))
  const places = hasRules ? PLACE_COLUMNS : []
  return scope.run(
    `insert into fact_row (${[...columns, ...places].join(', ')})
     select ${[...values, ...places.map((column) => `t.${column}`)].join(', ')} from ${rows} f
     ${hasRules ? BY_RULES : ''}`,
    isAll ? ids : [...ids, fresh],
  )
}

/** Notes each key's day of which any hour is new, different or gone. @returns their number */
async function noteChanges(
  scope: Scope,
  ids: readonly string[],
  metrics: readonly FactMetric[],
  { known, from, to, hasHours }: StagedDays,
): Promise<number> {
  const present = new Set(metrics.map(metricColumn))
  const theirs = METRIC_COLUMNS.map((column) => (present.has(column) ? `n.${column}` : 'null'))
  const staged = ofDays(`select * from ${stagedRows(metrics, '$3')} s`, 7)
  const isSame = 'f.day = n.day and f.key_id = n.key_id and f.hour = n.hour'
  return scope.run(
    `insert into metric_change (workspace_id, import_id, source_id, day, key_id)
     select distinct $1::uuid, $3::uuid, $2::uuid, d.day, d.key_id from (
       select n.day, n.key_id from ${ofDays(incoming(metrics), 7)} n
       left join fact f on ${IS} and ${isSame}
       where f.day is null
         or (n.until, n.channel, ${theirs.join(', ')}) is distinct from (f.until, f.channel, ${METRIC_COLUMNS.map((column) => `f.${column}`).join(', ')})
       union all
       select f.day, f.key_id from fact f
       where ${IS} and ($6 or f.hour <> -1)
         and exists (select from ${staged} n where n.day = f.day and n.key_id = f.key_id)
         and not exists (select from ${staged} n where ${isSame})) d`,
    [...ids, from, to, hasHours, known],
  )
}

/** Facts of the source in the days that it had something of: $4 the first, $5 the last. */
const IS = 'f.workspace_id = $1 and f.source_id = $2 and f.day between $4::date and $5::date'

/** Where a fact `f` stood before import $3 replaced it, as `t`. */
const AS_BEFORE = `left join fact_replaced t on t.workspace_id = $1 and t.replaced_by = $3 and t.source_id = $2 and t.day = f.day and t.key_id = f.key_id and t.hour = f.hour`

async function replace(
  scope: Scope,
  ids: readonly string[],
  metrics: readonly FactMetric[],
  days: StagedDays,
  hasRules: boolean,
): Promise<Omit<AppliedCounts, 'unchanged'>> {
  const changes = await noteChanges(scope, ids, metrics, days)
  if (changes === 0) return { written: 0, replaced: 0 }
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
    `insert into fact_row (${[...columns, ...PLACE_COLUMNS].join(', ')})
     select ${[...values, ...PLACE_COLUMNS.map((column) => `t.${column}`)].join(', ')}
     from ${ofDays(incoming(metrics), 4)} f
     ${hasRules ? BY_RULES : AS_BEFORE}
     where exists (select from ${changed})`,
    [...ids, days.known],
  )
  await scope.run(
    'delete from metric_change where workspace_id = $1 and import_id = $3 and source_id = $2',
    ids,
  )
  return { written: count, replaced }
}
