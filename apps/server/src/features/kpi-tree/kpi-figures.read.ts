import type { MetricQueryRow } from '@yingce/contracts/metrics/metric-query'
import type { Figures } from '@yingce/domain/kpi-tree/figures'
import type { NeededFigures } from '@yingce/domain/kpi-tree/kpi-tree'
import { type FactScope, scopeKey } from '@yingce/domain/kpi-tree/node-scope'
import type { MetricNames } from '@yingce/domain/metrics/acquisition-cost'
import type { MetricDefinition } from '@yingce/domain/metrics/metric-definition'
import type { Scope } from '../../db/scope.ts'
import { queryFacts } from '../metrics/query/query-facts.read.ts'
import { ALL_DAYS } from '../../http/asked-period.ts'

/** More than any plan has days. */
const MOST_DAYS = 50_000

export interface PlanFacts extends MetricNames {
  readonly planId: string
  readonly currency: string
  /** Last day that counts. */
  readonly through: string
}

/** What a query of the plan's facts in a scope begins with: `facts` after the last data day are left out. */
export function scopedQuery({ channels, from, to }: FactScope, { planId, through }: PlanFacts) {
  const end = to === null || to > through ? through : to
  return {
    groupBy: [] as string[],
    filters: { plan: [planId], ...(channels.length === 0 ? {} : { channel: [...channels] }) },
    period: { from: from ?? ALL_DAYS.from, to: end },
    limit: MOST_DAYS,
  }
}

/** Last day on which the plan has any fact up to `latest`; null without facts. */
export async function lastFactDay(scope: Scope, planId: string, latest: string): Promise<string | null> {
  const [row] = await scope.rows<{ day: string | null }>(
    'select max(day)::text as day from fact where workspace_id = $1 and plan_id = $2 and day <= $3',
    [scope.workspaceId, planId, latest],
  )
  return row?.day ?? null
}

/** Figures by scope and metric; amounts of other currencies than the plan's are left out, as they cannot be added. */
export async function readKpiFigures(
  scope: Scope,
  facts: PlanFacts,
  needed: readonly NeededFigures[],
): Promise<Map<string, Map<string, Figures>>> {
  const found = new Map<string, Map<string, Figures>>()
  for (const { scope: where, metrics } of needed) {
    const asked = metrics.filter((key) => facts.dictionary.has(key))
    const query = { ...scopedQuery(where, facts), metrics: asked }
    if (asked.length === 0 || query.period.from > query.period.to) continue
    const days = await queryFacts(scope, { ...query, granularity: 'day' }, facts.dictionary)
    const totals = await queryFacts(scope, { ...query, granularity: 'total' }, facts.dictionary)
    const ofPlan = (row: MetricQueryRow) => row.currency === facts.currency
    const total = totals.rows.find(ofPlan)
    const byDay = days.rows.filter(ofPlan)
    found.set(
      scopeKey(where),
      new Map(
        asked.flatMap((key) => {
          const metric = facts.dictionary.get(key)
          return metric === undefined ? [] : [[key, figuresOf(metric, byDay, total)] as const]
        }),
      ),
    )
  }
  return found
}

function figuresOf(
  { key, kind, formula }: MetricDefinition,
  byDay: readonly MetricQueryRow[],
  total: MetricQueryRow | undefined,
): Figures {
  const days = byDay.flatMap(({ time, values }) =>
    time === null ? [] : [{ date: time, value: values[key] ?? null }],
  )
  if (formula === null && (kind === 'level' || kind === 'survey')) {
    // A level is its last reading, never a sum of readings.
    const last = byDay.findLast(({ reasons }) => reasons[key] !== 'no_data')
    const value = last?.values[key] ?? null
    return {
      total: value,
      reason: value === null ? (last?.reasons[key] ?? 'no_data') : null,
      asOf: value === null ? null : (last?.time ?? null),
      days,
    }
  }
  const value = total?.values[key] ?? null
  return {
    total: value,
    reason: value === null ? (total?.reasons[key] ?? 'no_data') : null,
    asOf: null,
    days,
  }
}
