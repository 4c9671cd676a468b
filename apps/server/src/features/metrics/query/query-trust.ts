import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import { tiedSources } from '@yingce/domain/metrics/trusted-source'
import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { CountingPair } from './counting-pairs.read.ts'
import { metricColumn } from '../fact-columns.ts'
import { columnsOf, conditions, nameJoins, usedDimensions } from './query-dimensions.ts'
import { hasPart, neededParts } from './query-figures.ts'
import type { QueryTerms } from './query-terms.ts'

/** What a place is told apart by beyond day, plan and channel, where the question looks at it. */
const WITHIN_PLAN = ['task', 'strategy', 'creator'] as const
const NO_PLAN = `'00000000-0000-0000-0000-000000000000'::uuid`

/** How the columns of a row are called where its trust is asked about. */
interface PlaceColumns {
  readonly source: string
  readonly day: string
  readonly plan: string
  readonly channel: string
  readonly group: (index: number, id: string) => string
}

/** In a row of the sums by day. */
export const DAY_PLACE: PlaceColumns = {
  source: 'f.source_id',
  day: 'f.day',
  plan: 'f.plan_id',
  channel: 'f.channel',
  group: (_index, id) => id,
}

/** In what a source says of a group on a day. */
export const ROW_PLACE: PlaceColumns = {
  source: 'source_id',
  day: 'day',
  plan: 'row_plan',
  channel: 'row_channel',
  group: (index) => `g${index}`,
}

/**
 * Does a question look into a source (by source, hour, campaign, ad …)? It shows what each source says:
 * another source does not know its campaigns, and no comparison bears on it.
 */
export function looksInside(terms: QueryTerms, granularity: MetricQuery['granularity']): boolean {
  return (
    granularity === 'hour' ||
    usedDimensions(terms).some((dimension) => dimension === 'source' || columnsOf(dimension).isOfKey)
  )
}

/**
 * A figure of a row, or null where a trusted source has it for the same place: day, plan and channel (or
 * whole day), and task, strategy and creator where the question tells them apart.
 */
export function trustedFigure(
  metric: FactMetric,
  figure: string,
  pairs: readonly CountingPair[],
  terms: QueryTerms,
  columns: PlaceColumns,
  values: unknown[],
): string {
  const within = terms.groupBy.flatMap((dimension, index) =>
    WITHIN_PLAN.some((one) => one === dimension) ? [{ id: columnsOf(dimension).id, index }] : [],
  )
  // Whole days of a source, whichever channel is asked about.
  const filters = terms.filters.filter(({ dimension }) => dimension !== 'channel')
  const setAside = pairs
    .filter((pair) => pair.metric === metric)
    .map(({ trustedId, otherId, isByChannel }) => {
      const place = (plan: string, channel: string, groups: readonly string[]): string =>
        [
          `coalesce(${plan}, ${NO_PLAN})`,
          ...(isByChannel ? [`coalesce(${channel}, '')`] : []),
          ...groups.map((group) => `coalesce(${group}, '')`),
        ].join(', ')
      const here = place(
        columns.plan,
        columns.channel,
        within.map(({ id, index }) => columns.group(index, id)),
      )
      const there = place(
        'f.plan_id',
        'f.channel',
        within.map(({ id }) => id),
      )
      const at = (id: string): string => `$${values.push(id)}::uuid`
      const joins = nameJoins(usedDimensions({ groupBy: [], filters })).join(' ')
      const where = conditions({ ...terms, filters }, values).join(' and ')
      return `(${columns.source} = ${at(otherId)} and (${columns.day}, ${here}) in (select f.day, ${there} from metric_day f ${joins}
        where ${where} and f.source_id = ${at(trustedId)} and f.${metricColumn(metric)} is not null))`
    })
  return setAside.length === 0 ? figure : `case when ${setAside.join(' or ')} then null else ${figure} end`
}

/** Asked ratios whose parts may stand in rows of several sources, and the columns that say of which rows they do. */
export interface Completed {
  readonly indexes: ReadonlySet<number>
  /** `ok<index>` of a row with `source_id`, `day`, `row_plan`, `row_channel`, `time` and the groups. */
  readonly columns: readonly string[]
}

/**
 * A ratio asks a row for all its parts. Where a trusted source's figure takes the place of another's, the
 * rows of both on that day are one: the platform's cost stands over the conversions that analytics counted.
 * Where a row has all parts itself it is enough, and nothing is put together.
 */
export function completedRatios(
  { metrics, groupBy }: QueryTerms,
  pairs: readonly CountingPair[],
  of: (part: FactMetric) => string,
  values: unknown[],
): Completed {
  const found = metrics.flatMap(({ parts }, index) => {
    const needed = neededParts(parts)
    const tied = tiedSources(pairs, needed)
    if (needed.length < 2 || tied.size === 0) return []
    const wholeDays = pairs.flatMap(({ metric, isByChannel, trustedId, otherId }) =>
      isByChannel || !parts.includes(metric) ? [] : [trustedId, otherId],
    )
    const at = (ids: readonly string[]): string => `$${values.push(ids)}::uuid[]`
    const [sources, roots] = [at([...tied.keys()]), at([...tied.values()])]
    const days = wholeDays.length === 0 ? '' : at(wholeDays)
    const isByChannel = wholeDays.length === 0
    // Told apart by as little as it takes: the rows are sorted by it. Steps of time are of the day.
    const row = [
      `coalesce((${roots})[array_position(${sources}, source_id)], source_id)`,
      'day',
      'row_plan',
      isByChannel
        ? 'row_channel collate "C"'
        : `case when source_id = any (${days}) then null else row_channel end collate "C"`,
      ...groupBy.flatMap((dimension, group) =>
        dimension === 'plan' || (isByChannel && dimension === 'channel') ? [] : [`g${group} collate "C"`],
      ),
    ]
    const over = `over (partition by ${row.join(', ')})`
    const has = needed.map((part) => hasPart(part, of))
    const column = [
      `source_id = any (${sources})`,
      `not bool_or(${has.join(' and ')}) ${over}`,
      ...has.map((one) => `bool_or(${one}) ${over}`),
    ].join(' and ')
    return [{ index, column: `(${column}) as ok${index}` }]
  })
  return { indexes: new Set(found.map(({ index }) => index)), columns: found.map(({ column }) => column) }
}
