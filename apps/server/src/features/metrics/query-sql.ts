import type { MetricQuery, QueryDimension } from '@yingce/contracts/metrics/metric-query'
import { FACT_METRICS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import { metricColumn } from './fact-columns.ts'
import { isAdditive, type QueryTerms } from './query-terms.ts'

export interface QueryStatement {
  readonly text: string
  readonly values: unknown[]
}

/** Where a dimension stands: in the fact (and the sums by day), or in its key. `id` tells apart, `name` is shown. */
interface DimensionColumns {
  readonly id: string
  readonly name: string
  readonly isOfKey: boolean
}

const OF_FACT: Partial<Record<QueryDimension, DimensionColumns>> = {
  channel: { id: 'f.channel', name: 'f.channel', isOfKey: false },
  source: { id: 'f.source_id::text', name: 's.name', isOfKey: false },
  plan: { id: 'f.plan_id::text', name: 'p.name', isOfKey: false },
  task: { id: 'f.task_id::text', name: 't.name', isOfKey: false },
  strategy: { id: 'f.strategy', name: 'f.strategy', isOfKey: false },
  creator: { id: 'f.creator', name: 'f.creator', isOfKey: false },
}

const CHANNEL_OF_KEY = { id: 'coalesce(k.channel, s.channel)', name: 'coalesce(k.channel, s.channel)' }

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const WITH_ID: ReadonlySet<QueryDimension> = new Set([
  'account',
  'campaign',
  'adGroup',
  'ad',
  'content',
  'product',
])

function columnsOf(dimension: QueryDimension): DimensionColumns {
  const own = OF_FACT[dimension]
  if (own !== undefined) return own
  const name = `k.${snake(dimension)}`
  return { id: WITH_ID.has(dimension) ? `coalesce(${name}_id, ${name})` : name, name, isOfKey: true }
}

/** First day of a step, in operations that cost less than cutting a moment of a time zone. */
const TIME: Readonly<Record<MetricQuery['granularity'], string>> = {
  total: 'null::text',
  hour: `case when f.hour < 0 then f.day::text else f.day::text || 'T' || lpad(f.hour::text, 2, '0') end`,
  day: 'f.day',
  week: `f.day - (date_part('isodow', f.day)::int - 1)`,
  month: `f.day - (date_part('day', f.day)::int - 1)`,
  quarter: `make_date(date_part('year', f.day)::int, date_part('quarter', f.day)::int * 3 - 2, 1)`,
  year: `make_date(date_part('year', f.day)::int, 1, 1)`,
}

interface Inner {
  readonly text: string
  /** From the sums by day, where each metric stands at its counting level only. */
  readonly isRolledUp: boolean
  readonly group: readonly string[]
}

/** The condition of a filter; a text may be the id or the name. */
function condition(
  { values }: QueryTerms['filters'][number],
  { id, name }: Pick<DimensionColumns, 'id' | 'name'>,
  parameters: unknown[],
): string {
  const texts = values.filter((value) => value !== null)
  parameters.push(texts)
  const at = `$${parameters.length}::text[]`
  const isOne = id === name ? `${id} = any (${at})` : `(${id} = any (${at}) or ${name} = any (${at}))`
  return values.includes(null) ? `(${isOne} or ${id} is null)` : isOne
}

/**
 * Figures by source, day, level and group: one row of it is a "row" of the rule
 * that a ratio is taken over rows which have all its parts. From the sums by day
 * where they suffice, else from the facts.
 */
function inner(terms: QueryTerms, granularity: MetricQuery['granularity'], values: unknown[]): Inner {
  const used = [...terms.groupBy, ...terms.filters.map(({ dimension }) => dimension)]
  const ofKey = used.filter((dimension) => columnsOf(dimension).isOfKey)
  const isRolledUp = isAdditive(terms) && granularity !== 'hour' && ofKey.length === 0
  const where = [
    'f.workspace_id = $1 and f.day between $2 and $3',
    ...terms.filters.map((filter) => condition(filter, columnsOf(filter.dimension), values)),
    // A fact's channel is that of its key: said of the keys, few days of few of them are looked up.
    ...(isRolledUp
      ? []
      : terms.filters
          .filter(({ dimension }) => dimension === 'channel')
          .map((filter) => condition(filter, CHANNEL_OF_KEY, values))),
  ]
  // The account says whose the rows are; every level has it, or none.
  const levels = ofKey.filter((dimension) => dimension !== 'account')
  if (levels.length > 0) {
    values.push([...new Set(levels)])
    // As a function, of which the database expects to be true more often than of the operator.
    where.push(`arraycontains(string_to_array(k.level, '/'), $${values.length}::text[])`)
  }
  const joins = [
    'join metric_source s on s.workspace_id = $1 and s.id = f.source_id',
    ...(isRolledUp
      ? []
      : ['join metric_key k on k.workspace_id = $1 and k.source_id = f.source_id and k.id = f.key_id']),
    ...(used.includes('plan') ? ['left join plan p on p.workspace_id = $1 and p.id = f.plan_id'] : []),
    ...(used.includes('task')
      ? ['left join task t on t.workspace_id = $1 and t.plan_id = f.plan_id and t.id = f.task_id']
      : []),
  ]
  const group = terms.groupBy.flatMap((dimension, index) => {
    const { id, name } = columnsOf(dimension)
    return [`${id} as g${index}`, `${name} as n${index}`]
  })
  const columns = terms.stored.map((metric) => [metric, `f.${metricColumn(metric)}`] as const)
  const sums = columns.flatMap(([metric, column]) =>
    FACT_METRICS[metric] === 'flow'
      ? [`sum(${column})${isMoneyMetric(metric) ? '::bigint' : ''} as m_${metric}`]
      : [
          `case when count(${column}) = 1 then max(${column}) end as m_${metric}`,
          `count(${column}) as c_${metric}`,
        ],
  )
  // The day first: it tells most rows apart, and a number is soon compared.
  const keys = [
    'f.day',
    ...(isRolledUp ? [] : ['k.depth', 'k.level']),
    'f.source_id',
    's.currency',
    `${TIME[granularity]} as time`,
    'f.channel as row_channel',
    'f.plan_id as row_plan',
    ...group,
  ]
  const grouped = (more: string): string =>
    `select ${[...keys, ...sums].join(', ')} from ${isRolledUp ? 'metric_day' : 'fact'} f ${joins.join(' ')}
      where ${where.join(' and ')}${more} group by ${keys.map((_key, index) => index + 1).join(', ')}`
  return {
    isRolledUp,
    group: terms.groupBy.map((_dimension, index) => `g${index}`),
    // What stands alone for its source, day, channel and plan needs no grouping, and that is almost all there is.
    text: isRolledUp
      ? `select ${[...keys, ...columns.map(([metric, column]) => `${column} as m_${metric}`)].join(', ')} from metric_day f ${joins.join(' ')}
      where ${where.join(' and ')} and f.is_alone
      union all ${grouped(' and not f.is_alone')}`
      : `select i.*, i.depth || ':' || i.level as rank from (${grouped('')}) i`,
  }
}

const isFlow = (metric: FactMetric): boolean => FACT_METRICS[metric] === 'flow'
const isMoment = (metric: FactMetric): boolean => ['level', 'survey'].includes(FACT_METRICS[metric])

/**
 * The whole statement. Per row it gives time, currency, groups and names, then per
 * asked metric the sums of its parts over the rows that have all of them
 * (`s<metric>_<part>`), and of parts that do not add up how many facts they have
 * (`c<metric>_<part>`).
 */
export function querySql(
  terms: QueryTerms,
  period: { readonly from: string; readonly to: string },
  granularity: MetricQuery['granularity'],
  workspaceId: string,
  limit: number,
): QueryStatement {
  const values: unknown[] = [workspaceId, period.from, period.to]
  const { text, group, isRolledUp } = inner(terms, granularity, values)
  const outer = ['time', 'currency', ...group]
  const shown = outer.map((name) => (name === 'time' ? 'time::text' : name))
  // Levels of one source overlap: each metric counts at the coarsest that has it.
  const picked = terms.stored.flatMap((metric) => {
    if (isRolledUp) return [`m_${metric}`]
    const has = isFlow(metric) ? `m_${metric} is not null` : `c_${metric} > 0`
    const counts = `min(case when ${has} then rank end) over (partition by source_id, day) = rank`
    return [
      `case when ${counts} then m_${metric} end as m_${metric}`,
      ...(isFlow(metric) ? [] : [`case when ${counts} then c_${metric} else 0 end as c_${metric}`]),
      ...(isMoment(metric)
        ? [
            `max(case when c_${metric} > 0 then day end) over (partition by ${outer.join(', ')}) as d_${metric}`,
          ]
        : []),
    ]
  })
  const names = group.map((_name, index) => `n${index}`)
  const figures = terms.metrics.flatMap(({ parts }, index) => {
    const added = parts.filter((part) => !isMoment(part))
    const all = added.map((part) => (isFlow(part) ? `m_${part} is not null` : `c_${part} > 0`))
    const rows = all.length === 0 ? 'true' : all.join(' and ')
    const [only] = parts
    // Of one part alone every row that has it counts: a sum passes over the others by itself.
    if (parts.length === 1 && only !== undefined && isFlow(only))
      return [`sum(m_${only}) as s${index}_${only}`]
    return parts.flatMap((part) => {
      const over = isMoment(part) ? `day = d_${part} and c_${part} > 0` : rows
      return [
        `sum(m_${part}) filter (where ${over}) as s${index}_${part}`,
        ...(isFlow(part) ? [] : [`sum(c_${part}) filter (where ${over}) as c${index}_${part}`]),
      ]
    })
  })
  return {
    text: `with g as (${text}), w as (select source_id, day, ${[...outer, ...names].join(', ')}${picked.map((one) => `, ${one}`).join('')} from g)
      select ${[...shown, ...names.map((name, index) => `${nameOf(terms, index)} as ${name}`), ...figures].join(', ')} from w
      group by ${outer.join(', ')} order by ${outer.join(', ')} limit ${limit + 1}`,
    values,
  }
}

/** The name that a group is shown by. Comparing texts by their letters' order would take longer than adding up the figures. */
function nameOf(terms: QueryTerms, index: number): string {
  const dimension = terms.groupBy[index]
  const { id, name } = dimension === undefined ? { id: '', name: '-' } : columnsOf(dimension)
  return id === name ? `g${index}` : `max(n${index} collate "C")`
}
