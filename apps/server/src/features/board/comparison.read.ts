import type { Comparison, getComparison } from '@yingce/contracts/board/comparison'
import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import type { QueryOf } from '@yingce/contracts/route'
import type { BoardDimension } from '@yingce/domain/board/board-layout'
import { PEOPLE_COUNTS } from '@yingce/domain/board/compare-groups'
import type { Scope } from '../../db/scope.ts'
import { dailyValues } from '../metrics/query/daily-values.read.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { groupNames } from './board-facts.read.ts'
import { ALL_DAYS, askedPeriod, type Days } from '../../http/asked-period.ts'
import { readPlanHead } from './plan-records.read.ts'

const COUNTS = ['impressions', 'clicks', 'conversions'] as const
const METRICS = [...COUNTS, 'ctr', 'cvrClick', ...PEOPLE_COUNTS] as const
const MOST_GROUPS = 20_000
const MOST_LISTED = 50

/** What is tested comes before what it is shown to, and that before where. */
const PREFERENCE: readonly BoardDimension[] = [
  'content',
  'ad',
  'creator',
  'audience',
  'campaign',
  'product',
  'region',
  'channel',
]

/**
 * The groups of a plan's facts that can be compared with each other (M9), of its currency.
 *
 * @throws Refusal `not_found`; `invalid_request` for a period with one end or one that ends before it starts
 */
export async function readComparison(
  scope: Scope,
  planId: string,
  { by, ...asked }: QueryOf<typeof getComparison>,
  today: string,
): Promise<Comparison> {
  const { currency } = await readPlanHead(scope, planId)
  const days = (await dailyValues(scope, { metrics: COUNTS, planId, ...ALL_DAYS })).filter(
    (day) => day.currency === currency,
  )
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  const data = first === undefined || last === undefined ? null : { from: first, to: last }
  const period = askedPeriod(asked) ?? data
  if (period === null) return { today, period, dimension: by ?? 'content', groups: [], omitted: 0 }
  const groupsBy = async (dimension: BoardDimension, metrics: readonly string[]) =>
    (await readGroups(scope, planId, dimension, period, metrics)).filter((row) => row.currency === currency)
  const dimension = by ?? (await firstWithTwo(async (one) => (await groupsBy(one, COUNTS)).length))
  const rows = (await groupsBy(dimension, METRICS)).toSorted(
    (a, b) => of(b, 'conversions') - of(a, 'conversions') || of(b, 'impressions') - of(a, 'impressions'),
  )
  const names = groupNames(rows, dimension)
  return {
    today,
    period: { ...period },
    dimension,
    groups: rows.slice(0, MOST_LISTED).map((row) => ({
      name: names.get(row.group[dimension] ?? null) ?? '',
      values: Object.fromEntries(METRICS.map((metric) => [metric, row.values[metric] ?? null])),
      isPeopleSplit: PEOPLE_COUNTS.some((count) => row.reasons[count] === 'not_additive'),
    })),
    omitted: Math.max(0, rows.length - MOST_LISTED),
  }
}

const of = (row: MetricQueryRow, metric: string) => row.values[metric] ?? -1

/** The first dimension by which there are two groups; without any the first at all. */
async function firstWithTwo(
  countOf: (dimension: BoardDimension) => Promise<number>,
): Promise<BoardDimension> {
  for (const dimension of PREFERENCE) if ((await countOf(dimension)) > 1) return dimension
  return PREFERENCE[0] ?? 'content'
}

/** Groups that have a name and a figure: facts that do not say their content are of no content. */
async function readGroups(
  scope: Scope,
  planId: string,
  dimension: BoardDimension,
  period: Days,
  metrics: readonly string[],
): Promise<MetricQueryRow[]> {
  const { rows } = await queryFacts(scope, {
    metrics: [...metrics],
    groupBy: [dimension],
    filters: { plan: [planId] },
    period: { ...period },
    granularity: 'total',
    limit: MOST_GROUPS,
  })
  return rows.filter(
    (row) =>
      (row.group[dimension] ?? null) !== null &&
      metrics.some((metric) => (row.values[metric] ?? null) !== null),
  )
}
