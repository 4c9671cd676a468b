import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { CountingPair } from './counting-pairs.read.ts'
import { metricColumn } from '../fact-columns.ts'
import {
  columnsOf,
  filterConditions,
  groupIds,
  groupNames,
  nameJoins,
  timeColumns,
  usedDimensions,
} from './query-dimensions.ts'
import { flowSum, named, presence, type SummedRows } from './query-figures.ts'
import { type Period, wholeMonths } from './query-periods.ts'
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
  pairs: readonly CountingPair[],
): SummedRows {
  const { step, shown } = timeColumns(granularity, period, values)
  const used = usedDimensions(terms)
  const joins = [
    ...(used.includes('source')
      ? ['join metric_source s on s.workspace_id = $1 and s.id = f.source_id']
      : []),
    ...nameJoins(used),
  ]
  const filters = filterConditions(terms, values)
  const rowsWhere = (table: string, ...where: readonly string[]): string =>
    `from ${table} f ${joins.join(' ')} where ${['f.workspace_id = $1', ...where, ...filters].join(' and ')}`
  const all = rowsWhere('metric_day', 'f.day between $2 and $3')
  const groups = [...groupIds(terms), ...groupNames(terms).map(({ name, column }) => `${column} as ${name}`)]
  const m = (metric: FactMetric): string => `m_${metric}`
  const sumsOf = (of: (metric: FactMetric) => string): string[] =>
    terms.stored.map((metric) => named(flowSum(metric, of(metric))))
  const column = (metric: FactMetric): string => `f.${metricColumn(metric)}`
  const presentOf = (of: (metric: FactMetric) => string): string[] => {
    const present = presence(terms, of)
    return present === null ? [] : [`${present} as present`]
  }
  const places = (count: number): string => Array.from({ length: count }, (_unused, at) => at + 1).join(', ')
  const keys = ['f.source_id', `${step} as time`, ...groups]
  const names = [
    'source_id',
    'time',
    ...terms.groupBy.map((_dimension, index) => `g${index}`),
    ...groupNames(terms).map(({ name }) => name),
  ]
  const rowKeys = ['f.day', 'f.channel as row_channel', 'f.plan_id as row_plan', ...keys]
  const compared = pairs.flatMap(({ trustedId, otherId }) => [trustedId, otherId])
  const tied = pairs.length === 0 ? '' : `f.source_id = any ($${values.push(compared)}::uuid[])`
  const untied = tied === '' ? [] : [`not ${tied}`]
  const from = [all, ...untied].join(' and ')
  const completed = completedRatios(terms, pairs, m, values)
  const oks = [...completed.indexes].map((index) => `ok${index}`)
  const told = [...presentOf(m).map(() => 'present'), ...oks]
  const plain = oks.map((ok) => `false as ${ok}`)
  const trusted = (metric: FactMetric): string =>
    trustedFigure(metric, column(metric), pairs, terms, DAY_PLACE, values)
  const rows = `select ${[...rowKeys, ...terms.stored.map((metric) => `${trusted(metric)} as m_${metric}`)].join(', ')} ${all} and ${tied} and f.is_alone
      union all
      select ${[...rowKeys, ...sumsOf(trusted)].join(', ')} ${all} and ${tied} and not f.is_alone group by ${places(rowKeys.length)}`
  // Rows of compared sources are looked at one by one, which others need not be.
  const ofTied = `union all
      select ${[...names, ...told, ...sumsOf(m)].join(', ')} from (
        select ${['r.*', ...presentOf(m), ...completed.columns].join(', ')} from (${rows}) r) c
      group by ${[...names, ...told].join(', ')}`
  // What stands alone for its source, day, channel and plan is a row of its own, and that is almost all there
  // is: whole months of it are added up already.
  const months = wholeMonths(period, granularity)
  const alone: string[] = []
  if (months === null) alone.push(`${from} and f.is_alone`)
  else {
    const [first, last] = [months.from, months.to].map((day) => `$${values.push(day)}::date`)
    alone.push(rowsWhere('metric_month', `f.day between ${first} and ${last}`, ...untied))
    if (months.from !== period.from || months.to !== period.to)
      alone.push(`${from} and f.is_alone and (f.day < ${first} or f.day > ${last})`)
  }
  const sumAlone = (rowsFrom: string): string =>
    `select ${[...keys, ...presentOf(column), ...plain, ...sumsOf(column)].join(', ')} ${rowsFrom} group by ${places(keys.length + told.length)}`
  const before = `with g as ${tied === '' ? '' : 'materialized '}(
      ${alone.map(sumAlone).join(' union all ')}
      union all
      select ${[...names, ...presentOf(m), ...plain, ...sumsOf(m)].join(', ')} from (
        select ${[...rowKeys, ...sumsOf(column)].join(', ')} ${from} and not f.is_alone group by ${places(rowKeys.length)}) r
      group by ${places(names.length + told.length)}
      ${tied === '' ? '' : ofTied})`
  return {
    before,
    rows: '(select g.*, s.currency from g join metric_source s on s.workspace_id = $1 and s.id = g.source_id) w',
    shown,
    told,
    sums: terms.stored.map((metric) => flowSum(metric, m(metric))),
  }
}
