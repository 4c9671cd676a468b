import type { confirmImport as confirmRoute } from '@yingce/contracts/import/import'
import type { BodyOf } from '@yingce/contracts/route'
import type { FieldValue } from '@yingce/domain/history/field-value'
import type { Entity } from '@yingce/domain/records/entities'
import { PHASE_FIELD, type RowComparison } from '@yingce/domain/sheets/compare-rows'
import type { SheetMapping } from '@yingce/domain/sheets/table-mapping'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { insertPlan } from '../../records/plan-row.ts'
import { requirePlan } from '../../records/read-records.ts'
import { updateRecords } from '../../records/update-records.ts'
import { compareWithPlan, type ComparedRow } from './compare-with-plan.ts'
import { type ImportBatch, lockImportBatch, markConfirmed, remember } from './import.store.ts'
import { isIncluded } from './import-view.ts'
import { createRows, ensurePhases, insertTouched, type NewRow, type Touched } from './write-import.ts'

type Body = BodyOf<typeof confirmRoute>
type Decisions = NonNullable<Body['decisions']>

/**
 * Writes an import, all or nothing: into a new plan, or row by row as decided
 * into an existing one. What it did to each record is kept for taking it back.
 *
 * @throws Refusal `import_question_open`, `file_no_table`, `wrong_state`, `rule_violated`
 */
export async function confirmImport(scope: Scope, importId: string, body: Body, newId: () => string): Promise<void> {
  const batch = await lockImportBatch(scope, importId, 'draft')
  if (batch.reading.questions.length > 0) throw new Refusal('import_question_open', { params: { questions: batch.reading.questions.map(({ code }) => code) } })
  if (!batch.reading.tables.some((table) => isIncluded(table, batch.choices))) throw new Refusal('file_no_table')
  scope.comeFrom('import', importId)
  const touched: Touched[] = []
  const planId = batch.planId ?? newId()
  const name = body.planName ?? batch.reading.planNameSuggestion ?? batch.fileName
  if (batch.planId === null) await fillNewPlan(scope, batch, planId, name, touched)
  else await mergeIntoPlan(scope, batch, planId, body.decisions ?? { otherwise: 'accept-without-conflict', rows: [] }, touched)
  await insertTouched(scope, importId, planId, touched)
  await rememberMappings(scope, batch)
  await markConfirmed(scope, importId, planId, batch.planId === null, batch.planId === null ? name : (batch.planName ?? ''), countsOf(touched))
}

async function fillNewPlan(scope: Scope, batch: ImportBatch, planId: string, name: string, touched: Touched[]): Promise<void> {
  const { period } = batch.reading
  await insertPlan(scope, { id: planId, origin: 'import', name: name.slice(0, 120), state: 'running', periodStart: period?.from ?? null, periodEnd: period?.to ?? null })
  const rows = includedRows(batch)
  const phaseIds = await ensurePhases(scope, planId, batch, phaseNamesOf(rows, batch), touched)
  await createRows(scope, planId, batch, rows, phaseIds, touched)
}

function includedRows(batch: ImportBatch): NewRow[] {
  return batch.reading.tables.filter((table) => isIncluded(table, batch.choices)).flatMap((table) => table.records.map((record) => ({ sheet: table.sheet, record })))
}

function phaseNamesOf(rows: readonly NewRow[], batch: ImportBatch): Set<string> {
  const names = new Set(rows.flatMap(({ record }) => (record.phaseName === null ? [] : [record.phaseName])))
  for (const table of batch.reading.tables) if (table.phaseName !== null && isIncluded(table, batch.choices)) names.add(table.phaseName)
  return names
}

