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
  'extra',
]
