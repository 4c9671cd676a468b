import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import type { SheetMapping } from '@yingce/domain/sheets/table-mapping'
import type { ImportAnswers } from '@yingce/domain/sheets/workbook-reading'
import type { Reading, SheetChoice } from './import.store.ts'
import { type FileEncoding, readFile } from './read-file.ts'

interface ReadingInput {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly encoding: FileEncoding | null
  readonly choices: Readonly<Record<string, SheetChoice>>
  readonly answers: ImportAnswers
  readonly remembered: Readonly<Record<string, SheetMapping>>
}

/** Reads the file and understands it, under what the person chose and what is remembered of earlier imports. */
export async function readUpload(input: ReadingInput, signal?: AbortSignal): Promise<Reading> {
  const workbook = await readFile(input.bytes, input.fileName, input.encoding, signal)
  const mapping = Object.fromEntries(Object.entries(input.choices).filter(([, choice]) => choice.kind !== undefined || choice.headerRow !== undefined || choice.columns !== undefined))
  const reading = recognizeWorkbook(workbook, { fileName: input.fileName, answers: input.answers, mapping, remembered: input.remembered })
  const remembered = reading.tables.filter((table) => input.remembered[table.headerFingerprint] !== undefined && mapping[table.sheet] === undefined).map((table) => table.sheet)
  return { reading, remembered, format: workbook.format, encoding: workbook.encoding }
}
