import type { ImportView } from '@yingce/contracts/import/import'
import type { SheetMapping } from '@yingce/domain/sheets/table-mapping'
import type { WorkbookNotice } from '@yingce/domain/sheets/workbook'
import type { ImportAnswers, ImportQuestion, WorkbookReading } from '@yingce/domain/sheets/workbook-reading'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'

/** What the person said of one sheet; the rest is guessed. */
export interface SheetChoice extends SheetMapping {
  readonly isIncluded?: boolean
}

/** What is kept of reading the file, so that a preview does not read it again. */
export interface StoredReading {
  /** Without addresses of cells and without the tables' own problems; each question with the text of its first cell. */
  readonly reading: Omit<WorkbookReading, 'questions'> & {
    readonly questions: readonly (ImportQuestion & { readonly text: string })[]
  }
  /** Sheets whose columns were taken from an earlier import of the same header. */
  readonly remembered: readonly string[]
  /** What the reader of the file has to say about it. */
  readonly notices: readonly WorkbookNotice[]
}

/** Everything of an import but the file's bytes. */
export interface ImportBatch extends StoredReading {
  readonly id: string
  readonly state: ImportView['state']
  readonly fileName: string
  readonly fileBytes: number
  readonly format: string
  readonly encoding: string | null
  readonly choices: Readonly<Record<string, SheetChoice>>
  readonly answers: ImportAnswers
  readonly planId: string | null
  readonly planName: string | null
  readonly hasCreatedPlan: boolean
  readonly createdCounts: Readonly<Record<string, number>>
  readonly by: string | null
  readonly createdAt: string
  readonly confirmedAt: string | null
  readonly undoneAt: string | null
}

const COLUMNS = `b.id, b.state, b.file_name as "fileName", b.file_bytes as "fileBytes", b.format, b.encoding, b.mapping as choices, b.answers,
  b.plan_id as "planId", coalesce(p.name, b.plan_name) as "planName", b.has_created_plan as "hasCreatedPlan", b.created_counts as "createdCounts",
  m.name as by, b.created_at as "createdAt", b.confirmed_at as "confirmedAt", b.undone_at as "undoneAt"`
const TABLES = `import_batch b left join plan p on p.workspace_id = $1 and p.id = b.plan_id left join member m on m.workspace_id = $1 and m.id = b.created_by`

type ImportHead = Omit<ImportBatch, keyof StoredReading>

