import { BOUND_ENTITIES, BOUND_FIELDS, type BoundEntity } from '@yingce/domain/assignment/bound-field'
import type { Scope } from '../../../db/scope.ts'

export interface Binding {
  readonly entity: BoundEntity
  readonly metric: string
  readonly channel: string | null
  readonly strategy: string | null
  readonly from: string | null
  readonly to: string | null
}

export interface BindingRow extends Binding {
  readonly planId: string
  readonly recordId: string
  /** Of the plan. */
  readonly currency: string
  /** The bound field as it stands, and the version of its record. */
  readonly standing: string | null
  readonly version: number
}

/** Bindings whose record is there, of one plan or (null) of all plans. */
export async function readBindings(scope: Scope, planId: string | null): Promise<BindingRow[]> {
  const records = BOUND_ENTITIES.map(
    (entity) =>
      `select '${entity}' as entity, plan_id, id, ${BOUND_FIELDS[entity]} as standing, version, position from ${entity} where workspace_id = $1`,
  )
  return scope.rows<BindingRow>(
    `select b.plan_id as "planId", b.record_id as "recordId", b.entity, b.metric, b.channel, b.strategy,
       b.day_from::text as "from", b.day_to::text as "to", p.currency, r.standing, r.version
     from kpi_binding b join plan p on p.workspace_id = $1 and p.id = b.plan_id
     join (${records.join(' union all ')}) r on r.plan_id = b.plan_id and r.id = b.record_id and r.entity = b.entity
     where b.workspace_id = $1 and ($2::uuid is null or b.plan_id = $2) order by b.plan_id, b.entity, r.position, b.record_id`,
    [scope.workspaceId, planId],
  )
}

export async function putBinding(
  scope: Scope,
  planId: string,
  recordId: string,
  { entity, metric, channel, strategy, from, to }: Binding,
): Promise<void> {
  await scope.run(
    `insert into kpi_binding (workspace_id, plan_id, record_id, entity, metric, channel, strategy, day_from, day_to, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (workspace_id, plan_id, record_id) do update set metric = excluded.metric, channel = excluded.channel,
       strategy = excluded.strategy, day_from = excluded.day_from, day_to = excluded.day_to`,
    [
      scope.workspaceId,
      planId,
      recordId,
      entity,
      metric,
      channel,
      strategy,
      from,
      to,
      scope.memberId,
      scope.at,
    ],
  )
}

/** Entity of a bound record; null where nothing is bound. */
export async function boundEntity(
  scope: Scope,
  planId: string,
  recordId: string,
): Promise<BoundEntity | null> {
  const [row] = await scope.rows<{ entity: BoundEntity }>(
    'select entity from kpi_binding where workspace_id = $1 and plan_id = $2 and record_id = $3',
    [scope.workspaceId, planId, recordId],
  )
  return row?.entity ?? null
}

export async function deleteBinding(scope: Scope, planId: string, recordId: string): Promise<void> {
  await scope.run('delete from kpi_binding where workspace_id = $1 and plan_id = $2 and record_id = $3', [
    scope.workspaceId,
    planId,
    recordId,
  ])
}
