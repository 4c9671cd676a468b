import { arrayLiteral } from './array-literal.ts'
import type { Scope } from './scope.ts'

/** One accepted write of one record, as the history shows it. */
export interface Change {
  readonly planId: string | null
  readonly entity: string
  readonly entityId: string
  readonly version: number
  readonly action: 'create' | 'update' | 'delete'
  /**
   * `{field: [from, to]}`; what stays empty on a create or delete is left out. A
   * function is asked when the log is written, so that a bulk does not hold the
   * changes of all its records at once.
   */
  readonly changes: FieldChanges | (() => FieldChanges)
}

export type FieldChanges = Readonly<Record<string, readonly [unknown, unknown]>>

/** Channel that carries the id of a workspace in which something was written. */
export const CHANGE_CHANNEL = 'yingce_change'

const CHUNK = 2_000

const TICK = `insert into workspace_tick as t (workspace_id, seq) values ($1, $2::bigint)
  on conflict (workspace_id) do update set seq = t.seq + excluded.seq returning seq - $2::bigint as base`

const INSERT = `
  insert into change_log (workspace_id, seq, batch, plan_id, entity, entity_id, version, action, changes, member_id, source, import_id, at)
  select $1, tick.base + $3::bigint + c.ord, tick.base + 1, c.plan_id, c.entity, c.entity_id, c.version, c.action, c.changes::text::jsonb, $4, $5, $6, $7
  from tick, rows from (unnest($8::uuid[]), unnest($9::text[]), unnest($10::uuid[]), unnest($11::int[]), unnest($12::text[]), json_array_elements($13::json))
    with ordinality as c (plan_id, entity, entity_id, version, action, changes, ord)`

const FIRST = `with tick as (${TICK}), notice as (select pg_notify('${CHANGE_CHANNEL}', $1::text) from tick) ${INSERT.replace('from tick,', 'from tick, notice,')}`
const FURTHER = `with tick as (select seq - $2::bigint as base from workspace_tick where workspace_id = $1) ${INSERT}`

/**
 * Writes what the transaction changed. The lock on the workspace's tick is the
 * last one that a transaction takes and is held until it commits; so within a
 * workspace sequence numbers appear in their order and without gaps, and whoever
 * has read up to a number has missed nothing below it.
 */
export async function flushChanges(scope: Scope, changes: readonly Change[]): Promise<void> {
  for (let start = 0; start < changes.length; start += CHUNK) {
    const chunk = changes.slice(start, start + CHUNK)
    await scope.run(start === 0 ? FIRST : FURTHER, [
      scope.workspaceId,
      changes.length,
      start,
      scope.memberId,
      scope.source,
      scope.importId,
      scope.at,
      arrayLiteral(chunk.map((change) => change.planId)),
      arrayLiteral(chunk.map((change) => change.entity)),
      arrayLiteral(chunk.map((change) => change.entityId)),
      arrayLiteral(chunk.map((change) => change.version)),
      arrayLiteral(chunk.map((change) => change.action)),
      JSON.stringify(chunk.map(({ changes: of }) => (typeof of === 'function' ? of() : of))),
    ])
  }
}
