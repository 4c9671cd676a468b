import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import type { Scope } from '../../../db/scope.ts'
import { type FactRow, queryFacts, queryFactsInOneCurrency } from './query-facts.read.ts'

export interface DailyValuesQuery {
  /** Keys of the dictionary, stored or computed. */
  readonly metrics: readonly string[]
  /** Both ends included, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  /** Facts assigned to this plan, those filled in by hand included. */
  readonly planId: string
}

/** Figures of one day; of several currencies one entry each. Money in fen, null with its reason where there is none. */
export interface DailyValue extends Pick<MetricQueryRow, 'values' | 'reasons' | 'currency'> {
  readonly day: string
}

/** Days with facts, ascending; a day without any is absent: missing is not zero. */
export async function dailyValues(
  scope: Scope,
  { metrics, from, to, planId }: DailyValuesQuery,
): Promise<DailyValue[]> {
  const { rows } = await queryFacts(scope, {
    metrics: [...metrics],
    groupBy: [],
    filters: { plan: [planId] },
    period: { from, to },
    granularity: 'day',
    limit: 50_000,
  })
  return rows.flatMap(({ time, values, reasons, currency }) =>
    time === null ? [] : [{ day: time, values, reasons, currency }],
  )
}

interface DailyFiguresQuery extends DailyValuesQuery {
  readonly taskId?: string
  readonly campaign?: string
  /** Each has rows of its own; absent: all are put together. */
  readonly channels?: readonly string[]
  readonly currency: string
}

/** Figures of one day whatever their currency: counts of all, money of the one that was asked for. */
export interface DailyFigures extends Required<Pick<FactRow, 'values' | 'reasons' | 'leftOut'>> {
  readonly day: string
  /** null unless channels were asked for. */
  readonly channel: string | null
}

/** Days with facts of a plan, ascending, one row a day (and channel): what rules judge, and draw. */
export async function dailyFigures(
  scope: Scope,
  { metrics, from, to, planId, taskId, campaign, channels, currency }: DailyFiguresQuery,
  dictionary?: MetricDictionary,
): Promise<DailyFigures[]> {
  if (channels?.length === 0) return []
  const rows = await queryFactsInOneCurrency(
    scope,
    {
      metrics: [...metrics],
      groupBy: channels === undefined ? [] : ['channel'],
      filters: {
        plan: [planId],
        ...(taskId === undefined ? {} : { task: [taskId] }),
        ...(campaign === undefined ? {} : { campaign: [campaign] }),
        ...(channels === undefined ? {} : { channel: [...channels] }),
      },
      period: { from, to },
      granularity: 'day',
      limit: 1_000_000,
    },
    currency,
    dictionary,
  )
  return rows.flatMap(({ time, group, values, reasons, leftOut = [] }) =>
    time === null ? [] : [{ day: time, channel: group['channel'] ?? null, values, reasons, leftOut }],
  )
}
