import type { FieldValue } from '@yingce/domain/history/field-value'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'

/** What happened to a record after a version that somebody saw. */
export interface ChangesSince {
  /** Value at that version of every field that changed since. */
  readonly base: Readonly<Record<string, FieldValue>>
  /** The newest write to any of the fields: by whom and when. */
  lastOf(fields: readonly string[]): { by: string | null; at: string } | null
}

interface Row {
  id: string
  changes: Record<string, [FieldValue, FieldValue]>
  by: string | null
  at: string
}

const SELECT = `
  select c.entity_id as id, c.changes, m.name as by, c.at
  from unnest($3::uuid[], $4::int[]) as seen (id, version)
  join change_log c on c.workspace_id = $1 and c.plan_id = $2 and c.entity_id = seen.id and c.version > seen.version
  left join member m on m.workspace_id = $1 and m.id = c.member_id
  order by c.entity_id, c.version`

/** By record id, for records of one plan, each since the version given with it. */
export async function readChangesSince(
  scope: Scope,
  planId: string,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, ChangesSince>> {
  const rows = await scope.rows<Row>(SELECT, [
    scope.workspaceId,
    planId,
    arrayLiteral(seen.map(({ id }) => id)),
    arrayLiteral(seen.map(({ version }) => version)),
  ])
  const byRecord = Map.groupBy(rows, ({ id }) => id)
  return new Map([...byRecord].map(([id, changes]) => [id, changesOf(changes)]))
}

function changesOf(rows: readonly Row[]): ChangesSince {
  const base: Record<string, FieldValue> = {}
  for (const { changes } of rows) {
    for (const [field, [from]] of Object.entries(changes)) if (!Object.hasOwn(base, field)) base[field] = from
  }
  return {
    base,
    lastOf(fields) {
      const last = rows.findLast(({ changes }) => fields.some((field) => Object.hasOwn(changes, field)))
      return last === undefined ? null : { by: last.by, at: last.at }
    },
  }
}
