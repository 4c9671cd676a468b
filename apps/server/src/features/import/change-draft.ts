import type { updateImport } from '@yingce/contracts/import/import'
import type { BodyOf } from '@yingce/contracts/route'
import type { ImportAnswers } from '@yingce/domain/sheets/workbook-reading'
import type { Scope } from '../../db/scope.ts'
import { requirePlan } from '../../records/read-records.ts'
import { type ImportBatch, lockImportBatch, readImportFile, readRemembered, type SheetChoice, updateDraft } from './import.store.ts'
import type { FileEncoding } from './read-file.ts'
import { readUpload } from './read-upload.ts'

type Body = BodyOf<typeof updateImport>

/** Lays the person's changes over the draft and reads the file again under them. */
export async function changeDraft(id: string, body: Body, inWorkspace: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>): Promise<void> {
  const start = await inWorkspace(async (scope) => {
    const batch = await lockImportBatch(scope, id, 'draft')
    if (typeof body.planId === 'string') await requirePlan(scope, body.planId)
    return { batch, file: await readImportFile(scope, id), remembered: await readRemembered(scope) }
  })
  const draft = changed(start.batch, body)
  const encoding = body.encoding === undefined ? (start.batch.encoding as FileEncoding | null) : body.encoding
  const read = await readUpload({ ...start.file, encoding, choices: draft.choices, answers: draft.answers, remembered: start.remembered })
  await inWorkspace(async (scope) => {
    await lockImportBatch(scope, id, 'draft')
    await updateDraft(scope, id, draft, read)
  })
}

function changed(batch: ImportBatch, body: Body): Pick<ImportBatch, 'choices' | 'answers' | 'planId'> {
  const choices: Record<string, SheetChoice> = { ...batch.choices }
  for (const { sheet, isIncluded, kind, headerRow, columns } of body.tables ?? []) {
    const before = choices[sheet] ?? {}
    // Another header row or kind makes earlier column choices meaningless.
    const isAnew = headerRow !== undefined || kind !== undefined
    const known = isAnew ? {} : { ...before.columns }
    const given = Object.fromEntries((columns ?? []).map(({ index, field }) => [index, field]))
    const merged = { ...known, ...given }
    choices[sheet] = {
      ...(before.isIncluded === undefined ? {} : { isIncluded: before.isIncluded }), ...(before.kind === undefined ? {} : { kind: before.kind }), ...(before.headerRow === undefined ? {} : { headerRow: before.headerRow }),
      ...(isIncluded === undefined ? {} : { isIncluded }), ...(kind === undefined ? {} : { kind }), ...(headerRow === undefined ? {} : { headerRow }),
      ...(Object.keys(merged).length === 0 ? {} : { columns: merged }),
    }
  }
  return { choices, answers: { ...batch.answers, ...withoutNull(body.answers) }, planId: body.planId === undefined ? batch.planId : body.planId }
}

function withoutNull(answers: Body['answers']): ImportAnswers {
  return Object.fromEntries(Object.entries(answers ?? {}).filter(([, value]) => value !== null && value !== undefined))
}
