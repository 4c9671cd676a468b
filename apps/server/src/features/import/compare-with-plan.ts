import type { Values } from '@yingce/domain/history/field-value'
import { ENTITY_NAMES, type Entity } from '@yingce/domain/records/entities'
import type { ExportMark } from '@yingce/domain/sheets/export-marks'
import { compareRows, type ExportedRecord, type RowComparison } from '@yingce/domain/sheets/compare-rows'
import type { ImportRecord } from '@yingce/domain/sheets/import-table'
import { type ExistingRecord, matchRows } from '@yingce/domain/sheets/match-rows'
import type { Scope } from '../../db/scope.ts'
import { readChangesSince } from '../../records/changes-since.ts'
import { readRecords } from '../../records/read-records.ts'
import { readComputedFields } from '../../records/require-unbound.ts'
import { readExportedRows } from './exported-rows.read.ts'
import type { ImportBatch } from './import.store.ts'

/** A row of the file beside the plan, with the place it came from. */
export interface ComparedRow {
  readonly key: string
  readonly sheet: string
  readonly comparison: RowComparison
}

/** Entities whose rows the file holds, each with its rows in order. */
function incomingByEntity({ reading }: ImportBatch): Map<Entity, { sheet: string; record: ImportRecord }[]> {
  const rows = reading.tables
    .filter((table) => table.isSelected)
    .flatMap((table) => table.records.map((record) => ({ sheet: table.sheet, record })))
  return Map.groupBy(rows, ({ record }) => record.entity)
}

/** Three-way comparison of the file's rows with the plan as it is now. */
export async function compareWithPlan(
  scope: Scope,
  batch: ImportBatch,
  planId: string,
): Promise<ComparedRow[]> {
  const phases = await readRecords(scope, planId, 'phase')
  const phaseNames = new Map(phases.map((phase) => [phase.id, phase.values.name]))
  const compared: ComparedRow[] = []
  const incoming = incomingByEntity(batch)
  for (const entity of ENTITY_NAMES) {
    const rows = incoming.get(entity)
    if (rows === undefined) continue
    compared.push(...(await compareEntity(scope, planId, entity, rows, phaseNames, batch.reading.exportMark)))
  }
  return compared
}

async function compareEntity(
  scope: Scope,
  planId: string,
  entity: Entity,
  rows: readonly { sheet: string; record: ImportRecord }[],
  phaseNames: ReadonlyMap<string, string>,
  mark: ExportMark | null,
): Promise<ComparedRow[]> {
  const nameOf = (values: Values) => phaseNames.get(String(values['phaseId'] ?? '')) ?? null
  const stored = await readRecords(scope, planId, entity)
  const ids = stored.map(({ id }) => id)
  const computed = await readComputedFields(scope, planId, entity, ids)
  const existing = stored.map(({ id, unread, ...record }): ExistingRecord => {
    const values = record.values as Values
    return { id, entity, values, unread, phaseName: nameOf(values), computed: computed.get(id) }
  })
  const records = rows.map(({ record }) => record)
  const exported = await readExported(scope, planId, existing, records, mark)
  const sheetOf = new Map(rows.map(({ sheet, record }) => [record, sheet]))
  return compareRows(matchRows(existing, records), (id) => exported.get(id) ?? null).map((comparison) => {
    const sheet = comparison.state === 'missing' ? '' : (sheetOf.get(comparison.incoming) ?? '')
    const key =
      comparison.state === 'missing'
        ? `missing:${comparison.existing.id}`
        : `${entity}:${sheet}:${comparison.incoming.row}`
    return { key, sheet, comparison }
  })
}

/** Values at the version that each row carries from its export: today's, with later writes taken back. */
async function readExported(
  scope: Scope,
  planId: string,
  existing: readonly ExistingRecord[],
  rows: readonly ImportRecord[],
  mark: ExportMark | null,
): Promise<ReadonlyMap<string, ExportedRecord>> {
  const byId = new Map(existing.map((record) => [record.id, record]))
  const marked = rows.flatMap(({ recordId, recordVersion }) =>
    recordId !== null && recordVersion !== null && byId.has(recordId)
      ? [{ id: recordId, version: recordVersion }]
      : [],
  )
  if (marked.length === 0) return new Map()
  const since = await readChangesSince(scope, planId, marked)
  const base = marked.flatMap(({ id, version }) => {
    const record = byId.get(id)
    return record === undefined
      ? []
      : [{ ...record, version, values: { ...record.values, ...since.get(id)?.base } }]
  })
  return readExportedRows(scope, planId, base, mark)
}

/** Would this field replace a value by nothing but a text that nobody could read? */
export function isUnreadable({ comparison }: ComparedRow, field: string): boolean {
  if (comparison.state !== 'changed' && comparison.state !== 'conflict') return false
  return (
    comparison.incoming.unread[field] !== undefined && (comparison.existing.values[field] ?? null) !== null
  )
}
