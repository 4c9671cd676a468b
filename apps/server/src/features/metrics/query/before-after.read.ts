import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { Days } from '@yingce/domain/metrics/days-around'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import type { Scope } from '../../../db/scope.ts'
import { queryFactsInOneCurrency } from './query-facts.read.ts'

export interface Measured {
  readonly planId: string
  /** Key of the dictionary. */
  readonly metric: string
  /** null: all channels. */
  readonly channel: string | null
  /** null: the facts of all tasks, and of none. */
  readonly taskId: string | null
  /** Of the plan. */
  readonly currency: string
}

export interface BeforeAfter {
  readonly before: number | null
  readonly beforeDays: { from: LocalDate; to: LocalDate }
  readonly after: number | null
  readonly afterDays: { from: LocalDate; to: LocalDate } | null
}

/**
 * One metric of a plan before and after something was done: an adjustment (X10), the action
 * against an alert (M10). Both from totals, never from averages of days (rule 6). Null where
 * there are no facts; money in other currencies than the plan's is in neither.
 */
export async function readBeforeAfter(
  scope: Scope,
  measured: Measured,
  before: Days,
  after: Days | null,
  dictionary?: MetricDictionary,
): Promise<BeforeAfter> {
  const { planId, metric, channel, taskId, currency } = measured
  const over = async (period: Days): Promise<number | null> => {
    const [row] = await queryFactsInOneCurrency(
      scope,
      {
        metrics: [metric],
        groupBy: [],
        filters: {
          plan: [planId],
          ...(channel === null ? {} : { channel: [channel] }),
          ...(taskId === null ? {} : { task: [taskId] }),
        },
        period,
        granularity: 'total',
        limit: 100,
      },
      currency,
      dictionary,
    )
    return row?.values[metric] ?? null
  }
  return {
    before: await over(before),
    beforeDays: before,
    after: after === null ? null : await over(after),
    afterDays: after,
  }
}
