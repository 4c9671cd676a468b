import { BOUND_FIELDS } from '@yingce/domain/assignment/bound-field'
import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../db/scope.ts'
import { Refusal } from '../http/refusal.ts'

function boundFieldOf(entity: Entity): string | undefined {
  return (BOUND_FIELDS as Partial<Record<Entity, string>>)[entity]
}

/** By record the field that a metric computes; records without one are not in it. */
export async function readComputedFields(
  scope: Scope,
  planId: string,
  entity: Entity,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const field = boundFieldOf(entity)
  if (field === undefined || ids.length === 0) return new Map()
  const bound = await scope.rows<{ id: string }>(
    'select record_id as id from kpi_binding where workspace_id = $1 and plan_id = $2 and record_id = any($3::uuid[])',
    [scope.workspaceId, planId, ids],
  )
  return new Map(bound.map(({ id }) => [id, field]))
}

interface ChangedRecord {
  readonly id: string
  /** Place of its values in the request. */
  readonly path: string
  readonly fields: readonly string[]
}

/**
 * A value that is computed from a metric is not typed over by the way (X11): whoever
 * wants to type takes the binding off first. The job that computes it may write.
 *
 * @throws Refusal `rule_violated` naming each bound cell
 */
export async function requireUnbound(
  scope: Scope,
  planId: string,
  entity: Entity,
  changed: readonly ChangedRecord[],
): Promise<void> {
  const field = boundFieldOf(entity)
  if (field === undefined || scope.source === 'job') return
  const touched = changed.filter(({ fields }) => fields.includes(field))
  if (touched.length === 0) return
  const ids = touched.map(({ id }) => id)
  const computed = await readComputedFields(scope, planId, entity, ids)
  const issues = touched
    .filter(({ id }) => computed.has(id))
    .map(({ path }) => ({
      path: `${path}.${field}`,
      code: 'bound',
      message: 'The value is computed from a metric: take the binding off to type it',
    }))
  if (issues.length > 0) throw new Refusal('rule_violated', { issues })
}