async function mergeIntoPlan(scope: Scope, batch: ImportBatch, planId: string, decisions: Decisions, touched: Touched[]): Promise<void> {
  await requirePlan(scope, planId)
  const compared = await compareWithPlan(scope, batch, planId)
  const chosen = compared.flatMap((row) => {
    const fields = acceptedFields(row, decisions)
    return fields === null ? [] : [{ row, fields }]
  })
  const added = chosen.flatMap(({ row }): NewRow[] => (row.comparison.state === 'added' ? [{ sheet: row.sheet, record: row.comparison.incoming }] : []))
  const phaseNames = new Set(added.flatMap(({ record }) => (record.phaseName === null ? [] : [record.phaseName])))
  for (const { row, fields } of chosen) {
    if (fields.has(PHASE_FIELD) && 'incoming' in row.comparison && row.comparison.incoming.phaseName !== null) phaseNames.add(row.comparison.incoming.phaseName)
  }
  const phaseIds = await ensurePhases(scope, planId, batch, phaseNames, touched)
  await createRows(scope, planId, batch, added, phaseIds, touched)
  const edits = chosen.flatMap(({ row, fields }) => (isDifferent(row.comparison) ? [{ comparison: row.comparison, fields }] : []))
  for (const [entity, own] of Map.groupBy(edits, ({ comparison }) => comparison.existing.entity)) await updateRows(scope, planId, entity, own, phaseIds, touched)
}

type Different = Extract<RowComparison, { state: 'changed' | 'conflict' }>

function isDifferent(comparison: RowComparison): comparison is Different {
  return comparison.state === 'changed' || comparison.state === 'conflict'
}

/** Fields to take from the file; null: nothing of this row. */
function acceptedFields({ key, comparison }: ComparedRow, decisions: Decisions): ReadonlySet<string> | null {
  if (comparison.state === 'unchanged' || comparison.state === 'missing') return null
  const decision = decisions.rows.find((row) => row.key === key)
  if (decision !== undefined && !decision.accept) return null
  if (decision === undefined && decisions.otherwise === 'skip') return null
  if (comparison.state === 'added') return new Set()
  const named = decision?.fields?.map((field) => (field === 'phase' ? PHASE_FIELD : field))
  const takesConflicts = decision !== undefined || decisions.otherwise === 'accept-all'
  const fields = comparison.fields.filter(({ field, side }) => (named === undefined ? takesConflicts || side !== 'conflict' : named.includes(field))).map(({ field }) => field)
  return fields.length === 0 ? null : new Set(fields)
}

async function updateRows(
  scope: Scope, planId: string, entity: Entity, edits: readonly { comparison: Different; fields: ReadonlySet<string> }[], phaseIds: ReadonlyMap<string, string>, touched: Touched[],
): Promise<void> {
  const changes = edits.map(({ comparison, fields }) => {
    const before: Record<string, FieldValue> = {}
    const after: Record<string, FieldValue> = {}
    const unread: Record<string, string> = {}
    for (const { field, theirs } of comparison.fields) {
      if (!fields.has(field)) continue
      const stored = field === PHASE_FIELD ? 'phaseId' : field
      before[stored] = comparison.existing.values[stored] ?? null
      after[stored] = field === PHASE_FIELD ? (phaseIds.get(String(theirs)) ?? null) : theirs
      const text = comparison.incoming.unread[field]
      if (text !== undefined) unread[field] = text
    }
    return { id: comparison.existing.id, before, after, unread }
  })
  const result = await updateRecords(scope, planId, entity, changes.map(({ id, after, unread }) => ({ id, version: 1, isOverwriting: true, values: after as never, unread })))
  for (const record of result.updated) {
    const change = changes.find(({ id }) => id === record.id)
    if (change !== undefined) touched.push({ entity, id: record.id, action: 'update', version: record.version, before: change.before, after: change.after })
  }
}

/** What the person set right once need not be set right again: only their own choices are kept. */
async function rememberMappings(scope: Scope, batch: ImportBatch): Promise<void> {
  for (const table of batch.reading.tables) {
    const { kind, columns } = batch.choices[table.sheet] ?? {}
    if (kind === undefined && columns === undefined) continue
    const mapping: SheetMapping = { ...(kind === undefined ? {} : { kind }), ...(columns === undefined ? {} : { columns }) }
    await remember(scope, table.headerFingerprint, mapping)
  }
}

function countsOf(touched: readonly Touched[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { entity } of touched) counts[entity] = (counts[entity] ?? 0) + 1
  return counts
}
