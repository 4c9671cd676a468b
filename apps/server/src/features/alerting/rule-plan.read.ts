import type { DailyPlan } from '@yingce/domain/alerting/rule-context'
import { type PlanTargets, targetPlan, taskTargetPlan } from '@yingce/domain/alerting/target-plan'
import { plainText } from '@yingce/domain/board/board-metric'
import { diffDays, maxDate, minDate } from '@yingce/domain/calendar/date-arithmetic'
import type { LocalDate } from '@yingce/domain/calendar/local-date'
import type { MetricDictionary } from '@yingce/domain/metrics/metric-definition'
import { DEFAULT_POLICY } from '@yingce/domain/objective/status-policy'
import { paceOfTask } from '@yingce/domain/objective/target-pace'
import type { Scope } from '../../db/scope.ts'
import { readRecord, readRecords } from '../../records/read-records.ts'
import { readPhaseShares } from '../kpi-tree/phase-shares.read.ts'
import { readPlanChannels } from '../metrics/query/plan-channels.read.ts'

export interface RulePlanQuestion {
  readonly metric: string
  readonly side: 'floor' | 'ceiling'
  readonly channel: string | null
  readonly taskId: string | null
}

/** The curve that a rule is held against, and where it comes from. */
export interface RulePlan {
  readonly plan: DailyPlan
  readonly basis: 'budget' | 'target'
  /** Targets as written; empty for a budget. */
  readonly texts: readonly string[]
}

interface PlanHead {
  readonly start: LocalDate | null
  readonly end: LocalDate | null
  readonly currency: string
  readonly amount: number | null
}

/**
 * What is planned of a metric day by day (M4): a cost by its budget (of the plan without the reserve, of
 * a channel by its allocations, of a task), spread evenly; anything else, and a cost without a budget,
 * by its targets.
 */
export async function readRulePlan(
  scope: Scope,
  planId: string,
  { metric, side, channel, taskId }: RulePlanQuestion,
  dictionary: MetricDictionary,
): Promise<RulePlan | null> {
  const definition = dictionary.get(metric)
  if (definition === undefined) return null
  const [head] = await scope.rows<PlanHead>(
    `select period_start as start, period_end as end, currency, total_budget - coalesce(reserve, 0) as amount
     from plan where workspace_id = $1 and id = $2`,
    [scope.workspaceId, planId],
  )
  if (head === undefined) return null
  if (taskId !== null) {
    const { values: task } = await readRecord(scope, planId, 'task', taskId)
    const days = { start: task.plannedStart, end: task.plannedEnd }
    const budget = metric === 'cost' ? evenly([{ ...days, amount: task.budget }]) : null
    if (budget !== null) return { plan: budget, basis: 'budget', texts: [] }
    const found = taskTargetPlan(
      { metric: definition, side },
      {
        kpi: task.kpi,
        pace: paceOfTask(task, {
          ...head,
          phases: await readPhaseShares(scope, planId),
          policy: DEFAULT_POLICY,
        }),
      },
      { dictionary, currency: head.currency },
    )
    return found === null ? null : { ...found, basis: 'target' }
  }
  const budget = metric === 'cost' ? await readBudget(scope, planId, channel, head) : null
  if (budget !== null) return { plan: budget, basis: 'budget', texts: [] }
  const found = targetPlan(
    { metric: definition, channel, side },
    await readTargets(scope, planId, head, dictionary),
  )
  return found === null ? null : { ...found, basis: 'target' }
}

async function readBudget(
  scope: Scope,
  planId: string,
  channel: string | null,
  head: PlanHead,
): Promise<DailyPlan | null> {
  if (channel === null) return evenly([head])
  const allocations = await readRecords(scope, planId, 'allocation')
  return evenly(
    allocations.flatMap(({ values: { channel: of, budget, startDate, endDate } }) =>
      of !== null && plainText(of) === plainText(channel)
        ? [{ amount: budget, start: startDate ?? head.start, end: endDate ?? head.end }]
        : [],
    ),
  )
}

async function readTargets(
  scope: Scope,
  planId: string,
  plan: PlanHead,
  dictionary: MetricDictionary,
): Promise<PlanTargets> {
  const nodes = await readRecords(scope, planId, 'kpi_node')
  const records = await readRecords(scope, planId, 'target')
  return {
    nodes: nodes.map(({ values }) => values),
    records: records.map(({ id, values }) => ({ ...values, id })),
    plan,
    phases: await readPhaseShares(scope, planId),
    channels: await readPlanChannels(scope, planId),
    dictionary,
  }
}

/** Amounts spread evenly over their own days, one on top of the other; null where none has an amount and days. */
function evenly(
  parts: readonly {
    readonly amount: number | null
    readonly start: LocalDate | null
    readonly end: LocalDate | null
  }[],
): DailyPlan | null {
  const spread = parts.flatMap(({ amount, start, end }) =>
    amount === null || start === null || end === null || end < start
      ? []
      : [{ start, end, daily: amount / (diffDays(start, end) + 1) }],
  )
  const start = minDate(spread.map((part) => part.start))
  const end = maxDate(spread.map((part) => part.end))
  if (start === null || end === null) return null
  return {
    start,
    end,
    plannedOn: (date) =>
      date < start || date > end
        ? null
        : spread.reduce((sum, part) => (date < part.start || date > part.end ? sum : sum + part.daily), 0),
  }
}