/** @throws Refusal `not_found` */
export async function readImportBatch(scope: Scope, id: string): Promise<ImportBatch> {
  const [row] = await scope.rows<ImportHead & { stored: StoredReading }>(
    `select ${COLUMNS}, b.reading as stored from ${TABLES} where b.workspace_id = $1 and b.id = $2`,
    [scope.workspaceId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  const { stored, ...head } = row
  return { ...head, ...stored }
}

/** Another target for the draft, with the same reading. */
export async function updateTarget(scope: Scope, id: string, planId: string | null): Promise<void> {
  await scope.run('update import_batch set plan_id = $3 where workspace_id = $1 and id = $2', [
    scope.workspaceId,
    id,
    planId,
  ])
}

/**
 * The same, in a state that the use case needs.
 *
 * @throws Refusal `not_found`; `wrong_state` unless it is in `state`
 */
export async function requireImportBatch(
  scope: Scope,
  id: string,
  state: ImportView['state'],
): Promise<ImportBatch> {
  const batch = await readImportBatch(scope, id)
  if (batch.state !== state) throw new Refusal('wrong_state', { params: { state: batch.state } })
  return batch
}

/**
 * The same, locked, so that two confirmations or undos of one import take turns.
 *
 * @throws as {@link requireImportBatch}
 */
export async function lockImportBatch(
  scope: Scope,
  id: string,
  state: ImportView['state'],
): Promise<ImportBatch> {
  await scope.rows('select from import_batch where workspace_id = $1 and id = $2 for update', [
    scope.workspaceId,
    id,
  ])
  return requireImportBatch(scope, id, state)
}

export async function readImportFile(scope: Scope, id: string): Promise<{ bytes: Buffer; fileName: string }> {
  const [row] = await scope.rows<{ bytes: Buffer; fileName: string }>(
    'select content as bytes, file_name as "fileName" from import_batch where workspace_id = $1 and id = $2',
    [scope.workspaceId, id],
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}

export interface NewImport {
  readonly id: string
  readonly bytes: Buffer
  readonly hash: Buffer
  readonly fileName: string
  readonly planId: string | null
}

/** What reading the file gave. */
export interface Reading extends StoredReading {
  readonly format: string
  readonly encoding: string | null
}

function stored({ reading, remembered, notices }: Reading): string {
  return JSON.stringify({ reading, remembered, notices } satisfies StoredReading)
}

/** Drafts that nobody confirmed are forgotten, file and all, after this. */
const DRAFT_DAYS = 30

export async function insertImport(scope: Scope, file: NewImport, read: Reading): Promise<void> {
  await scope.run(
    `delete from import_batch where workspace_id = $1 and state = 'draft' and created_at < $2::timestamptz - interval '${DRAFT_DAYS} days'`,
    [scope.workspaceId, scope.at],
  )
  await scope.run(
    `insert into import_batch (workspace_id, id, file_name, file_bytes, file_hash, content, format, encoding, reading, plan_id, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      scope.workspaceId,
      file.id,
      file.fileName,
      file.bytes.length,
      file.hash,
      file.bytes,
      read.format,
      read.encoding,
      stored(read),
      file.planId,
      scope.memberId,
      scope.at,
    ],
  )
}

export async function updateDraft(
  scope: Scope,
  id: string,
  draft: Pick<ImportBatch, 'choices' | 'answers' | 'planId'>,
  read: Reading,
): Promise<void> {
  await scope.run(
    `update import_batch set mapping = $3, answers = $4, plan_id = $5, format = $6, encoding = $7, reading = $8 where workspace_id = $1 and id = $2`,
    [
      scope.workspaceId,
      id,
      JSON.stringify(draft.choices),
      JSON.stringify(draft.answers),
      draft.planId,
      read.format,
      read.encoding,
      stored(read),
    ],
  )
}

export async function markConfirmed(
  scope: Scope,
  id: string,
  planId: string,
  hasCreatedPlan: boolean,
  planName: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  await scope.run(
    `update import_batch set state = 'confirmed', plan_id = $3, has_created_plan = $4, plan_name = $5, created_counts = $6, confirmed_at = $7 where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id, planId, hasCreatedPlan, planName, JSON.stringify(counts), scope.at],
  )
}

export async function markUndone(scope: Scope, id: string): Promise<void> {
  await scope.run(
    `update import_batch set state = 'undone', undone_at = $3 where workspace_id = $1 and id = $2`,
    [scope.workspaceId, id, scope.at],
  )
}

export async function deleteDraft(scope: Scope, id: string): Promise<void> {
  await scope.run('delete from import_batch where workspace_id = $1 and id = $2', [scope.workspaceId, id])
}

/** Mappings that somebody confirmed before, by header fingerprint. */
export async function readRemembered(scope: Scope): Promise<Record<string, SheetMapping>> {
  const rows = await scope.rows<{ fingerprint: string; mapping: SheetMapping }>(
    'select fingerprint, mapping from import_mapping where workspace_id = $1',
    [scope.workspaceId],
  )
  return Object.fromEntries(rows.map(({ fingerprint, mapping }) => [fingerprint, mapping]))
}

export async function remember(scope: Scope, fingerprint: string, mapping: SheetMapping): Promise<void> {
  await scope.run(
    `insert into import_mapping (workspace_id, fingerprint, mapping, updated_by, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, fingerprint) do update set mapping = excluded.mapping, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    [scope.workspaceId, fingerprint, JSON.stringify(mapping), scope.memberId, scope.at],
  )
}
