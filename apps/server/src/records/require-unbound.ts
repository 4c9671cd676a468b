import { BOUND_FIELDS } from '@yingce/domain/assignment/bound-field'
import type { Entity } from '@yingce/domain/records/entities'
import type { Scope } from '../db/scope.ts'
import { Refusal } from '../http/refusal.ts'

/** The field of an entity that a binding may compute; undefined: it has none. */
export function boundFieldOf(entity: Entity): string | undefined {
  return (BOUND_FIELDS as Partial<Record<Entity, string>>)[entity]
}

/** Which of these records have a value that a metric computes. */
export async function readBoundRecords(
  scope: Scope,
  planId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const bound = await scope.rows<{ id: string }>(
    'select record_id as id from kpi_binding where workspace_id = $1 and plan_id = $2 and record_id = any($3::uuid[])',
    [scope.workspaceId, planId, ids],
  )
  return new Set(bound.map(({ id }) => id))
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
  const ids = await readBoundRecords(
    scope,
    planId,
    touched.map(({ id }) => id),
  )
  const issues = touched
    .filter(({ id }) => ids.has(id))
    .map(({ path }) => ({
      path: `${path}.${field}`,
      code: 'bound',
      message: 'The value is computed from a metric: take the binding off to type it',
    }))
  if (issues.length > 0) throw new Refusal('rule_violated', { issues })
}
