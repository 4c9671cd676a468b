import type { MetricQuery } from '@yingce/contracts/metrics/metric-query'
import type { CountingPair } from './counting-pairs.read.ts'
import { daysSql, isOfDays } from './query-days-sql.ts'
import { factsSql } from './query-facts-sql.ts'
import type { Period } from './query-periods.ts'
import { isAdditive, type QueryTerms } from './query-terms.ts'
import { bearingPairs } from './query-trust.ts'

export interface QueryStatement {
  readonly text: string
  readonly values: unknown[]
}

/**
 * The statement that answers a question, from the sums by day where they suffice.
 * A row of the answer is time, currency, ids of the groups, their names, then the
 * figures of {@link figureColumns}.
 */
export function querySql(
  terms: QueryTerms,
  period: Period,
  granularity: MetricQuery['granularity'],
  workspaceId: string,
  limit: number,
  pairs: readonly CountingPair[],
): QueryStatement {
  const values: unknown[] = [workspaceId, period.from, period.to]
  const write = isAdditive(terms) && isOfDays(terms, granularity) ? daysSql : factsSql
  const bearing = bearingPairs(terms, granularity, pairs)
  return { text: write(terms, granularity, period, values, limit, bearing), values }
}
