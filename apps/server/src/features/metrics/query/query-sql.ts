import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import type { CountingPair } from './counting-pairs.read.ts'
import { daysSql, isOfDays } from './query-days-sql.ts'
import { answerKeys, groupNames, oneName } from './query-dimensions.ts'
import { factsSql } from './query-facts-sql.ts'
import type { FactShape } from './query-levels.read.ts'
import type { Period } from './query-periods.ts'
import { named } from './query-figures.ts'
import { isAdditive, type QueryTerms } from './query-terms.ts'

export interface QueryStatement {
  readonly text: string
  readonly values: unknown[]
  /**
   * Names of the answer's columns: `time`, `currency`, ids of the groups `g0` …, names `n0` … of
   * those that have others, `ok<metric>` of ratios that other rows complete, sums `m_<metric>`, and
   * numbers of facts `c_<metric>` of what does not add up.
   */
  readonly columns: readonly string[]
}

/** Do the sums by day answer a question, or is it asked of the facts themselves? */
export function answersByDays(terms: QueryTerms, granularity: MetricQuery['granularity']): boolean {
  return isAdditive(terms) && isOfDays(terms, granularity)
}

/**
 * The statement that answers a question, from the sums by day where they suffice. The
 * rows of a group follow each other: one for each set of parts that ratios find in it.
 *
 * @param shape of the facts; of no meaning where the sums by day answer
 */
export function querySql(
  terms: QueryTerms,
  period: Period,
  granularity: MetricQuery['granularity'],
  workspaceId: string,
  limit: number,
  pairs: readonly CountingPair[],
  shape: FactShape,
): QueryStatement {
  const values: unknown[] = [workspaceId, period.from, period.to]
  const { before, rows, shown, told, sums } = answersByDays(terms, granularity)
    ? daysSql(terms, granularity, period, values, pairs)
    : factsSql(terms, granularity, period, values, pairs, shape)
  const ids = answerKeys(terms)
  const names = groupNames(terms).map(({ name }) => name)
  const oks = told.filter((name) => name !== 'present')
  const columns = [...ids, ...names, ...oks, ...sums.map(({ name }) => name)]
  const order = ids.map((id) => `a.${id}`).join(', ')
  const asked = `select ${[`${shown} as time`, ...columns.slice(1)].join(', ')}`
  const summed = `select ${[...ids, ...names.map((name) => oneName(name)), ...oks, ...sums.map(named)].join(', ')}
      from ${rows} group by ${[...ids, ...told].join(', ')}`
  // A group of several rows is taken whole or not at all; where each has one, counting rows is enough.
  // The sums are made before they are ranked, or a million rows would be sorted to be added up in that order.
  const text =
    told.length === 0
      ? `${before} ${asked} from (${summed}) a order by ${order} limit ${limit + 1}`
      : `${before}, summed as materialized (${summed}) ${asked} from (
          select *, dense_rank() over (order by ${ids.join(', ')}) as place from summed) a
        where place <= ${limit + 1} order by ${order}`
  return { text, values, columns }
}
