import type { RecordInput } from '@yingce/contracts/record/record-schema'
import type { FieldValue } from '@yingce/domain/history/field-value'
import { ENTITIES, ENTITY_NAMES, type Entity } from '@yingce/domain/records/entities'
import type { ImportRecord } from '@yingce/domain/sheets/import-table'
import { arrayLiteral } from '../../db/array-literal.ts'
import type { Scope } from '../../db/scope.ts'
import { createRecords } from '../../records/create-records.ts'
import { insertLinks } from '../../records/insert-links.ts'
import { readRecords } from '../../records/read-records.ts'
import { uuidV7 } from '../../uuid-v7.ts'
import type { ImportBatch } from './import.store.ts'

/** One record that the import touched, for taking it back. */
export interface Touched {
  /** `plan`: the period that a merge filled in. */
  readonly entity: Entity | 'plan'
  readonly id: string
  readonly action: 'create' | 'update'
  readonly version: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>>
}

/** A row that becomes a new record, with its table for the links between rows. */
export interface NewRow {
  readonly sheet: string
  readonly record: ImportRecord
}

/**
 * Phases by name: those of the plan, and new ones for names that it does not
 * have yet, with the period that the sheets give them.
 */
export async function ensurePhases(
  scope: Scope,
  planId: string,
  batch: ImportBatch,
  names: ReadonlySet<string>,
  touched: Touched[],
): Promise<Map<string, string>> {
  const existing = await readRecords(scope, planId, 'phase')
  const ids = new Map(existing.map((phase) => [phase.values.name, phase.id]))
  const stated = new Map(batch.reading.phases.map((phase) => [phase.name, phase]))
  const ordered = [...batch.reading.phases.map(({ name }) => name), ...names].filter(
    (name, index, all) => names.has(name) && all.indexOf(name) === index && !ids.has(name),
  )
  const rows = ordered.map((name) => ({
    name,
    startDate: stated.get(name)?.startDate ?? null,
    endDate: stated.get(name)?.endDate ?? null,
  }))
  const created = await createRecords(
    scope,
    planId,
    'phase',
    rows.map((values) => ({ values })),
  )
  created.forEach(({ id, version }, index) => {
    const values = rows[index]
    if (values === undefined) return
    ids.set(values.name, id)
    touched.push({ entity: 'phase', id, action: 'create', version, before: null, after: values })
  })
  return ids
}

/** Where a row stands in its file. */
export function rowKey(sheet: string, row: number): string {
  return `${sheet}:${row}`
}

/**
 * Creates the rows as records, entity by entity in the order of the sheets, and
 * links the tasks that name each other.
 *
 * @param known tasks of the plan that rows of the file stand for, by row; `waiting` of them may wait for others anew
 */
export async function createRows(
  scope: Scope,
  planId: string,
  batch: ImportBatch,
  rows: readonly NewRow[],
  phaseIds: ReadonlyMap<string, string>,
  touched: Touched[],
  known: { readonly ids: ReadonlyMap<string, string>; readonly waiting: ReadonlySet<string> } = {
    ids: new Map(),
    waiting: new Set(),
  },
): Promise<void> {
  const taskIds = new Map(known.ids)
  const waiting = new Set(known.waiting)
  for (const [entity, own] of inOrder(rows)) {
    const items = own.map(({ record }) => ({
      id: uuidV7(),
      unread: record.unread,
      values: valuesOf(record, phaseIds),
    }))
    const created = await createRecords(
      scope,
      planId,
      entity,
      items,
      (index) => `${own[index]?.sheet}!${own[index]?.record.row}`,
    )
    created.forEach(({ id, version }, index) => {
      const row = own[index]
      const item = items[index]
      if (row === undefined || item === undefined) return
      if (entity === 'task') {
        taskIds.set(rowKey(row.sheet, row.record.row), id)
        waiting.add(id)
      }
      touched.push({ entity, id, action: 'create', version, before: null, after: item.values })
    })
  }
  await insertLinks(
    scope,
    planId,
    batch.reading.dependencies.flatMap(({ sheet, links }) =>
      links.flatMap((link) => {
        const from = taskIds.get(rowKey(sheet, link.fromRow))
        const to = taskIds.get(rowKey(sheet, link.toRow))
        return from === undefined || to === undefined || !waiting.has(to)
          ? []
          : [{ fromTaskId: from, toTaskId: to, type: link.type, lagDays: link.lagDays }]
      }),
    ),
  )
}

function inOrder(rows: readonly NewRow[]): (readonly [Entity, readonly NewRow[]])[] {
  const byEntity = Map.groupBy(rows, ({ record }) => record.entity)
  return ENTITY_NAMES.flatMap((entity) => {
    const own = byEntity.get(entity)
    return own === undefined ? [] : [[entity, own] as const]
  })
}

/** Imported dates are the baseline that delays are measured against, until somebody takes another one. */
function valuesOf(record: ImportRecord, phaseIds: ReadonlyMap<string, string>): RecordInput<Entity> {
  const fields = ENTITIES[record.entity]
  const values: Record<string, FieldValue> = Object.fromEntries(
    Object.entries(record.values).filter(([field]) => field in fields),
  )
  if ('phaseId' in fields && record.phaseName !== null)
    values['phaseId'] = phaseIds.get(record.phaseName) ?? null
  if (record.entity === 'task') {
    values['baselineStart'] ??= values['plannedStart'] ?? null
    values['baselineEnd'] ??= values['plannedEnd'] ?? null
  }
  return values as RecordInput<Entity>
}

/** Writes down what the import did to each record. */
export async function insertTouched(
  scope: Scope,
  importId: string,
  planId: string,
  touched: readonly Touched[],
): Promise<void> {
  await scope.run(
    `insert into import_record (workspace_id, import_id, plan_id, entity, record_id, action, version, before, after)
     select $1, $2, $3, u.* from unnest($4::text[], $5::uuid[], $6::text[], $7::int[], $8::jsonb[], $9::jsonb[]) as u`,
    [
      scope.workspaceId,
      importId,
      planId,
      arrayLiteral(touched.map(({ entity }) => entity)),
      arrayLiteral(touched.map(({ id }) => id)),
      arrayLiteral(touched.map(({ action }) => action)),
      arrayLiteral(touched.map(({ version }) => version)),
      arrayLiteral(touched.map(({ before }) => (before === null ? null : JSON.stringify(before)))),
      arrayLiteral(touched.map(({ after }) => JSON.stringify(after))),
    ],
  )
}
