import type { RecordView } from '@yingce/contracts/record/record-schema'
import type {
  ChannelEffectValues,
  PhaseValues,
  TargetValues,
  TaskValues,
} from '@yingce/domain/records/entities'
import type { RecordValues } from '@yingce/domain/records/entities'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { dailyValues } from '../metrics/daily-values.read.ts'
import { readRecords } from '../../records/read-records.ts'

const DAILY = ['impressions', 'clicks', 'conversions', 'cost', 'revenue'] as const
const ALL_DAYS = { from: '0001-01-01', to: '9999-12-31' } as const

type Identified<T> = T & { readonly id: string }

export interface PlanRow {
  readonly id: string
  readonly name: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly currency: string
  readonly totalBudget: number | null
  readonly reserve: number | null
}

/** Sums of the daily facts over all channels. */
export interface DailyTotals {
  readonly day: string
  readonly impressions: number | null
  readonly clicks: number | null
  readonly conversions: number | null
  readonly cost: number | null
  readonly revenue: number | null
}

/** Everything of a plan that its board and its documents are computed from. */
export interface PlanRecords {
  readonly plan: PlanRow
  readonly phases: readonly Identified<PhaseValues>[]
  readonly tasks: readonly Identified<TaskValues>[]
  readonly steps: readonly Identified<RecordValues<'execution_step'>>[]
  readonly effects: readonly Identified<ChannelEffectValues>[]
  readonly targets: readonly Identified<TargetValues>[]
  readonly budgetLines: readonly Identified<RecordValues<'budget_line'>>[]
  readonly daily: readonly DailyTotals[]
}

/** @throws Refusal `not_found` */
export async function readPlanHead(scope: Scope, planId: string): Promise<PlanRow> {
  const [plan] = await scope.rows<PlanRow>(
    `select id, name, period_start as "periodStart", period_end as "periodEnd", currency, total_budget as "totalBudget", reserve
     from plan where workspace_id = $1 and id = $2`,
    [scope.workspaceId, planId],
  )
  if (plan === undefined) throw new Refusal('not_found')
  return plan
}

/** @throws Refusal `not_found` */
export async function readPlanRecords(scope: Scope, planId: string): Promise<PlanRecords> {
  const plan = await readPlanHead(scope, planId)
  const [phases, tasks, steps, effects, targets, budgetLines] = await Promise.all([
    readRecords(scope, planId, 'phase'),
    readRecords(scope, planId, 'task'),
    readRecords(scope, planId, 'execution_step'),
    readRecords(scope, planId, 'channel_effect'),
    readRecords(scope, planId, 'target'),
    readRecords(scope, planId, 'budget_line'),
  ])
  return {
    plan,
    phases: phases.map(flat),
    tasks: tasks.map(flat),
    steps: steps.map(flat),
    effects: effects.map(flat),
    targets: targets.map(flat),
    budgetLines: budgetLines.map(flat),
    daily: await readDaily(scope, planId, plan.currency),
  }
}

function flat<V extends object>(record: Pick<RecordView<never>, 'id'> & { values: V }): Identified<V> {
  return { ...record.values, id: record.id }
}

/** Facts assigned to the plan, in its currency: imported ones and those filled in by hand. */
async function readDaily(scope: Scope, planId: string, currency: string): Promise<DailyTotals[]> {
  const days = await dailyValues(scope, { metrics: DAILY, planId, ...ALL_DAYS })
  return days
    .filter((day) => day.currency === currency)
    .map(({ day, values }) => ({
      day,
      impressions: values['impressions'] ?? null,
      clicks: values['clicks'] ?? null,
      conversions: values['conversions'] ?? null,
      cost: values['cost'] ?? null,
      revenue: values['revenue'] ?? null,
    }))
}
