import { isDeepStrictEqual } from 'node:util'
import type { updateImport } from '@yingce/contracts/import/import'
import type { BodyOf } from '@yingce/contracts/route'
import type { SheetMapping } from '@yingce/domain/sheets/table-mapping'
import type { ImportAnswers } from '@yingce/domain/sheets/workbook-reading'
import type { Scope } from '../../db/scope.ts'
import { requirePlan } from '../../records/read-records.ts'
import {
  type ImportBatch,
  lockImportBatch,
  readImportFile,
  readRemembered,
  type SheetChoice,
  updateDraft,
  updateTarget,
} from './import.store.ts'
import type { FileEncoding } from './read-file.ts'
import { readUpload } from './read-upload.ts'

type Body = BodyOf<typeof updateImport>
type Remembered = Readonly<Record<string, SheetMapping>>

/** Lays the person's changes over the draft and, but for another target, reads the file again under them. */
export async function changeDraft(
  id: string,
  body: Body,
  inWorkspace: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>,
  signal: AbortSignal,
): Promise<void> {
  let isDone = false
  // The file is read without a lock; when somebody changed the draft meanwhile, it is read again with both changes.
  while (!isDone) {
    const start = await inWorkspace((scope) => beginChange(scope, id, body))
    if (start === null) return
    const draft = changed(start.batch, body, start.remembered)
    const encoding =
      body.encoding === undefined ? (start.batch.encoding as FileEncoding | null) : body.encoding
    const read = await readUpload(
      {
        ...start.file,
        encoding,
        choices: draft.choices,
        answers: draft.answers,
        remembered: start.remembered,
      },
      signal,
    )
    isDone = await inWorkspace(async (scope) => {
      const now = await lockImportBatch(scope, id, 'draft')
      if (
        !isDeepStrictEqual(
          [now.choices, now.answers, now.planId, now.encoding],
          [start.batch.choices, start.batch.answers, start.batch.planId, start.batch.encoding],
        )
      )
        return false
      await updateDraft(scope, id, draft, read)
      return true
    })
  }
}

/** @returns what the file has to be read with, or null when the change needs no reading and is done */
async function beginChange(scope: Scope, id: string, body: Body) {
  const batch = await lockImportBatch(scope, id, 'draft')
  if (typeof body.planId === 'string') await requirePlan(scope, body.planId)
  if (body.answers === undefined && body.encoding === undefined && body.tables === undefined) {
    if (body.planId !== undefined) await updateTarget(scope, id, body.planId)
    return null
  }
  return { batch, file: await readImportFile(scope, id), remembered: await readRemembered(scope) }
}

function changed(
  batch: ImportBatch,
  body: Body,
  remembered: Remembered,
): Pick<ImportBatch, 'choices' | 'answers' | 'planId'> {
  const choices: Record<string, SheetChoice> = isOtherText(batch, body)
    ? Object.fromEntries(
        // Header rows and columns were chosen of a text that reads differently now.
        Object.entries(batch.choices).map(([sheet, { headerRow: _row, columns: _columns, ...rest }]) => [
          sheet,
          rest,
        ]),
      )
    : { ...batch.choices }
  for (const { sheet, columns, ...said } of body.tables ?? []) {
    const isAnew = said.kind !== undefined || said.headerRow !== undefined
    const { columns: known, ...before }: SheetChoice = {
      ...(columns === undefined ? {} : mappingOf(batch, sheet, remembered)),
      ...choices[sheet],
    }
    const given = Object.fromEntries((columns ?? []).map(({ index, field }) => [index, field]))
    // Another header row or kind makes earlier column choices meaningless.
    const merged = { ...(isAnew ? {} : known), ...given }
    choices[sheet] = {
      ...before,
      ...defined(said),
      ...(Object.keys(merged).length === 0 ? {} : { columns: merged }),
    }
  }
  return {
    choices,
    answers: { ...batch.answers, ...answered(body.answers) },
    planId: body.planId === undefined ? batch.planId : body.planId,
  }
}

function isOtherText({ encoding }: ImportBatch, body: Body): boolean {
  return encoding !== null && body.encoding !== undefined && body.encoding !== encoding
}

/** Where a change to a remembered sheet goes on from. */
function mappingOf(
  { reading, remembered: sheets }: ImportBatch,
  sheet: string,
  remembered: Remembered,
): SheetMapping {
  const table = reading.tables.find((candidate) => candidate.sheet === sheet)
  return table === undefined || !sheets.includes(sheet) ? {} : (remembered[table.headerFingerprint] ?? {})
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}

function answered(answers: Body['answers']): ImportAnswers {
  return Object.fromEntries(
    Object.entries(answers ?? {}).filter(([, value]) => value !== null && value !== undefined),
  )
}
