import { ENTITIES, type Entity, type RecordValues, type TaskValues } from '@yingce/domain/records/entities'
import type { StatusPolicy } from '@yingce/domain/objective/status-policy'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import type { BoardEvent } from '@yingce/domain/board/board-event'
import { readBoardEvents } from './board-events.read.ts'
import { type BoardTask, readBoardTasks } from './board-tasks.read.ts'
import { hasNewCustomers } from '../metrics/query/new-customers.read.ts'
import { dailyValues } from '../metrics/query/daily-values.read.ts'
import { readStatusPolicy } from '../../records/status-policy.ts'
import { readFields } from '../../records/read-fields.ts'
import { ALL_DAYS } from '../../http/asked-period.ts'

const DAILY = ['impressions', 'clicks', 'conversions', 'cost', 'revenue'] as const

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

/** Everything of a plan that its board is computed from. */
export interface BoardRecords {
  readonly plan: PlanRow
  readonly phases: readonly Identified<RecordValues<'phase'>>[]
  readonly tasks: readonly BoardTask[]
  readonly steps: readonly Identified<RecordValues<'execution_step'>>[]
  readonly effects: readonly Identified<RecordValues<'channel_effect'>>[]
  readonly targets: readonly Identified<RecordValues<'target'>>[]
  readonly budgetLines: readonly Identified<RecordValues<'budget_line'>>[]
  readonly daily: readonly DailyTotals[]
  readonly hasNewCustomers: boolean
  readonly policy: StatusPolicy
  /** Marked on the trends. */
  readonly events: readonly BoardEvent[]
}

/** The same with whole tasks, for documents and meetings. */
export interface PlanRecords extends BoardRecords {
  readonly tasks: readonly Identified<TaskValues>[]
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
export async function readBoardRecords(scope: Scope, planId: string): Promise<BoardRecords> {
  return readWith(scope, planId, () => readBoardTasks(scope, planId))
}

/** @throws Refusal `not_found` */
export async function readPlanRecords(scope: Scope, planId: string): Promise<PlanRecords> {
  return readWith(scope, planId, () => readAll(scope, planId, 'task'))
}

async function readWith<T>(
  scope: Scope,
  planId: string,
  readTasks: () => Promise<readonly T[]>,
): Promise<Omit<BoardRecords, 'tasks'> & { readonly tasks: readonly T[] }> {
  const plan = await readPlanHead(scope, planId)
  const [phases, tasks, steps, effects, targets, budgetLines] = await Promise.all([
    readAll(scope, planId, 'phase'),
    readTasks(),
    readAll(scope, planId, 'execution_step'),
    readAll(scope, planId, 'channel_effect'),
    readAll(scope, planId, 'target'),
    readAll(scope, planId, 'budget_line'),
  ])
  const daily = await readDaily(scope, planId, plan.currency)
  const [first, last] = [daily[0]?.day, daily.at(-1)?.day]
  const days = first === undefined || last === undefined ? null : { from: first, to: last }
  const events = await readBoardEvents(scope, planId, days)
  return {
    plan,
    phases,
    tasks,
    steps,
    effects,
    targets,
    budgetLines,
    daily,
    events,
    hasNewCustomers: await hasNewCustomers(scope, planId),
    policy: await readStatusPolicy(scope),
  }
}

async function readAll<E extends Entity>(
  scope: Scope,
  planId: string,
  entity: E,
): Promise<Identified<RecordValues<E>>[]> {
  const fields = Object.keys(ENTITIES[entity]) as (keyof RecordValues<E> & string)[]
  return (await readFields(scope, planId, entity, fields)) as unknown as Identified<RecordValues<E>>[]
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
