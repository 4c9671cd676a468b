import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { CountingPair } from './counting-pairs.read.ts'
import { metricColumn } from '../fact-columns.ts'
import {
  answerKeys,
  columnsOf,
  conditions,
  groupColumns,
  nameJoins,
  shownNames,
  timeColumns,
  usedDimensions,
} from './query-dimensions.ts'
import { figureColumns, flowSum } from './query-figures.ts'
import type { Period } from './query-periods.ts'
import type { QueryTerms } from './query-terms.ts'
import { completedRatios, DAY_PLACE, trustedFigure } from './query-trust.ts'

/** Do the sums by day answer? They have what adds up, and know neither hours nor keys. */
export function isOfDays({ groupBy, filters }: QueryTerms, granularity: MetricQuery['granularity']): boolean {
  return (
    granularity !== 'hour' &&
    !usedDimensions({ groupBy, filters }).some((dimension) => columnsOf(dimension).isOfKey)
  )
}

/**
 * From the sums by day, where each metric stands at its counting level only. Added
 * up within each source before anything is joined or ordered.
 *
 * @param values parameters $1 to $3: workspace, first and last day; more are added
 * @param pairs comparisons that bear on the question; only rows of their sources go the longer way
 */
export function daysSql(
  terms: QueryTerms,
  granularity: MetricQuery['granularity'],
  period: Period,
  values: unknown[],
  limit: number,
  pairs: readonly CountingPair[],
): string {
  const { step, shown } = timeColumns(granularity, period, values)
  const used = usedDimensions(terms)
  const joins = [
    ...(used.includes('source')
      ? ['join metric_source s on s.workspace_id = $1 and s.id = f.source_id']
      : []),
    ...nameJoins(used),
  ]
  const all = `from metric_day f ${joins.join(' ')} where ${conditions(terms, values).join(' and ')}`
  const groups = groupColumns(terms)
  const names = terms.groupBy.flatMap((_dimension, index) => [`g${index}`, `n${index}`])
  const m = (metric: FactMetric): string => `m_${metric}`
  const sumsOf = (of: (metric: FactMetric) => string): string[] =>
    terms.stored.map((metric) => flowSum(metric, of(metric)))
  const column = (metric: FactMetric): string => `f.${metricColumn(metric)}`
  const places = (count: number): string => Array.from({ length: count }, (_unused, at) => at + 1).join(', ')
  const keys = ['f.source_id', `${step} as time`, ...groups]
  const rowKeys = ['f.day', 'f.channel as row_channel', 'f.plan_id as row_plan', ...keys]
  const ids = answerKeys(terms)
  const compared = pairs.flatMap(({ trustedId, otherId }) => [trustedId, otherId])
  const tied = pairs.length === 0 ? '' : `f.source_id = any ($${values.push(compared)}::uuid[])`
  const from = tied === '' ? all : `${all} and not ${tied}`
  const completed = completedRatios(terms, pairs, m, values)
  const figures = figureColumns(terms, m, completed.indexes).map(({ name, sum }) => `${sum} as ${name}`)
  const plain = [...completed.indexes].map((index) => `false as ok${index}`)
  const trusted = (metric: FactMetric): string =>
    trustedFigure(metric, column(metric), pairs, terms, DAY_PLACE, values)
  const rows = `select ${[...rowKeys, ...terms.stored.map((metric) => `${trusted(metric)} as m_${metric}`)].join(', ')} ${all} and ${tied} and f.is_alone
      union all
      select ${[...rowKeys, ...sumsOf(trusted)].join(', ')} ${all} and ${tied} and not f.is_alone group by ${places(rowKeys.length)}`
  const oks = [...completed.indexes].map((index) => `ok${index}`)
  // Rows of compared sources are looked at one by one, which others need not be.
  const ofTied = `union all
      select ${['source_id', 'time', ...names, 'present', ...sumsOf(m), ...oks].join(', ')} from (
        select ${['r.*', `${presence(terms, m)} as present`, ...completed.columns].join(', ')} from (${rows}) r) c
      group by ${['source_id', 'time', ...names, 'present', ...oks].join(', ')}`
  // What stands alone for its source, day, channel and plan is a row of its own, and that is almost all there is.
  return `with g as ${tied === '' ? '' : 'materialized '}(
      select ${[...keys, `${presence(terms, column)} as present`, ...sumsOf(column), ...plain].join(', ')} ${from} and f.is_alone group by ${places(keys.length + 1)}
      union all
      select ${['source_id', 'time', ...names, presence(terms, m), ...sumsOf(m), ...plain].join(', ')} from (
        select ${[...rowKeys, ...sumsOf(column)].join(', ')} ${from} and not f.is_alone group by ${places(rowKeys.length)}) r
      group by ${places(names.length + 3)}
      ${tied === '' ? '' : ofTied})
    select ${[`${shown} as time`, ...ids.slice(1), ...shownNames(terms), ...figures].join(', ')}
    from (select g.*, s.currency from g join metric_source s on s.workspace_id = $1 and s.id = g.source_id) w
    group by ${ids.join(', ')} order by ${ids.join(', ')} limit ${limit + 1}`
}

/**
 * Which of the metrics a row has, as a number; 0 = all of them. Rows that have the same
 * ones are added up first: a ratio then asks a few sums whether they have all its parts,
 * and not every row.
 */
function presence({ stored }: QueryTerms, of: (metric: FactMetric) => string): string {
  const all = stored.map((metric) => `${of(metric)} is not null`).join(' and ')
  const missing = stored.map(
    (metric, bit) => `case when ${of(metric)} is null then ${2 ** bit}::bigint else 0 end`,
  )
  return `case when ${all} then 0 else ${missing.join(' + ')} end`
}
