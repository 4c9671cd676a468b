import type { PlanView } from '@yingce/contracts/plan/plan'
import type { Scope } from '../db/scope.ts'
import { ENTITY_NAMES } from '@yingce/domain/records/entities'
import { Refusal } from '../http/refusal.ts'
import { entityTable } from './entity-table.ts'

/** Fields of a plan that people change; they merge like those of any record. */
export interface PlanValues {
  name: string
  periodStart: string | null
  periodEnd: string | null
  state: PlanView['state']
  totalBudget: number | null
  reserve: number | null
}

export interface NewPlan extends Partial<PlanValues> {
  id: string
  name: string
  origin: PlanView['origin']
}

export const PLAN_COLUMNS: Readonly<Record<keyof PlanValues, string>> = {
  name: 'name',
  periodStart: 'period_start',
  periodEnd: 'period_end',
  state: 'state',
  totalBudget: 'total_budget',
  reserve: 'reserve',
}

/** Creates a plan without records, in the workspace's currency; @returns its id */
export async function insertPlan(scope: Scope, plan: NewPlan): Promise<string> {
  const values: PlanValues = {
    name: plan.name,
    periodStart: plan.periodStart ?? null,
    periodEnd: plan.periodEnd ?? null,
    state: plan.state ?? 'draft',
    totalBudget: plan.totalBudget ?? null,
    reserve: plan.reserve ?? null,
  }
  await scope.run(
    `insert into plan (workspace_id, id, name, period_start, period_end, state, total_budget, reserve, currency, origin, created_by, created_at, updated_at, import_id)
     select $1, $2, $3, $4, $5, $6, $7, $8, w.currency, $9, $10, $11, $11, $12 from workspace w where w.id = $1`,
    [
      scope.workspaceId,
      plan.id,
      values.name,
      values.periodStart,
      values.periodEnd,
      values.state,
      values.totalBudget,
      values.reserve,
      plan.origin,
      scope.memberId,
      scope.at,
      scope.importId,
    ],
  )
  scope.note({
    planId: plan.id,
    entity: 'plan',
    entityId: plan.id,
    version: 1,
    action: 'create',
    changes: Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== null)
        .map(([field, value]) => [field, [null, value] as const]),
    ),
  })
  return plan.id
}

/** Tables of a plan's rows, those that point at others first. */
const IN_ORDER = [
  '"dependency"',
  ...ENTITY_NAMES.filter((entity) => entity !== 'phase').map((entity) => entityTable(entity).name),
  entityTable('phase').name,
]

/**
 * Deletes a plan with its records. Its history and its ledger stay: both are append-only.
 *
 * @throws Refusal `not_found`
 */
export async function removePlan(scope: Scope, planId: string): Promise<void> {
  const [row] = await scope.rows<{ version: number; name: string }>(
    'select version, name from plan where workspace_id = $1 and id = $2 for update',
    [scope.workspaceId, planId],
  )
  if (row === undefined) throw new Refusal('not_found')
  for (const table of IN_ORDER) {
    await scope.run(`delete from ${table} where workspace_id = $1 and plan_id = $2`, [
      scope.workspaceId,
      planId,
    ])
  }
  await scope.run('delete from plan where workspace_id = $1 and id = $2', [scope.workspaceId, planId])
  scope.note({
    planId,
    entity: 'plan',
    entityId: planId,
    version: row.version + 1,
    action: 'delete',
    changes: { name: [row.name, null] },
  })
}
