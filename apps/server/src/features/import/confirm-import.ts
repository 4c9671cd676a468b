import type { confirmImport as confirmRoute } from '@yingce/contracts/import/import'
import type { BodyOf } from '@yingce/contracts/route'
import type { SheetMapping } from '@yingce/domain/sheets/table-mapping'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../http/refusal.ts'
import { insertPlan } from '../../records/plan-row.ts'
import { type ImportBatch, lockImportBatch, markConfirmed, remember } from './import.store.ts'
import { mergeIntoPlan } from './merge-into-plan.ts'
import { createRows, ensurePhases, insertTouched, type Touched } from './write-import.ts'

type Body = BodyOf<typeof confirmRoute>

const MAX_NAME = 120

/**
 * Writes an import, all or nothing: into a new plan, or row by row as decided
 * into an existing one. What it did to each record is kept for taking it back.
 *
 * @returns how many records of each entity were created or changed
 * @throws Refusal `import_question_open`, `file_no_table`, `wrong_state`, `rule_violated`, `not_found` when the target is gone
 */
export async function confirmImport(
  scope: Scope,
  importId: string,
  body: Body,
  newId: () => string,
): Promise<Readonly<Record<string, number>>> {
  const batch = await lockImportBatch(scope, importId, 'draft')
  const { questions, tables } = batch.reading
  if (questions.length > 0)
    throw new Refusal('import_question_open', { params: { questions: questions.map(({ code }) => code) } })
  if (!tables.some((table) => table.isSelected)) throw new Refusal('file_no_table')
  scope.comeFrom('import', importId)
  const planId = batch.planId ?? newId()
  const name = (body.planName ?? batch.reading.planNameSuggestion ?? batch.fileName).slice(0, MAX_NAME)
  const touched =
    batch.planId === null
      ? await fillNewPlan(scope, batch, planId, name)
      : await mergeIntoPlan(
          scope,
          batch,
          planId,
          body.decisions ?? { otherwise: 'accept-without-conflict', rows: [] },
        )
  await insertTouched(scope, importId, planId, touched)
  await rememberMappings(scope, batch)
  const counts = countsOf(touched)
  await markConfirmed(
    scope,
    importId,
    planId,
    batch.planId === null,
    batch.planId === null ? name : (batch.planName ?? ''),
    counts,
  )
  return counts
}

async function fillNewPlan(
  scope: Scope,
  batch: ImportBatch,
  planId: string,
  name: string,
): Promise<Touched[]> {
  const { period, tables } = batch.reading
  await insertPlan(scope, {
    id: planId,
    origin: 'import',
    name,
    state: 'running',
    periodStart: period?.from ?? null,
    periodEnd: period?.to ?? null,
  })
  const touched: Touched[] = []
  const included = tables.filter((table) => table.isSelected)
  const rows = included.flatMap((table) => table.records.map((record) => ({ sheet: table.sheet, record })))
  const names = [...included.map((table) => table.phaseName), ...rows.map(({ record }) => record.phaseName)]
  const phaseIds = await ensurePhases(
    scope,
    planId,
    batch,
    new Set(names.filter((phase) => phase !== null)),
    touched,
  )
  await createRows(scope, planId, batch, rows, phaseIds, touched)
  return touched
}

/** What the person set right once need not be set right again: only their own choices are kept. They are about the first table of their sheet. */
async function rememberMappings(scope: Scope, batch: ImportBatch): Promise<void> {
  for (const table of batch.reading.tables) {
    const { kind, columns } = batch.choices[table.sheet] ?? {}
    if (table.position !== 0 || (kind === undefined && columns === undefined)) continue
    const mapping: SheetMapping = {
      ...(kind === undefined ? {} : { kind }),
      ...(columns === undefined ? {} : { columns }),
    }
    await remember(scope, table.headerFingerprint, mapping)
  }
}

function countsOf(touched: readonly Touched[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { entity } of touched) if (entity !== 'plan') counts[entity] = (counts[entity] ?? 0) + 1
  return counts
}
