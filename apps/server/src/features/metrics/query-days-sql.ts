import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { metricColumn } from './fact-columns.ts'
import { columnsOf, condition, groupColumns, nameJoins, shownNames, timeColumns } from './query-dimensions.ts'
import { figureColumns } from './query-figures.ts'
import type { Period } from './query-periods.ts'
import type { QueryTerms } from './query-terms.ts'

/** Do the sums by day answer? They have what adds up, and know neither hours nor keys. */
export function isOfDays({ groupBy, filters }: QueryTerms, granularity: MetricQuery['granularity']): boolean {
  const used = [...groupBy, ...filters.map(({ dimension }) => dimension)]
  return granularity !== 'hour' && !used.some((dimension) => columnsOf(dimension).isOfKey)
}

/**
 * From the sums by day, where each metric stands at its counting level only. Added
 * up within each source before anything is joined or ordered.
 *
 * @param values parameters $1 to $3: workspace, first and last day; more are added
 */
export function daysSql(
  terms: QueryTerms,
  granularity: MetricQuery['granularity'],
  period: Period,
  values: unknown[],
  limit: number,
): string {
  const { step, shown } = timeColumns(granularity, period, values)
  const used = [...terms.groupBy, ...terms.filters.map(({ dimension }) => dimension)]
  const where = [
    'f.workspace_id = $1 and f.day between $2 and $3',
    ...terms.filters.map((filter) => condition(filter, columnsOf(filter.dimension), values)),
  ].join(' and ')
  const joins = [
    ...(used.includes('source')
      ? ['join metric_source s on s.workspace_id = $1 and s.id = f.source_id']
      : []),
    ...nameJoins(used),
  ]
  const from = `from metric_day f ${joins.join(' ')} where ${where}`
  const groups = groupColumns(terms)
  const names = terms.groupBy.flatMap((_dimension, index) => [`g${index}`, `n${index}`])
  const sums = (of: Parameters<typeof figureColumns>[1]): string =>
    figureColumns(terms, of)
      .map(({ name, sum }) => `${sum} as ${name}`)
      .join(', ')
  const places = (count: number): string => Array.from({ length: count }, (_unused, at) => at + 1).join(', ')
  const keys = ['f.source_id', `${step} as time`, ...groups]
  const rowKeys = ['f.day', 'f.channel as row_channel', 'f.plan_id as row_plan', ...keys]
  const stored = terms.stored.map(
    (metric) => `sum(f.${metricColumn(metric)})${isMoneyMetric(metric) ? '::bigint' : ''} as m_${metric}`,
  )
  const ids = ['time', 'currency', ...terms.groupBy.map((_dimension, index) => `g${index}`)]
  // What stands alone for its source, day, channel and plan is a row of its own, and that is almost all there is.
  return `with g as (
      select ${keys.join(', ')}, ${sums((metric) => `f.${metricColumn(metric)}`)} ${from} and f.is_alone group by ${places(keys.length)}
      union all
      select ${['source_id', 'time', ...names].join(', ')}, ${sums((metric) => `m_${metric}`)} from (
        select ${[...rowKeys, ...stored].join(', ')} ${from} and not f.is_alone group by ${places(rowKeys.length)}) r
      group by ${places(2 + names.length)})
    select ${[`${shown} as time`, ...ids.slice(1), ...shownNames(terms)].join(', ')}, ${figureColumns(
      terms,
      String,
    )
      .map(({ name }) => `sum(${name}) as ${name}`)
      .join(', ')}
    from (select g.*, s.currency from g join metric_source s on s.workspace_id = $1 and s.id = g.source_id) w
    group by ${ids.join(', ')} order by ${ids.join(', ')} limit ${limit + 1}`
}
