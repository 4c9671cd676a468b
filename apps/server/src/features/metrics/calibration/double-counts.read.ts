import type { DoubleCount, listDoubleCounts } from '@yingce/contracts/metrics/calibration'
import type { AnswerOf, QueryOf } from '@yingce/contracts/route'
import { addDays, diffDays } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import {
  doubleCounts,
  LEAST_COMMON_DAYS,
  TWICE_REPORTED,
  type TwiceReported,
} from '@yingce/domain/metrics/double-count'
import { isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { comparedDays, type Days } from '../../../http/asked-period.ts'
import { metricColumn } from '../fact-columns.ts'
import { readPairs } from './calibration.store.ts'

const ASKED_DAYS = { usualDays: 90, mostDays: 1100 }
const MOST_LISTED = 20
const MICROS_PER_FEN = 10_000

const figures = TWICE_REPORTED.map((metric) => ({ metric, column: metricColumn(metric) }))

/**
 * Sums of two sources by metric and channel over the days of a plan that both have. Stores that fill in for
 * one channel are parts of it and not compared with each other.
 */
const REPORTED = `with d as (
    select f.source_id, f.day, f.channel, f.plan_id, ${figures.map(({ column }) => `sum(f.${column})::float8 as ${column}`).join(', ')}
    from metric_day f where f.workspace_id = $1 and f.day between $2 and $3 and f.channel is not null and ($4::uuid is null or f.plan_id = $4)
    group by f.source_id, f.day, f.channel, f.plan_id),
  v as (
    select d.source_id, d.day, d.channel, d.plan_id, s.currency, s.kind, x.metric, x.value
    from d join metric_source s on s.workspace_id = $1 and s.id = d.source_id
    cross join lateral (values ${figures.map(({ metric, column }) => `('${metric}', d.${column})`).join(', ')}) as x(metric, value)
    where x.value > 0 and ($5::text is null or s.currency = $5))
  select a.metric, a.source_id as "firstId", b.source_id as "secondId", a.currency, a.channel,
    count(distinct a.day)::int as days, sum(a.value) as first, sum(b.value) as second
  from v a join v b on b.metric = a.metric and b.day = a.day and b.channel = a.channel and b.plan_id is not distinct from a.plan_id
    and b.currency = a.currency and a.source_id < b.source_id and not (a.kind = 'form' and b.kind = 'form')
  group by a.metric, a.source_id, b.source_id, a.currency, a.channel having count(distinct a.day) >= ${LEAST_COMMON_DAYS}`

/**
 * What sources report twice in a period, as far as nobody has said how they relate.
 *
 * @throws Refusal `invalid_request` for one end alone, an end before its start, and more than 1,100 days
 */
export async function readDoubleCounts(
  scope: Scope,
  asked: QueryOf<typeof listDoubleCounts>,
  today: LocalDate,
): Promise<AnswerOf<typeof listDoubleCounts>> {
  const period = comparedDays(asked, today, ASKED_DAYS)
  return { period: { ...period }, items: await findDoubleCounts(scope, period, asked) }
}

interface BoardOfDays {
  /** Null: all plans. */
  readonly planId: string | null
  /** Null: there is nothing to show. */
  readonly period: Days | null
  readonly currency: string
  readonly metrics: readonly string[]
}

/** The same for what a board shows: its metrics and currency; of more than 1,100 days the last ones. */
export async function readBoardDoubleCounts(
  scope: Scope,
  { planId, period, currency, metrics }: BoardOfDays,
): Promise<DoubleCount[]> {
  if (period === null) return []
  const isTooLong = diffDays(period.from, period.to) >= ASKED_DAYS.mostDays
  const from = isTooLong ? addDays(period.to, 1 - ASKED_DAYS.mostDays) : period.from
  const found = await findDoubleCounts(
    scope,
    { from, to: period.to },
    { currency, planId: planId ?? undefined },
  )
  return found.filter(({ metric }) => metrics.includes(metric))
}

async function findDoubleCounts(
  scope: Scope,
  period: Days,
  { planId, currency }: Pick<QueryOf<typeof listDoubleCounts>, 'planId' | 'currency'>,
): Promise<DoubleCount[]> {
  const sources = new Map(
    (
      await scope.rows<{ id: string; name: string; currency: string }>(
        'select id, name, currency from metric_source where workspace_id = $1',
        [scope.workspaceId],
      )
    ).map((source) => [source.id, source]),
  )
  if (sources.size < 2) return []
  const reported = await scope.rows<TwiceReported>(REPORTED, [
    scope.workspaceId,
    period.from,
    period.to,
    planId ?? null,
    currency ?? null,
  ])
  const { pairs } = await readPairs(scope)
  return doubleCounts(reported, pairs)
    .slice(0, MOST_LISTED)
    .map(({ first, second, ...found }) => {
      const isMoney = isMoneyMetric(found.metric)
      const figure = (sum: number) => (isMoney ? Math.round(sum / MICROS_PER_FEN) : sum)
      return {
        ...found,
        channels: [...found.channels],
        firstName: sources.get(found.firstId)?.name ?? '',
        secondName: sources.get(found.secondId)?.name ?? '',
        currency: isMoney ? (sources.get(found.firstId)?.currency ?? null) : null,
        first: figure(first),
        second: figure(second),
      }
    })
}
