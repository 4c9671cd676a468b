import type { EditConflict } from '@yingce/contracts/error'
import type { RecordInput } from '@yingce/contracts/record/record-schema'
import type { FieldValue } from '@yingce/domain/history/field-value'
import { mergePatch } from '@yingce/domain/history/merge-patch'
import type { Entity } from '@yingce/domain/records/entities'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'
import { ruleViolated } from '../http/refusal.ts'
import { type AnyRecord, decodeRow, type EntityTable, entityTable } from './entity-table.ts'
import { postSpends } from './ledger.ts'
import { requireRules } from './record-rules.ts'
import { requireUnbound } from './require-unbound.ts'
import { readChangesSince, type ChangesSince } from './changes-since.ts'

export interface RecordEdit<E extends Entity> {
  readonly id: string
  /** Version that the editor saw. */
  readonly version: number
  readonly values: RecordInput<E>
  /** Text of unread cells to set; null takes it away. */
  readonly unread?: Readonly<Record<string, string | null>> | undefined
  readonly position?: number | undefined
  /** The person saw the other's value and wants theirs. */
  readonly isOverwriting?: boolean | undefined
}

export interface UpdateResult {
  /** Every record that was found and did not conflict, as it stands now; also where nothing changed. */
  readonly updated: AnyRecord[]
  readonly conflicts: EditConflict[]
  readonly missing: string[]
}

interface Write {
  readonly before: AnyRecord
  readonly after: AnyRecord
  readonly changes: Record<string, [unknown, unknown]>
}

/**
 * Edits records of one entity. An edit made on an older version goes through
 * field by field; what somebody else changed meanwhile is reported as a
 * conflict, and nothing of that edit is written. A record nothing changes in
 * keeps its version.
 *
 * @param path place of each edit's values in the request, for issues
 * @throws Refusal `rule_violated`
 */
export async function updateRecords<E extends Entity>(
  scope: Scope,
  planId: string,
  entity: E,
  edits: readonly RecordEdit<E>[],
  path: (index: number) => string = (index) => `body.items.${index}.values`,
): Promise<UpdateResult> {
  const table = entityTable(entity)
  requireDistinct(edits)
  const current = await lockRecords(
    scope,
    planId,
    table,
    edits.map(({ id }) => id),
  )
  const stale = edits.filter(
    ({ id, version, isOverwriting }) =>
      isOverwriting !== true && (current.get(id.toLowerCase())?.version ?? 0) > version,
  )
  const since = stale.length === 0 ? null : await readChangesSince(scope, planId, stale)
  const result: UpdateResult = { updated: [], conflicts: [], missing: [] }
  const writes: Write[] = []
  const written: { path: string; values: Record<string, FieldValue> }[] = []
  edits.forEach((edit, index) => {
    const id = edit.id.toLowerCase()
    const before = current.get(id)
    if (before === undefined) {
      result.missing.push(id)
      return
    }
    const merged = mergeEdit(edit as unknown as PlainEdit, before, since?.get(id) ?? null)
    if ('conflict' in merged) {
      result.conflicts.push(merged.conflict)
      return
    }
    const write = writeOf(edit as unknown as PlainEdit, before, merged.values)
    result.updated.push(write.after)
    if (Object.keys(write.changes).length === 0) return
    writes.push(write)
    written.push({ path: path(index), values: merged.values as Record<string, FieldValue> })
  })
  if (writes.length > 0) await store(scope, planId, table, writes, written)
  return result
}

function requireDistinct(edits: readonly { readonly id: string }[]): void {
  const seen = new Set<string>()
  edits.forEach(({ id }, index) => {
    if (seen.has(id.toLowerCase()))
      throw ruleViolated(`body.items.${index}.id`, 'duplicate', 'The same record twice in one request')
    seen.add(id.toLowerCase())
  })
}

type PlainEdit = Omit<RecordEdit<Entity>, 'values'> & {
  readonly values: Readonly<Record<string, FieldValue>>
}

async function lockRecords(
  scope: Scope,
  planId: string,
  table: EntityTable,
  ids: readonly string[],
): Promise<Map<string, AnyRecord>> {
  // Always in the order of the ids: two bulks that meet wait for each other instead of dying.
  const rows = await scope.arrays(
    `select ${table.selectList} from unnest($3::uuid[]) as wanted (wanted_id) join ${table.name} t on t.workspace_id = $1 and t.plan_id = $2 and t.id = wanted_id order by t.id for no key update of t`,
    [scope.workspaceId, planId, arrayLiteral(ids)],
  )
  return new Map(rows.map((row) => decodeRow(table, row)).map((record) => [record.id, record]))
}

