import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { CountingPair } from './counting-pairs.read.ts'
import { metricColumn } from '../fact-columns.ts'
import {
  answerKeys,
  CHANNEL_OF_KEY,
  condition,
  conditions,
  groupIds,
  groupNames,
  nameJoins,
  oneName,
  timeColumns,
  usedDimensions,
} from './query-dimensions.ts'
import {
  flowSum,
  isFlow,
  isMoment,
  named,
  presence,
  type SumColumn,
  type SummedRows,
} from './query-figures.ts'
import { askedLevels, type FactShape, hasAsked } from './query-levels.read.ts'
import type { Period } from './query-periods.ts'
import type { QueryTerms } from './query-terms.ts'
import { completedRatios, ROW_PLACE, trustedFigure } from './query-trust.ts'

const m = (metric: FactMetric): string => `m_${metric}`

/** Figures by source, day, level and group, with their names. */
function rowsOf(terms: QueryTerms, step: string, values: unknown[], shape: FactShape): string {
  const used = usedDimensions(terms)
  const where = [
    ...conditions(terms, values),
    // A fact's channel is that of its key: said of the keys, few days of few of them are looked up.
    ...terms.filters
      .filter(({ dimension }) => dimension === 'channel')
      .map((filter) => condition(filter, CHANNEL_OF_KEY, values)),
  ]
  const asked = askedLevels(terms)
  if (asked.length > 0) where.push(hasAsked('k.level', values.push(asked)))
  const joins = [
    'join metric_source s on s.workspace_id = $1 and s.id = f.source_id',
    'join metric_key k on k.workspace_id = $1 and k.source_id = f.source_id and k.id = f.key_id',
    ...nameJoins(used),
  ]
  const figures = terms.stored.flatMap((metric) => {
    const column = `f.${metricColumn(metric)}`
    if (shape === 'alone')
      return [
        `${column} as m_${metric}`,
        ...(isFlow(metric) ? [] : [`num_nonnulls(${column}) as c_${metric}`]),
      ]
    return isFlow(metric)
      ? [named(flowSum(metric, column))]
      : [
          `case when count(${column}) = 1 then max(${column}) end as m_${metric}`,
          `count(${column}) as c_${metric}`,
        ]
  })
  const shownNames = groupNames(terms).map(({ name, column }) => `${column} as ${name}`)
  // The day first: it tells most rows apart, and a number is soon compared.
  const keys = [
    'f.day',
    ...(shape === 'levels' ? ['k.depth', 'k.level'] : []),
    'f.source_id',
    's.currency',
    `${step} as time`,
    'f.channel as row_channel',
    'f.plan_id as row_plan',
    ...groupIds(terms),
    ...(shape === 'rows' ? [] : shownNames),
  ]
  // Names may change: within a level they do not tell rows apart.
  const names = shape === 'rows' ? groupNames(terms).map(({ name, column }) => oneName(name, column)) : []
  const grouped = shape === 'alone' ? '' : ` group by ${keys.map((_key, index) => index + 1).join(', ')}`
  return `select ${[...keys, ...names, ...figures].join(', ')} from fact f ${joins.join(' ')}
    where ${where.join(' and ')}${grouped}`
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
  pairs: readonly CountingPair[],
  shape: FactShape,
): SummedRows {
  const isOneLevel = shape !== 'levels'
  const { step, shown } = timeColumns(granularity, period, values)
  const outer = answerKeys(terms)
  const picked = terms.stored.flatMap((metric) => {
    const has = isFlow(metric) ? `m_${metric} is not null` : `c_${metric} > 0`
    const counts = isOneLevel
      ? 'true'
      : `min(case when ${has} then rank end) over (partition by source_id, day) = rank`
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
  const names = groupNames(terms).map(({ name }) => name)
  const row = ['source_id', 'day', 'row_channel', 'row_plan', ...outer]
  // Of a metric that does not add up at most one level is left, with its facts.
  const merged = terms.stored.flatMap((metric) => [
    `${isFlow(metric) ? 'sum' : 'max'}(m_${metric}) as m_${metric}`,
    ...(isFlow(metric) ? [] : [`sum(c_${metric}) as c_${metric}`]),
    ...(isMoment(metric) ? [`max(d_${metric}) as d_${metric}`] : []),
  ])
  const completed = completedRatios(terms, pairs, m, values)
  const present = presence(terms, m)
  const told = [
    ...(present === null ? [] : ['present']),
    ...[...completed.indexes].map((index) => `ok${index}`),
  ]
  const found = rowsOf(terms, step, values, shape)
  // Rows of one level are those that the rule speaks of; of several the ones that count are put together.
  const before = isOneLevel
    ? `with g as (${found}), r as (select ${[...row, ...names, ...picked].join(', ')} from g)`
    : `with g as (select i.*, i.depth || ':' || i.level as rank from (${found}) i),
      w as (select ${[...row, ...names, ...picked].join(', ')} from g),
      r as (select ${[...row, ...names.map((name) => oneName(name)), ...merged].join(', ')} from w group by ${row.join(', ')})`
  return {
    before,
    rows: `(select ${['r.*', ...(present === null ? [] : [`${present} as present`]), ...completed.columns].join(', ')} from r) r`,
    shown,
    told,
    sums: terms.stored.flatMap(summed),
  }
}

/** Of what stands at a moment its last day counts. */
function summed(metric: FactMetric): SumColumn[] {
  if (isFlow(metric)) return [flowSum(metric, m(metric))]
  const over = isMoment(metric) ? ` filter (where day = d_${metric} and c_${metric} > 0)` : ''
  return [
    { name: `m_${metric}`, sum: `sum(m_${metric})${over}` },
    { name: `c_${metric}`, sum: `sum(c_${metric})${over}` },
  ]
}
