import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import type { Scope } from '../../../db/scope.ts'
import { queryFacts } from './query-facts.read.ts'

export interface DailyValuesQuery {
  /** Keys of the dictionary, stored or computed. */
  readonly metrics: readonly string[]
  /** Both ends included, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  /** Facts assigned to this plan, those filled in by hand included; absent: all of the workspace. */
  readonly planId?: string
  readonly taskId?: string
  readonly channel?: string
  readonly sourceId?: string
  readonly campaign?: string
}

/** Figures of one day; of several currencies one entry each. Money in fen, null with its reason where there is none. */
export interface DailyValue extends Pick<MetricQueryRow, 'values' | 'reasons' | 'currency'> {
  readonly day: string
}

/** Days with facts, ascending; a day without any is absent: missing is not zero. */
export async function dailyValues(
  scope: Scope,
  { metrics, from, to, planId, taskId, channel, sourceId, campaign }: DailyValuesQuery,
  dictionary?: MetricDictionary,
): Promise<DailyValue[]> {
  const wanted = { plan: planId, task: taskId, channel, source: sourceId, campaign }
  const filters = Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])),
  )
  const { rows } = await queryFacts(
    scope,
    { metrics: [...metrics], groupBy: [], filters, period: { from, to }, granularity: 'day', limit: 50_000 },
    dictionary,
  )
  return rows.flatMap(({ time, values, reasons, currency }) =>
    time === null ? [] : [{ day: time, values, reasons, currency }],
  )
}

/** The same for several channels of a plan in one question; a row is of one day and channel. */
export async function dailyValuesByChannel(
  scope: Scope,
  {
    metrics,
    from,
    to,
    planId,
    channels,
  }: Pick<DailyValuesQuery, 'metrics' | 'from' | 'to'> & { planId: string; channels: readonly string[] },
  dictionary?: MetricDictionary,
): Promise<(DailyValue & { readonly channel: string | null })[]> {
  if (channels.length === 0) return []
  const { rows } = await queryFacts(
    scope,
    {
      metrics: [...metrics],
      groupBy: ['channel'],
      filters: { plan: [planId], channel: [...channels] },
      period: { from, to },
      granularity: 'day',
      limit: 1_000_000,
    },
    dictionary,
  )
  return rows.flatMap(({ time, group, values, reasons, currency }) =>
    time === null ? [] : [{ day: time, channel: group['channel'] ?? null, values, reasons, currency }],
  )
}
