import type { ChangeEvent } from '@yingce/contracts/live/event'
import type { Scope } from '../db/scope.ts'

/** Beyond it an event names no records: pages load the list afresh. */
const MAX_IDS = 100

interface Group {
  batch: number
  seq: number
  plan_id: string | null
  entity: string
  action: 'create' | 'update' | 'delete'
  member_id: string | null
  by: string | null
  count: number
  ids: string[]
  version: number
  fields: string[] | null
}

const GROUPS = `
  select g.*, m.name as by,
    case when g.action = 'update' and g.count <= ${MAX_IDS} then (
      select array_agg(distinct field) from change_log c, jsonb_object_keys(c.changes) field
      where c.workspace_id = $1 and c.seq between g.low and g.high and c.entity = g.entity and c.action = g.action) end as fields
  from (
    select batch, plan_id, entity, action, member_id, count(*)::int as count, min(seq) as low, max(seq) as high,
      max(max(seq)) over (partition by batch) as seq, (array_agg(entity_id order by seq))[1:${MAX_IDS}] as ids, max(version) as version
    from change_log where workspace_id = $1 and seq > $2
    group by batch, plan_id, entity, action, member_id) g
  left join member m on m.workspace_id = $1 and m.id = g.member_id
  order by g.batch, g.high`

/**
 * What was written after `since`, one event per kind of change and transaction.
 * All events of a transaction carry its last sequence number, and are to be
 * passed on together, so that resuming after it loses none of them.
 */
export async function readEvents(scope: Scope, since: number): Promise<ChangeEvent[]> {
  const groups = await scope.rows<Group>(GROUPS, [scope.workspaceId, since])
  return groups.map((group) => {
    const isMany = group.count > MAX_IDS
    return {
      seq: group.seq,
      planId: group.plan_id,
      entity: group.entity,
      action: isMany ? 'bulk' : group.action,
      ids: isMany ? [] : group.ids,
      version: group.count === 1 ? group.version : null,
      fields: group.fields ?? [],
      by: group.by,
      memberId: group.member_id,
    }
  })
}

/** The last sequence number of the workspace; 0 before the first write. */
export async function readTick(scope: Scope): Promise<number> {
  const [row] = await scope.rows<{ seq: number }>('select seq from workspace_tick where workspace_id = $1', [
    scope.workspaceId,
  ])
  return row?.seq ?? 0
}
