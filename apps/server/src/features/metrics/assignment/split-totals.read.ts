import { splitLine } from '@yingce/domain/assignment/split-line'
import { FACT_METRICS, type FactMetric, isMoneyMetric } from '@yingce/domain/sheets/metric-field'
import type { Scope } from '../../../db/scope.ts'
import { readRules, type StoredRule } from './assignment.store.ts'
import { metricColumn } from '../fact-columns.ts'

const MICROS_PER_FEN = 10_000

/** Figures by metric: counts as they are, money in fen; null = none. */
export type Totals = Record<string, number | null>

export interface SplitQuery {
  readonly planId: string
  readonly taskId: string
  /** Stored metrics; those that do not add up are left out. */
  readonly metrics: readonly FactMetric[]
  readonly from: string
  readonly to: string
  /** Money of sources in other currencies is left out. */
  readonly currency: string
  readonly channel: string | null
  readonly strategy: string | null
}

/**
 * A task's parts of the lines that are split among several tasks (M12): of each rule
 * the total of its lines is taken apart, so that the tasks' parts sum to it exactly.
 *
 * @returns null when no rule splits a line to the task
 */
export async function readSplitTotals(scope: Scope, query: SplitQuery): Promise<Totals | null> {
  const flows = query.metrics.filter((metric) => FACT_METRICS[metric] === 'flow')
  let totals: Totals | null = null
  for (const { id, target } of await readRules(scope)) {
    const index = target.shares.findIndex(({ taskId }) => taskId === query.taskId)
    if (target.planId !== query.planId || target.shares.length < 2 || index === -1) continue
    if (query.strategy !== null && target.strategy !== query.strategy) continue
    const part = splitLine(await totalsOfRule(scope, id, flows, query), target.shares)[index] ?? {}
    totals = Object.fromEntries(
      flows.map((metric) => [metric, addKnown(totals?.[metric] ?? null, part[metric] ?? null)]),
    )
  }
  return totals
}

/** The sum of what is known; null when nothing is. */
export function addKnown(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b
}

/** Sums of the lines that a rule takes, each metric at the coarsest level of the source that has it on a day. */
async function totalsOfRule(
  scope: Scope,
  ruleId: StoredRule['id'],
  metrics: readonly FactMetric[],
  { planId, from, to, currency, channel }: SplitQuery,
): Promise<Totals> {
  if (metrics.length === 0) return {}
  const each = metrics.map((metric, index) => ({ index, column: `f.${metricColumn(metric)}`, metric }))
  // In the sums by day a metric of a source's day stands at one level: the one that counts.
  const levels = each.map(
    ({ index, metric }) => `min(level) filter (where ${metricColumn(metric)} is not null) as l${index}`,
  )
  const sums = each.map(
    ({ index, column, metric }) =>
      `sum(${column}) filter (where k.level = c.l${index}${isMoneyMetric(metric) ? ' and s.currency = $5' : ''}) as s${index}`,
  )
  const [row] = await scope.rows<Record<string, string | number | null>>(
    `with k as (select source_id, id, level from metric_key where workspace_id = $1 and rule_id = $2),
       c as (select source_id, day, ${levels.join(', ')} from metric_day
         where workspace_id = $1 and source_id in (select source_id from k) and day between $3 and $4 group by source_id, day)
     select $5::text as currency, ${sums.join(', ')} from fact f
     join k on k.source_id = f.source_id and k.id = f.key_id
     join c on c.source_id = f.source_id and c.day = f.day
     join metric_source s on s.workspace_id = $1 and s.id = f.source_id
     where f.workspace_id = $1 and f.plan_id = $7 and f.day between $3 and $4 and ($6::text is null or f.channel = $6)`,
    [scope.workspaceId, ruleId, from, to, currency, channel, planId],
  )
  return Object.fromEntries(
    each.map(({ index, metric }) => {
      const sum = row?.[`s${index}`] ?? null
      if (sum === null) return [metric, null]
      return [metric, isMoneyMetric(metric) ? Math.round(Number(sum) / MICROS_PER_FEN) : Number(sum)]
    }),
  )
}
