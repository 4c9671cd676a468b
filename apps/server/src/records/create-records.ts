import type { RecordInput } from '@yingce/contracts/record/record-schema'
import type { FieldValue } from '@yingce/domain/history/field-value'
import type { Entity } from '@yingce/domain/records/entities'
import { arrayLiteral } from '../db/array-literal.ts'
import type { Scope } from '../db/scope.ts'
import { Refusal } from '../http/refusal.ts'
import { uuidV7 } from '../uuid-v7.ts'
import { type AnyRecord, type EntityTable, entityTable, type FieldColumn } from './entity-table.ts'
import { postSpends } from './ledger.ts'
import { requireRules } from './record-rules.ts'

export interface NewRecord<E extends Entity> {
  /** Chosen by the caller; left out: made here. */
  id?: string | undefined
  /** Left out: behind all others, in the order given. */
  position?: number | undefined
  unread?: Readonly<Record<string, string>> | undefined
  /** Fields that are left out get their initial value, else null. */
  values: RecordInput<E>
}

/** Rows per statement: enough that the statement's own cost does not count, small enough for memory. */
const CHUNK = 2_000
const UNIQUE_VIOLATION = '23505'

/**
 * Creates records of one entity in a plan, all or none, in the order given.
 * Each gets its entry in the change log; a task's spend is posted to the ledger.
 * An id that was deleted before goes on counting its versions.
 *
 * @param path place of the items in the request, for issues
 * @throws Refusal `not_found` (plan), `already_exists` (id), `rule_violated`
 */
export async function createRecords<E extends Entity>(
  scope: Scope,
  planId: string,
  entity: E,
  items: readonly NewRecord<E>[],
  path: (index: number) => string = (index) => `body.items.${index}.values`,
): Promise<AnyRecord[]> {
  if (items.length === 0) return []
  const table = entityTable(entity)
  const [last, versions] = await Promise.all([
    lastPosition(scope, planId, table),
    versionsBefore(scope, planId, items),
  ])
  const records = items.map((item, index): AnyRecord => {
    const id = item.id?.toLowerCase() ?? uuidV7()
    return {
      id,
      planId,
      createdAt: scope.at,
      updatedAt: scope.at,
      position: item.position ?? last + 1 + index,
      version: (versions.get(id) ?? 0) + 1,
      unread: { ...item.unread },
      values: complete(table, item.values as Record<string, FieldValue>),
    }
  })
  await requireRules(
    scope,
    planId,
    table,
    records.map(({ values }, index) => ({ path: path(index), values })),
  )
  for (let start = 0; start < records.length; start += CHUNK) {
    await insert(scope, planId, table, records.slice(start, start + CHUNK))
  }
  if (entity === 'task')
    await postSpends(
      scope,
      planId,
      records.map(({ id, values }) => ({ taskId: id, from: null, to: values['spent'] as number | null })),
      'create',
    )
  for (const { id, version, values, unread } of records) {
    scope.note({
      planId,
      entity,
      entityId: id,
      version,
      action: 'create',
      changes: () => given(table, values, unread),
    })
  }
  return records
}

/** @throws Refusal `not_found` when there is no such plan in the workspace */
async function lastPosition(scope: Scope, planId: string, table: EntityTable): Promise<number> {
  const [row] = await scope.rows<{ last: number | null }>(
    `select (select max(position) from ${table.name} where workspace_id = $1 and plan_id = $2) as last
     from plan p where p.workspace_id = $1 and p.id = $2 for key share of p`,
    [scope.workspaceId, planId],
  )
  if (row === undefined) throw new Refusal('not_found')
  return row.last ?? 0
}

/** Only ids that the caller chose can have lived before. */
async function versionsBefore(
  scope: Scope,
  planId: string,
  items: readonly { id?: string | undefined }[],
): Promise<ReadonlyMap<string, number>> {
  const ids = items.flatMap(({ id }) => (id === undefined ? [] : [id]))
  if (ids.length === 0) return new Map()
  const rows = await scope.rows<{ id: string; version: number }>(
    `select entity_id as id, max(version) as version from change_log
     where workspace_id = $1 and plan_id = $2 and entity_id = any($3::uuid[]) group by entity_id`,
    [scope.workspaceId, planId, arrayLiteral(ids)],
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}

function complete(
  table: EntityTable,
  given: Readonly<Record<string, FieldValue | undefined>>,
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {}
  for (const { field, initial } of table.columns) values[field] = given[field] ?? initial
  return values
}

function given(
  table: EntityTable,
  values: Readonly<Record<string, FieldValue>>,
  unread: Readonly<Record<string, string>>,
): Record<string, [null, unknown]> {
  const changes: Record<string, [null, unknown]> = {}
  for (const { field, initial } of table.columns)
    if (values[field] !== initial) changes[field] = [null, values[field]]
  for (const [field, text] of Object.entries(unread)) changes[`unread.${field}`] = [null, text]
  return changes
}

async function insert(
  scope: Scope,
  planId: string,
  table: EntityTable,
  records: readonly AnyRecord[],
): Promise<void> {
  // A column in which nobody has anything but its initial value is left to its default.
  const used = table.columns.filter(({ field, initial }) =>
    records.some(({ values }) => values[field] !== initial),
  )
  const hasUnread = records.some(({ unread }) => Object.keys(unread).length > 0)
  const lists = [
    { column: '"id"', type: 'uuid', list: records.map(({ id }) => id) },
    { column: '"position"', type: 'double precision', list: records.map(({ position }) => position) },
    { column: '"version"', type: 'int', list: records.map(({ version }) => version) },
    ...used.map(({ column, type, field }: FieldColumn) => ({
      column,
      type,
      list: records.map(({ values }) => values[field]),
    })),
    ...(hasUnread
      ? [{ column: '"unread"', type: 'jsonb', list: records.map(({ unread }) => JSON.stringify(unread)) }]
      : []),
  ]
  const columns = lists.map(({ column }) => column).join(', ')
  const text = `insert into ${table.name} (workspace_id, plan_id, created_by, created_at, updated_at, import_id, ${columns})
    select $1, $2, $3, $4, $4, $5, u.* from unnest(${lists.map(({ type }, index) => `$${index + 6}::${type}[]`).join(', ')}) as u`
  try {
    await scope.run(text, [
      scope.workspaceId,
      planId,
      scope.memberId,
      scope.at,
      scope.importId,
      ...lists.map(({ list }) => arrayLiteral(list)),
    ])
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION)
      throw new Refusal('already_exists', { params: { what: table.entity } })
    throw error
  }
}
