import type { Values } from '../history/field-value.ts'
import type { Entity } from '../records/entities.ts'
import type { ImportRecord } from './import-table.ts'

/** A record of the plan as it is now. */
export interface ExistingRecord {
  readonly id: string
  readonly entity: Entity
  readonly values: Values
  readonly unread: Readonly<Record<string, string>>
  readonly phaseName: string | null
  /** Field that is computed and not typed; a sheet has no say in it. */
  readonly computed?: string | undefined
}

/** How a row found its record: by the hidden id, by the full key, or by the key without the owner. */
export type RowMatchKind = 'id' | 'key' | 'near'

export interface RowMatch {
  readonly incoming: ImportRecord
  readonly existing: ExistingRecord | null
  /** null: a new row. */
  readonly by: RowMatchKind | null
}

export interface RowMatching {
  /** One per incoming row, in the order of the sheet. */
  readonly rows: readonly RowMatch[]
  /** Records that no row stands for. A sheet that left rows out did not delete them. */
  readonly missing: readonly ExistingRecord[]
}

/** Fields that name a record together with its phase; `near` leaves the last of several out when it is the owner. */
const KEY_FIELDS: Readonly<Record<Entity, readonly string[]>> = {
  phase: ['name'],
  task: ['name', 'owner'],
  execution_step: ['name', 'owner'],
  channel_effect: ['channel', 'content'],
  allocation: ['strategy', 'channel'],
  effect_review: ['strategy', 'target'],
  target: ['dimension', 'indicator'],
  budget_line: ['category', 'name'],
  risk: ['name', 'category'],
  effect_evaluation: ['metric'],
  metric_fact: ['day', 'channel', 'content'],
  issue: ['name', 'owner'],
  adjustment: ['name', 'changedOn'],
  competitor_event: ['competitor', 'name', 'startDate'],
  root_cause: ['name'],
  meeting: ['name', 'startsAt'],
  kpi_node: ['name', 'channel'],
}

function keyOf(
  row: { readonly entity: Entity; readonly values: Values; readonly phaseName: string | null },
  fields: readonly string[],
): string {
  const fold = (value: unknown): string =>
    value === null || value === undefined
      ? ''
      : String(value).normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
  return JSON.stringify([row.entity, fold(row.phaseName), ...fields.map((field) => fold(row.values[field]))])
}

/**
 * Which record of the plan each row of a returning sheet is (C2).
 *
 * By the hidden id where the row has one; a second row with the same id is a
 * copy that somebody made in the spreadsheet and counts as new. Else by phase +
 * task + owner (the naming fields of other entities), equal keys in their order.
 * Else by phase + task alone when both sides have it once: that is `near` and
 * worth a look, because the owner was changed.
 */
export function matchRows(
  existing: readonly ExistingRecord[],
  incoming: readonly ImportRecord[],
): RowMatching {
  const free = new Set(existing)
  const found = new Map<ImportRecord, RowMatch>()
  const take = (row: ImportRecord, record: ExistingRecord, by: RowMatchKind): void => {
    free.delete(record)
    found.set(row, { incoming: row, existing: record, by })
  }
  const byId = new Map(existing.map((record) => [record.id, record]))
  const copies = new Set<ImportRecord>()
  for (const row of incoming) {
    const record = row.recordId === null ? undefined : byId.get(row.recordId)
    if (record === undefined || record.entity !== row.entity) continue
    if (free.has(record)) take(row, record, 'id')
    else copies.add(row)
  }
  const byKey = Map.groupBy(free, (record) => keyOf(record, KEY_FIELDS[record.entity]))
  for (const row of incoming) {
    if (found.has(row) || copies.has(row)) continue
    const record = byKey.get(keyOf(row, KEY_FIELDS[row.entity]))?.shift()
    if (record !== undefined) take(row, record, 'key')
  }
  const nearKey = (row: ExistingRecord | ImportRecord): string =>
    keyOf(
      row,
      KEY_FIELDS[row.entity].filter((field) => field !== 'owner'),
    )
  const hasOwner = (row: { readonly entity: Entity }): boolean => KEY_FIELDS[row.entity].includes('owner')
  const near = Map.groupBy([...free].filter(hasOwner), nearKey)
  const open = Map.groupBy(
    incoming.filter((row) => !found.has(row) && !copies.has(row) && hasOwner(row)),
    nearKey,
  )
  for (const [key, [row, ...others]] of open) {
    const [record, ...more] = near.get(key) ?? []
    if (row !== undefined && record !== undefined && others.length === 0 && more.length === 0)
      take(row, record, 'near')
  }
  return {
    rows: incoming.map((row) => found.get(row) ?? { incoming: row, existing: null, by: null }),
    missing: [...free],
  }
}