function mergeEdit(
  edit: PlainEdit,
  current: AnyRecord,
  since: ChangesSince | null,
): { values: Readonly<Record<string, FieldValue>> } | { conflict: EditConflict } {
  const merge = mergePatch({ base: since?.base ?? {}, patch: edit.values, current: current.values })
  if ('merged' in merge) return { values: merge.merged }
  const fields = merge.conflicts.map(({ field, base, current: standing, yours }) => ({
    field,
    base,
    current: standing,
    yours,
  }))
  const last = since?.lastOf(fields.map(({ field }) => field))
  return {
    conflict: {
      id: current.id,
      currentVersion: current.version,
      by: last?.by ?? null,
      at: last?.at ?? null,
      fields,
    },
  }
}

function writeOf(edit: PlainEdit, before: AnyRecord, values: Readonly<Record<string, FieldValue>>): Write {
  const changes: Record<string, [unknown, unknown]> = {}
  for (const [field, value] of Object.entries(values)) changes[field] = [before.values[field] ?? null, value]
  const unread = { ...before.unread }
  // Entering a value answers the text that could not be read.
  for (const [field, value] of Object.entries(edit.values)) if (value !== null) delete unread[field]
  for (const [field, text] of Object.entries(edit.unread ?? {})) {
    if (text === null) delete unread[field]
    else unread[field] = text
  }
  for (const field of new Set([...Object.keys(before.unread), ...Object.keys(unread)])) {
    if (before.unread[field] !== unread[field])
      changes[`unread.${field}`] = [before.unread[field] ?? null, unread[field] ?? null]
  }
  const position = edit.position ?? before.position
  if (position !== before.position) changes['position'] = [before.position, position]
  const isChanged = Object.keys(changes).length > 0
  return {
    before,
    changes,
    after: isChanged
      ? { ...before, version: before.version + 1, position, unread, values: { ...before.values, ...values } }
      : before,
  }
}

async function store(
  scope: Scope,
  planId: string,
  table: EntityTable,
  writes: readonly Write[],
  written: readonly { path: string; values: Record<string, FieldValue> }[],
): Promise<void> {
  await requireRules(scope, planId, table, written)
  await requireUnbound(
    scope,
    planId,
    table.entity,
    writes.map(({ after, changes }, index) => ({
      id: after.id,
      path: written[index]?.path ?? '',
      fields: Object.keys(changes),
    })),
  )
  const groups = Map.groupBy(writes, ({ changes }) =>
    [...new Set(Object.keys(changes).map((key) => (key.startsWith('unread.') ? 'unread' : key)))]
      .toSorted()
      .join(),
  )
  for (const [key, group] of groups) await updateGroup(scope, planId, table, key.split(','), group)
  if (table.entity === 'task') {
    await postSpends(
      scope,
      planId,
      writes.map(({ before, after }) => ({
        taskId: after.id,
        from: before.values['spent'] as number | null,
        to: after.values['spent'] as number | null,
      })),
      'update',
    )
  }
  for (const { after, changes } of writes) {
    after.updatedAt = scope.at
    scope.note({
      planId,
      entity: table.entity,
      entityId: after.id,
      version: after.version,
      action: 'update',
      changes,
    })
  }
}

async function updateGroup(
  scope: Scope,
  planId: string,
  table: EntityTable,
  keys: readonly string[],
  writes: readonly Write[],
): Promise<void> {
  const lists = keys.map((key) => {
    const field = table.byField.get(key)
    if (field !== undefined)
      return { column: field.column, type: field.type, list: writes.map(({ after }) => after.values[key]) }
    if (key === 'unread')
      return {
        column: '"unread"',
        type: 'jsonb',
        list: writes.map(({ after }) => JSON.stringify(after.unread)),
      }
    return { column: '"position"', type: 'double precision', list: writes.map(({ after }) => after.position) }
  })
  const text = `update ${table.name} t set ${lists.map(({ column }) => `${column} = u.${column}`).join(', ')}, version = u."new version", updated_at = $3
    from unnest($4::uuid[], $5::int[], ${lists.map(({ type }, index) => `$${index + 6}::${type}[]`).join(', ')}) as u ("record id", "new version", ${lists.map(({ column }) => column).join(', ')})
    where t.workspace_id = $1 and t.plan_id = $2 and t.id = u."record id"`
  await scope.run(text, [
    scope.workspaceId,
    planId,
    scope.at,
    arrayLiteral(writes.map(({ after }) => after.id)),
    arrayLiteral(writes.map(({ after }) => after.version)),
    ...lists.map(({ list }) => arrayLiteral(list)),
  ])
}
