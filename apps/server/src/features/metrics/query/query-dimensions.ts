import type { MetricQuery, QueryDimension } from '@yingce/contracts/metrics/metric-query'
import { type Period, steps } from './query-periods.ts'
import type { QueryTerms } from './query-terms.ts'

/** Where a dimension stands: in the fact (and the sums by day), or in its key. `id` tells apart, `name` is shown. */
export interface DimensionColumns {
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

export const CHANNEL_OF_KEY = { id: 'coalesce(k.channel, s.channel)', name: 'coalesce(k.channel, s.channel)' }

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

export function columnsOf(dimension: QueryDimension): DimensionColumns {
  const own = OF_FACT[dimension]
  if (own !== undefined) return own
  const name = `k.${snake(dimension)}`
  return { id: WITH_ID.has(dimension) ? `coalesce(${name}_id, ${name})` : name, name, isOfKey: true }
}

/** How the step of a fact is told, and how it is shown afterwards. */
interface TimeColumns {
  readonly step: string
  readonly shown: string
}

/** The step that a fact is in. Longer ones are told by their first days: cutting dates costs twice as much. */
export function timeColumns(
  granularity: MetricQuery['granularity'],
  period: Period,
  values: unknown[],
): TimeColumns {
  switch (granularity) {
    case 'total':
      return { step: 'null::text', shown: 'time' }
    case 'hour':
      return {
        step: `case when f.hour < 0 then f.day::text else f.day::text || 'T' || lpad(f.hour::text, 2, '0') end`,
        shown: 'time',
      }
    case 'day':
      return { step: 'f.day', shown: 'time::text' }
    case 'week':
    case 'month':
    case 'quarter':
    case 'year': {
      values.push(steps(period, granularity))
      const starts = `$${values.length}::date[]`
      return { step: `width_bucket(f.day, ${starts})`, shown: `(${starts})[time]::text` }
    }
  }
}

/** The condition of a filter; a text may be the id or the name. */
export function condition(
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

/** Tables that the names of plans and tasks are read from, where they are asked for. */
export function nameJoins(used: readonly QueryDimension[]): string[] {
  return [
    ...(used.includes('plan') ? ['left join plan p on p.workspace_id = $1 and p.id = f.plan_id'] : []),
    ...(used.includes('task')
      ? ['left join task t on t.workspace_id = $1 and t.plan_id = f.plan_id and t.id = f.task_id']
      : []),
  ]
}

/** Dimensions that a question groups or filters by. */
export function usedDimensions({
  groupBy,
  filters,
}: Pick<QueryTerms, 'groupBy' | 'filters'>): QueryDimension[] {
  return [...groupBy, ...filters.map(({ dimension }) => dimension)]
}

/** Conditions of all filters; their parameters are added. */
export function filterConditions({ filters }: QueryTerms, values: unknown[]): string[] {
  return filters.map((filter) => condition(filter, columnsOf(filter.dimension), values))
}

/** Conditions of the period and of all filters; $1 to $3 are the workspace, the first and the last day. */
export function conditions(terms: QueryTerms, values: unknown[]): string[] {
  return ['f.workspace_id = $1 and f.day between $2 and $3', ...filterConditions(terms, values)]
}

/** What the rows of an answer are told apart by, in their order. */
export function answerKeys({ groupBy }: QueryTerms): string[] {
  return ['time', 'currency', ...groupBy.map((_dimension, index) => `g${index}`)]
}

/** Ids of the groups as `g0` … */
export function groupIds({ groupBy }: QueryTerms): string[] {
  return groupBy.map((dimension, index) => `${columnsOf(dimension).id} as g${index}`)
}

/** Names `n0` … of the groups that are shown by another name than what tells them apart, and where they stand. */
export function groupNames({
  groupBy,
}: QueryTerms): { readonly name: `n${number}`; readonly column: string }[] {
  return groupBy.flatMap((dimension, index) => {
    const { id, name } = columnsOf(dimension)
    return id === name ? [] : [{ name: `n${index}` as const, column: name }]
  })
}

/** One of several names of a group. Comparing texts by their letters' order would take longer than adding up the figures. */
export function oneName(name: string, column: string = name): string {
  return `max(${column} collate "C") as ${name}`
}
