import type { QueryDimension } from '@yingce/contracts/metrics/metric-query'
import type { Scope } from '../../../db/scope.ts'
import { CHANNEL_OF_KEY, columnsOf, usedDimensions } from './query-dimensions.ts'
import type { Period } from './query-periods.ts'
import type { QueryTerms } from './query-terms.ts'

/** Dimensions that a level must have for its facts to answer. The account says whose the rows are; every level has it, or none. */
export function askedLevels(terms: QueryTerms): QueryDimension[] {
  const asked = usedDimensions(terms).filter(
    (dimension) => columnsOf(dimension).isOfKey && dimension !== 'account',
  )
  return [...new Set(asked)]
}

/** Has a level all the asked dimensions? As a function, of which the database expects to be true more often than of the operator. */
export function hasAsked(level: string, parameter: number): string {
  return `arraycontains(string_to_array(${level}, '/'), $${parameter}::text[])`
}

/**
 * How facts that answer stand to each other: `levels` = a source has several levels on a day, of which each
 * metric takes one; `rows` = it has one, of which several facts may make up a row; `alone` = each fact is a row.
 */
export type FactShape = 'levels' | 'rows' | 'alone'

/** From so many facts on it is worth asking whether each is a row, which looks at every key. */
const MANY_FACTS = 50_000

/**
 * What a question finds in a period. Where every figure counts, none is held against those of other levels;
 * where each fact is a row, a million of them need not be told apart before they are added up.
 */
export async function readFactShape(scope: Scope, terms: QueryTerms, period: Period): Promise<FactShape> {
  const asked = askedLevels(terms)
  // The sums by day know the levels of their facts.
  const [found] = await scope.rows<{ several: boolean | null; facts: number | null }>(
    `select bool_or(low <> high) as several, sum(facts)::float8 as facts from (
       select min(level) as low, max(level) as high, sum(facts) as facts from metric_day
       where workspace_id = $1 and day between $2 and $3${asked.length === 0 ? '' : ` and ${hasAsked('level', 4)}`}
       group by source_id, day) d`,
    [scope.workspaceId, period.from, period.to, ...(asked.length === 0 ? [] : [asked])],
  )
  if (found?.several === true) return 'levels'
  return (found?.facts ?? 0) >= MANY_FACTS && (await isEachARow(scope, terms, period)) ? 'alone' : 'rows'
}

/** Facts of a day differ in their keys or hours: is there one key to each group, and no hour? */
async function isEachARow(scope: Scope, { groupBy }: QueryTerms, { from, to }: Period): Promise<boolean> {
  const groups = groupBy.map(columnsOf).flatMap(({ id, isOfKey }) => (isOfKey ? [id] : []))
  const [found] = await scope.rows<{ shared: boolean }>(
    `select exists (select from fact f where f.workspace_id = $1 and f.day between $2 and $3 and f.hour >= 0)
       or exists (select from metric_key k join metric_source s on s.workspace_id = $1 and s.id = k.source_id
         where k.workspace_id = $1
         group by ${['k.source_id', 'k.level', CHANNEL_OF_KEY.id, ...groups].join(', ')} having count(*) > 1) as shared`,
    [scope.workspaceId, from, to],
  )
  return found?.shared === false
}
