import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { CountingPair } from './counting-pairs.read.ts'
import { metricColumn } from '../fact-columns.ts'
import {
  answerKeys,
  CHANNEL_OF_KEY,
  columnsOf,
  condition,
  conditions,
  groupColumns,
  nameJoins,
  shownNames,
  timeColumns,
  usedDimensions,
} from './query-dimensions.ts'
import { figureColumns, flowSum, isFlow, isMoment } from './query-figures.ts'
import type { Period } from './query-periods.ts'
import type { QueryTerms } from './query-terms.ts'
import { completedRatios, ROW_PLACE, trustedFigure } from './query-trust.ts'

const m = (metric: FactMetric): string => `m_${metric}`

/** Figures by source, day, level and group. */
function rowsOf(terms: QueryTerms, step: string, values: unknown[]): string {
  const used = usedDimensions(terms)
  const where = [
    ...conditions(terms, values),
    // A fact's channel is that of its key: said of the keys, few days of few of them are looked up.
    ...terms.filters
      .filter(({ dimension }) => dimension === 'channel')
      .map((filter) => condition(filter, CHANNEL_OF_KEY, values)),
  ]
  // The account says whose the rows are; every level has it, or none.
  const levels = used.filter((dimension) => columnsOf(dimension).isOfKey && dimension !== 'account')
  if (levels.length > 0) {
    values.push([...new Set(levels)])
    // As a function, of which the database expects to be true more often than of the operator.
    where.push(`arraycontains(string_to_array(k.level, '/'), $${values.length}::text[])`)
  }
  const joins = [
    'join metric_source s on s.workspace_id = $1 and s.id = f.source_id',
    'join metric_key k on k.workspace_id = $1 and k.source_id = f.source_id and k.id = f.key_id',
    ...nameJoins(used),
  ]
  const sums = terms.stored.flatMap((metric) => {
    const column = `f.${metricColumn(metric)}`
    return isFlow(metric)
      ? [flowSum(metric, column)]
      : [
          `case when count(${column}) = 1 then max(${column}) end as m_${metric}`,
          `count(${column}) as c_${metric}`,
        ]
  })
  // The day first: it tells most rows apart, and a number is soon compared.
  const keys = [
    'f.day',
    'k.depth',
    'k.level',
    'f.source_id',
    's.currency',
    `${step} as time`,
    'f.channel as row_channel',
    'f.plan_id as row_plan',
    ...groupColumns(terms),
  ]
  return `select ${[...keys, ...sums].join(', ')} from fact f ${joins.join(' ')}
    where ${where.join(' and ')} group by ${keys.map((_key, index) => index + 1).join(', ')}`
}

/**
 * From the facts themselves, whose levels overlap: each metric counts at the coarsest
 * that has it for the source on the day. What a source then says of a group on a day
 * is a "row" of the rule that a ratio is taken over rows which have all its parts.
 *
 * @param values parameters $1 to $3: workspace, first and last day; more are added
 * @param pairs comparisons that bear on the question
 */
export function factsSql(
  terms: QueryTerms,
  granularity: MetricQuery['granularity'],
  period: Period,
  values: unknown[],
  limit: number,
  pairs: readonly CountingPair[],
): string {
  const { step, shown } = timeColumns(granularity, period, values)
  const outer = answerKeys(terms)
  const picked = terms.stored.flatMap((metric) => {
    const has = isFlow(metric) ? `m_${metric} is not null` : `c_${metric} > 0`
    const counts = `min(case when ${has} then rank end) over (partition by source_id, day) = rank`
    const figure = trustedFigure(metric, `m_${metric}`, pairs, terms, ROW_PLACE, values)
    return [
      `case when ${counts} then ${figure} end as m_${metric}`,
      ...(isFlow(metric) ? [] : [`case when ${counts} then c_${metric} else 0 end as c_${metric}`]),
      ...(isMoment(metric)
        ? [
            `max(case when c_${metric} > 0 then day end) over (partition by ${outer.join(', ')}) as d_${metric}`,
          ]
        : []),
    ]
  })
  const names = terms.groupBy.map((_dimension, index) => `n${index}`)
  const row = ['source_id', 'day', 'row_channel', 'row_plan', ...outer]
  // Of a metric that does not add up at most one level is left, with its facts.
  const merged = terms.stored.flatMap((metric) => [
    `${isFlow(metric) ? 'sum' : 'max'}(m_${metric}) as m_${metric}`,
    ...(isFlow(metric) ? [] : [`sum(c_${metric}) as c_${metric}`]),
    ...(isMoment(metric) ? [`max(d_${metric}) as d_${metric}`] : []),
  ])
  const completed = completedRatios(terms, pairs, m, values)
  const figures = figureColumns(terms, m, completed.indexes).map(({ name, sum }) => `${sum} as ${name}`)
  const rows =
    completed.columns.length === 0 ? 'r' : `(select ${['r.*', ...completed.columns].join(', ')} from r) r`
  return `with g as (select i.*, i.depth || ':' || i.level as rank from (${rowsOf(terms, step, values)}) i),
      w as (select ${[...row, ...names, ...picked].join(', ')} from g),
      r as (select ${[...row, ...shownNames(terms), ...merged].join(', ')} from w group by ${row.join(', ')})
    select ${[`${shown} as time`, ...outer.slice(1), ...shownNames(terms), ...figures].join(', ')} from ${rows}
    group by ${outer.join(', ')} order by ${outer.join(', ')} limit ${limit + 1}`
}
