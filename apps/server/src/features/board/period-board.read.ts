import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import type { PeriodBoard } from '@yingce/contracts/board/period-board'
import { BOARD_METRICS, boardMetrics } from '@yingce/domain/board/board-metric'
import { neighbourSpan, type BoardSpan, spanNameOf, spanOfName } from '@yingce/domain/board/board-span'
import { boardTargets, markOf } from '@yingce/domain/board/board-target'
import { rollUpTargets } from '@yingce/domain/board/target-roll-up'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { readPhaseSharesOf } from '../kpi-tree/phase-shares.read.ts'
import { readPlansWithNewCustomers } from '../metrics/query/new-customers.read.ts'
import { readStatusPolicy } from '../../records/status-policy.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { readSetAside } from '../metrics/query/set-aside.read.ts'
import { boardValues } from './board-facts.read.ts'
import { readPlanTargets } from './plan-targets.read.ts'

const MOST_ROWS = 20_000
const METRICS = [...BOARD_METRICS]
const FIRST_CURRENCY = 'CNY'

/**
 * The quarterly or annual board over all plans of the workspace (M5).
 *
 * @throws Refusal `invalid_request` for a year that has none before or after it
 */
export async function readPeriodBoard(
  scope: Scope,
  asked: { readonly period?: string | undefined; readonly currency?: string | undefined },
  today: string,
): Promise<PeriodBoard> {
  const span = spanOfName(asked.period ?? spanNameOf(today, 'quarter'))
  if (span === null)
    throw new Refusal('invalid_request', {
      issues: [{ path: 'query.period', code: 'invalid_period', message: 'No such period', params: {} }],
    })
  const facts = await readFacts(scope, span)
  const currency = asked.currency ?? facts.currencies[0] ?? FIRST_CURRENCY
  const own = (rows: readonly MetricQueryRow[]) => rows.filter((row) => row.currency === currency)
  const totalRow = own(facts.total)[0]
  const days = { from: span.from, to: span.to, today }
  const figures = new Map(own(facts.byPlan).map((row) => [row.group['plan'] ?? null, row]))
  const records = (await readPlanTargets(scope, span)).filter((plan) => plan.currency === currency)
  const channels = Map.groupBy(own(facts.byPlanAndChannel), ({ group }) => group['plan'] ?? null)
  const counting = await readPlansWithNewCustomers(
    scope,
    [...figures.keys(), ...records.map(({ planId }) => planId)].filter((planId) => planId !== null),
  )
  const phases = await readPhaseSharesOf(
    scope,
    records.map(({ planId }) => planId),
  )
  const policy = await readStatusPolicy(scope)
  const metrics = boardMetrics({ isMoneyShown: true, hasNewCustomers: counting.size > 0 })
  const targets = new Map(
    records.map(({ planId, start, end, records: written }) => [
      planId,
      boardTargets(
        written,
        (channels.get(planId) ?? []).map(({ group }) => group['channel'] ?? ''),
        {
          start,
          end,
          currency,
          hasNewCustomers: counting.has(planId),
          phases: phases.get(planId) ?? [],
          policy,
        },
      ),
    ]),
  )
  const names = new Map<string | null, string>(records.map(({ planId, name }) => [planId, name]))
  for (const [planId, row] of figures) names.set(planId, row.names['plan'] ?? '')
  const plans = [...names]
    .map(([planId, name]) => {
      const values = boardValues(figures.get(planId), metrics)
      const marks = (targets.get(planId ?? '') ?? [])
        .filter(({ channel }) => channel === null)
        .flatMap((target) => markOf(target, values[target.metric] ?? null, days) ?? [])
      return { planId, name, values, previous: previousOf(figures.get(planId)), marks }
    })
    .filter(({ planId, marks }) => figures.has(planId) || marks.length > 0)
  return {
    period: { ...span },
    previous: neighbourSpan(span, -1),
    next: neighbourSpan(span, 1),
    today,
    currency,
    currencies: [...facts.currencies],
    metrics,
    total: { values: boardValues(totalRow, metrics), previous: previousOf(totalRow) },
    targets: rollUpTargets(
      plans.map(({ planId, values }) => ({ values, targets: targets.get(planId ?? '') ?? [] })),
      days,
    ),
    plans,
    channels: own(facts.byChannel).map((row) => ({
      channel: row.group['channel'] ?? '',
      values: boardValues(row, metrics),
      previous: previousOf(row),
    })),
    setAside: await readSetAside(scope, { metrics, currency, period: span }),
  }
}

function previousOf(row: MetricQueryRow | undefined): PeriodBoard['total']['previous'] {
  return row === undefined || row.previous === null ? null : boardValues(row.previous, METRICS)
}

interface PeriodFacts {
  readonly total: readonly MetricQueryRow[]
  readonly byPlan: readonly MetricQueryRow[]
  readonly byChannel: readonly MetricQueryRow[]
  readonly byPlanAndChannel: readonly MetricQueryRow[]
  /** The renminbi first, then those of the most plans. */
  readonly currencies: readonly string[]
}

async function readFacts(scope: Scope, { from, to, kind, ...span }: BoardSpan): Promise<PeriodFacts> {
  const before = spanOfName(neighbourSpan({ from, to, kind, ...span }, -1))
  const ask = {
    metrics: METRICS,
    filters: {},
    period: { from, to },
    granularity: 'total' as const,
    limit: MOST_ROWS,
    ...(before === null ? {} : { compareTo: { from: before.from, to: before.to } }),
  }
  const rows = async (...groupBy: string[]) => (await queryFacts(scope, { ...ask, groupBy })).rows
  const byPlan = await rows('plan')
  const plansOf = Map.groupBy(byPlan, ({ currency }) => currency)
  return {
    total: await rows(),
    byPlan,
    byChannel: await rows('channel'),
    byPlanAndChannel: await rows('plan', 'channel'),
    currencies: [...plansOf.keys()].toSorted(
      (a, b) =>
        Number(b === FIRST_CURRENCY) - Number(a === FIRST_CURRENCY) ||
        (plansOf.get(b)?.length ?? 0) - (plansOf.get(a)?.length ?? 0) ||
        a.localeCompare(b),
    ),
  }
}
