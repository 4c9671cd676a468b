import type { FactMetric } from '@yingce/domain/sheets/metric-field'
import type { ImportTable } from '@yingce/domain/sheets/import-table'
import type { SheetProblem } from '@yingce/domain/sheets/sheet-problem'
import type { WorkbookNotice } from '@yingce/domain/sheets/workbook'
import type { Scope } from '../../../db/scope.ts'
import { Refusal } from '../../../http/refusal.ts'

/** What a person said about one sheet of a draft. */
export interface TableChoice {
  readonly isTaken?: boolean | undefined
  readonly headerRow?: number | undefined
  readonly columns?: Readonly<Record<number, string | null>> | undefined
}

/** What a person said about a draft; whatever is left out is found out or assumed. */
export interface MetricChoices {
  readonly source?: string | undefined
  readonly encoding?: 'utf-8' | 'utf-16le' | 'gb18030' | 'windows-1252' | null | undefined
  readonly date?: string | null | undefined
  readonly currency?: string | null | undefined
  readonly tables?: Readonly<Record<string, TableChoice>> | undefined
}

/** What is kept of reading a file; its facts are staged beside it. */
export interface StoredMetricReading {
  readonly tables: readonly (Omit<ImportTable, 'records' | 'problems'> & { readonly isTaken: boolean })[]
  readonly problems: readonly SheetProblem[]
  readonly notices: readonly WorkbookNotice[]
  readonly byDay: Readonly<Record<string, Readonly<Partial<Record<FactMetric, number>>>>>
  readonly metrics: readonly FactMetric[]
  readonly preset: string | null
  /** Named by the file, in the order of their first mention. */
  readonly currencies: readonly string[]
  readonly undatedRows: number
}

export interface MetricImportRow {
  readonly id: string
  readonly kind: 'file' | 'api'
  readonly state: 'draft' | 'applied' | 'undone'
  readonly fileName: string | null
  readonly fileBytes: number | null
  readonly fileHash: string | null
  readonly format: string | null
  readonly encoding: string | null
  readonly choices: MetricChoices
  readonly reading: StoredMetricReading | null
  readonly sourceId: string | null
  readonly sourceName: string | null
  readonly rowCount: number
  readonly excludedCount: number
  readonly factCount: number
  readonly dayFrom: string | null
  readonly dayTo: string | null
  readonly writtenCount: number
  readonly replacedCount: number
  readonly unchangedCount: number
  readonly by: string | null
  readonly createdAt: string
  readonly appliedAt: string | null
  readonly undoneAt: string | null
}

export const IMPORT_COLUMNS = `i.id, i.kind, i.state, i.file_name as "fileName", i.file_bytes as "fileBytes", encode(i.file_hash, 'hex') as "fileHash",
  i.format, i.encoding, i.choices, i.source_id as "sourceId", s.name as "sourceName", i.row_count as "rowCount",
  i.excluded_count as "excludedCount", i.fact_count as "factCount", i.day_from as "dayFrom", i.day_to as "dayTo",
  i.written_count as "writtenCount", i.replaced_count as "replacedCount", i.unchanged_count as "unchangedCount",
  m.name as by, i.created_at as "createdAt", i.applied_at as "appliedAt", i.undone_at as "undoneAt"`
export const IMPORT_TABLES = `metric_import i left join metric_source s on s.workspace_id = $1 and s.id = i.source_id
  left join member m on m.workspace_id = $1 and m.id = i.created_by`

/** @throws Refusal `not_found` */
export async function readMetricImport(scope: Scope, id: string): Promise<MetricImportRow> {
  const [row] = await scope.rows<MetricImportRow>(
    `select ${IMPORT_COLUMNS}, i.reading from ${IMPORT_TABLES} where i.workspace_id = $1 and i.id = $2`,
    [scope.workspaceId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/**
 * Holds an import until the transaction ends.
 *
 * @throws Refusal `not_found`; `wrong_state` when it is not in the state that is needed
 */
export async function lockMetricImport(
  scope: Scope,
  id: string,
  state: MetricImportRow['state'],
): Promise<MetricImportRow> {
  const [locked] = await scope.rows<{ state: string }>(
    'select state from metric_import where workspace_id = $1 and id = $2 for update',
    [scope.workspaceId, id],
  )
  if (locked === undefined) throw new Refusal('not_found')
  if (locked.state !== state) throw new Refusal('wrong_state', { params: { state: locked.state } })
  return readMetricImport(scope, id)
}

export interface NewMetricImport {
  readonly id: string
  readonly kind: 'file' | 'api'
  readonly fileName: string | null
  /** Bytes of the file that is stored beside it. */
  readonly fileBytes: number | null
  readonly choices: MetricChoices
}

export async function insertMetricImport(scope: Scope, given: NewMetricImport): Promise<void> {
  await scope.run(
    `insert into metric_import (workspace_id, id, kind, state, file_name, file_bytes, choices, created_by, created_at)
     values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8)`,
    [
      scope.workspaceId,
      given.id,
      given.kind,
      given.fileName,
      given.fileBytes,
      JSON.stringify(given.choices),
      scope.memberId,
      scope.at,
    ],
  )
}

export interface ReadCounts {
  readonly rows: number
  readonly excluded: number
  readonly facts: number
  readonly dayFrom: string | null
  readonly dayTo: string | null
}

export async function storeMetricReading(
  scope: Scope,
  id: string,
  choices: MetricChoices,
  file: { readonly format: string | null; readonly encoding: string | null },
  reading: StoredMetricReading,
  counts: ReadCounts,
): Promise<void> {
  await scope.run(
    `update metric_import set choices = $3, format = $4, encoding = $5, reading = $6, row_count = $7, excluded_count = $8,
       fact_count = $9, day_from = $10, day_to = $11 where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      id,
      JSON.stringify(choices),
      file.format,
      file.encoding,
      JSON.stringify(reading),
      counts.rows,
      counts.excluded,
      counts.facts,
      counts.dayFrom,
      counts.dayTo,
    ],
  )
}

export async function markApplied(
  scope: Scope,
  id: string,
  sourceId: string,
  counts: { readonly written: number; readonly replaced: number; readonly unchanged: number },
): Promise<void> {
  await scope.run(
    `update metric_import set state = 'applied', source_id = $3, written_count = $4, replaced_count = $5, unchanged_count = $6,
       applied_at = $7 where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id, sourceId, counts.written, counts.replaced, counts.unchanged, scope.at],
  )
}

export async function markUndone(scope: Scope, id: string): Promise<void> {
  await scope.run(
    `update metric_import set state = 'undone', undone_at = $3 where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id, scope.at],
  )
}

export async function deleteMetricDraft(scope: Scope, id: string): Promise<void> {
  await scope.run(`delete from metric_import where workspace_id = $1 and id = $2 and state = 'draft'`, [
    scope.workspaceId,
    id,
  ])
}
