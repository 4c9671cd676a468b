import type { PlanView, updatePlan as updatePlanRoute } from '@yingce/contracts/plan/plan'
import type { BodyOf } from '@yingce/contracts/route'
import type { FieldValue } from '@yingce/domain/history/field-value'
import { mergePatch } from '@yingce/domain/history/merge-patch'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import type { MemberPrincipal } from '../../identity/principal.ts'
import { readChangesSince } from '../../records/changes-since.ts'
import { PLAN_COLUMNS, type PlanValues } from '../../records/plan-row.ts'
import { requirePlanRules } from './plan-rules.ts'
import { readPlan } from './plan.read.ts'

/** Changes the plan itself; merges with what others changed in other fields. */
export async function updatePlan(
  scope: Scope,
  principal: MemberPrincipal,
  planId: string,
  body: BodyOf<typeof updatePlanRoute>,
): Promise<PlanView> {
  const [row] = await scope.rows<Record<string, FieldValue>>(
    `select version, ${Object.values(PLAN_COLUMNS).join(', ')} from plan where workspace_id = $1 and id = $2 for no key update`,
    [scope.workspaceId, planId],
  )
  if (row === undefined) throw new Refusal('not_found')
  const version = row['version'] as number
  const current = Object.fromEntries(
    Object.entries(PLAN_COLUMNS).map(([field, column]) => [field, row[column] ?? null]),
  )
  const isStale = version > body.version && body.isOverwriting !== true
  const since = isStale
    ? ((await readChangesSince(scope, planId, [{ id: planId, version: body.version }])).get(planId) ?? null)
    : null
  const merge = mergePatch({
    base: since?.base ?? {},
    patch: body.values as Record<string, FieldValue>,
    current,
  })
  if ('conflicts' in merge) {
    const last = since?.lastOf(merge.conflicts.map(({ field }) => field))
    throw new Refusal('edit_conflict', {
      conflict: {
        id: planId,
        currentVersion: version,
        by: last?.by ?? null,
        at: last?.at ?? null,
        fields: [...merge.conflicts],
      },
    })
  }
  const changed = Object.entries(merge.merged)
  if (changed.length > 0) {
    requirePlanRules({ ...current, ...merge.merged } as unknown as PlanValues, 'body.values')
    const sets = changed.map(([field], index) => `${PLAN_COLUMNS[field as keyof PlanValues]} = $${index + 4}`)
    await scope.run(
      `update plan set ${sets.join(', ')}, version = version + 1, updated_at = $3 where workspace_id = $1 and id = $2`,
      [scope.workspaceId, planId, scope.at, ...changed.map(([, value]) => value)],
    )
    scope.note({
      planId,
      entity: 'plan',
      entityId: planId,
      version: version + 1,
      action: 'update',
      changes: Object.fromEntries(
        changed.map(([field, value]) => [field, [current[field] ?? null, value] as const]),
      ),
    })
  }
  return readPlan(scope, principal, planId)
}
