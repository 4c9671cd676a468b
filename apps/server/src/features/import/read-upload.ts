import { recognizeWorkbook } from '@yingce/domain/sheets/recognize-workbook'
import type { SheetMapping } from '@yingce/domain/sheets/table-mapping'
import type { ImportTable } from '@yingce/domain/sheets/import-table'
import type { ImportAnswers, WorkbookReading } from '@yingce/domain/sheets/workbook-reading'
import type { Reading, SheetChoice, StoredReading } from './import.store.ts'
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
  const mapping = Object.fromEntries(
    Object.entries(input.choices).filter(
      ([, choice]) =>
        choice.kind !== undefined || choice.headerRow !== undefined || choice.columns !== undefined,
    ),
  )
  const included = Object.fromEntries(
    Object.entries(input.choices).flatMap(([sheet, { isIncluded }]) =>
      isIncluded === undefined ? [] : [[sheet, isIncluded]],
    ),
  )
  const reading = recognizeWorkbook(workbook, {
    fileName: input.fileName,
    answers: input.answers,
    mapping,
    remembered: input.remembered,
    included,
  })
  const remembered = reading.tables
    .filter(
      (table) =>
        input.remembered[table.headerFingerprint] !== undefined && mapping[table.sheet] === undefined,
    )
    .map((table) => table.sheet)
  return {
    reading: toKeep(reading),
    notices: workbook.notices,
    remembered,
    format: workbook.format,
    encoding: workbook.encoding,
  }
}

/** The reading without what nobody asks for again: at 10,000 rows that is more than half of it. */
function toKeep(reading: WorkbookReading): StoredReading['reading'] {
  return {
    ...reading,
    questions: reading.questions.map((question) => ({
      ...question,
      text: cellTextAt(reading.tables, question.sheet, question.cell),
    })),
    // Each table's problems stand in the list of all problems too.
    tables: reading.tables.map((table) => ({
      ...table,
      problems: [],
      records: table.records.map((record) => ({ ...record, cells: {} })),
    })),
  }
}

/** What stands in a cell that waits for an answer: it was kept as text. */
function cellTextAt(tables: readonly ImportTable[], sheet: string, cell: string): string {
  for (const table of tables) {
    if (table.sheet !== sheet) continue
    for (const { cells, unread } of table.records) {
      const field = Object.keys(unread).find((name) => cells[name] === cell)
      if (field !== undefined) return unread[field] ?? ''
    }
  }
  return ''
}
