import type { RevenueBaseline } from '@yingce/contracts/money/money-view'
import { addDays } from '@yingce/domain/calendar/date-arithmetic'
import { weekdayBaseline } from '@yingce/domain/review/revenue-baseline'
import type { Scope } from '../../db/scope.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { ALL_DAYS } from '../../http/asked-period.ts'

/** Days that the baseline looks back from the first day. */
const DAYS_BEFORE = 28

interface Increment {
  readonly amount: number | null
  readonly source: 'baseline' | null
  readonly baseline: RevenueBaseline
}

/**
 * Incremental revenue by the same weekdays of the four weeks before: what the channels of the plan brought from
 * the first to the last day of its revenue, less what they would have brought anyway (docs/domain/return.md).
 * Both sides are the channels' whole revenue, so that what a platform credits to the plan is not set against
 * what everybody bought before.
 *
 * @returns null where the plan has no revenue by day and channel; fen
 */
export async function readIncrement(
  scope: Scope,
  planId: string,
  currency: string,
): Promise<Increment | null> {
  const own = await revenueRows(scope, { filters: { plan: [planId] }, period: ALL_DAYS }, currency)
  const days = own.flatMap(({ time }) => (time === null ? [] : [time])).toSorted()
  const channels = [...new Set(own.flatMap(({ group }) => group['channel'] ?? []))].toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined || channels.length === 0) return null
  const rows = await revenueRows(
    scope,
    { filters: { channel: channels }, period: { from: addDays(from, -DAYS_BEFORE), to } },
    currency,
  )
  const daily = new Map<string, number>()
  for (const { time, values } of rows)
    if (time !== null) daily.set(time, (daily.get(time) ?? 0) + (values['revenue'] ?? 0))
  const { amount, missing, method } = weekdayBaseline(daily, from, to)
  const actual = [...daily].reduce((sum, [day, value]) => (day >= from ? sum + value : sum), 0)
  const baseline = amount === null ? null : Math.round(amount)
  return {
    amount: baseline === null ? null : actual - baseline,
    source: baseline === null ? null : 'baseline',
    baseline: {
      method: method as RevenueBaseline['method'],
      from,
      to,
      channels,
      actual,
      amount: baseline,
      missing: missing.length,
    },
  }
}

async function revenueRows(
  scope: Scope,
  { filters, period }: { filters: Record<string, string[]>; period: { from: string; to: string } },
  currency: string,
) {
  const { rows } = await queryFacts(scope, {
    metrics: ['revenue'],
    groupBy: ['channel'],
    filters,
    period,
    granularity: 'day',
    limit: 50_000,
  })
  return rows.filter((row) => row.currency === currency && row.values['revenue'] !== null)
}
