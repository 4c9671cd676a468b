import {
  FACT_KEYS,
  FACT_METRIC_NAMES,
  type FactKey,
  type FactMetric,
  isMoneyMetric,
} from '@yingce/domain/sheets/metric-field'

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace('views3s', 'views_3s')
}

/** Column of a metric in `fact`; money is stored in millionths and says so. */
export function metricColumn(metric: FactMetric): string {
  return isMoneyMetric(metric) ? `${snake(metric)}_micros` : snake(metric)
}

/** Column of a name or id in `metric_key`. */
export function keyColumn(key: FactKey): string {
  return snake(key)
}

export const METRIC_COLUMNS: readonly string[] = FACT_METRIC_NAMES.map(metricColumn)
export const KEY_COLUMNS: readonly string[] = FACT_KEYS.map(keyColumn)

/** Metrics that nearly every file has, and that have columns of their own. */
const COLUMNS_OF_ROWS: ReadonlySet<string> = new Set([
  'impressions',
  'clicks',
  'cost_micros',
  'conversions',
  'revenue_micros',
  'orders',
  'engagements',
  'leads',
  'sessions',
  'pageviews',
])
const REST_COLUMNS: readonly string[] = METRIC_COLUMNS.filter((column) => !COLUMNS_OF_ROWS.has(column))

/**
 * Metrics as columns of `fact_row`, in which facts are written: those that few facts have
 * stand together in `rest`. Reading, `fact` shows each by its name.
 *
 * @param valueOf SQL of a typed value by column of `fact`; columns that are not named have none
 */
export function rowColumns(valueOf: ReadonlyMap<string, string>): { columns: string[]; values: string[] } {
  const own = [...valueOf].filter(([column]) => !REST_COLUMNS.includes(column))
  const columns = own.map(([column]) => column)
  const values = own.map(([_column, value]) => value)
  const given = REST_COLUMNS.flatMap((column) => valueOf.get(column) ?? [])
  if (given.length === 0) return { columns, values }
  return {
    columns: [...columns, 'rest'],
    values: [...values, `case when num_nonnulls(${given.join(', ')}) > 0 then ${restOf(valueOf)} end`],
  }
}

/** The metrics of `rest` as one value. */
function restOf(valueOf: ReadonlyMap<string, string>): string {
  return `row(${REST_COLUMNS.map((column) => valueOf.get(column) ?? 'null').join(', ')})::fact_rest`
}

/**
 * What an insert sets where a fact is there already: the given metrics anew, all others
 * as they are.
 */
export function updatedColumns(given: readonly string[]): string[] {
  const own = given.filter((column) => COLUMNS_OF_ROWS.has(column))
  const sets = own.map((column) => `${column} = excluded.${column}`)
  if (own.length === given.length) return sets
  const rest = new Map(
    REST_COLUMNS.map((column) => [
      column,
      given.includes(column) ? `(excluded.rest).${column}` : `(fact_row.rest).${column}`,
    ]),
  )
  return [...sets, `rest = ${restOf(rest)}`]
}

/** All columns of a fact in a fixed order, to move rows between `fact` and `fact_replaced`. */
export const FACT_COLUMNS: readonly string[] = [
  'workspace_id',
  'source_id',
  'day',
  'key_id',
  'hour',
  'until',
  'import_id',
  'channel',
  'plan_id',
  'task_id',
  'strategy',
  'creator',
  ...METRIC_COLUMNS,
]
