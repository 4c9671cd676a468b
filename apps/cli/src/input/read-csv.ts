import { OfficeFileError } from '@yingce/office/office-file-error'
import { placeOfCell, type CellPlace } from '@yingce/office/read/place-of-cell'
import { readDelimited } from '@yingce/office/read/read-delimited'
import { DEFAULT_READ_LIMITS } from '@yingce/office/read/read-limits'
import { officeRefusal } from '../inspect/read-file.ts'
import type { Language } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { readText } from './read-text.ts'

/** A csv file whose first filled row is its header. */
export interface CsvTable {
  readonly path: string
  readonly header: readonly string[]
  /** Number of the header among the file's rows, from 0. */
  readonly headerRow: number
  /** The filled rows below; cells trimmed, "" where there is none. */
  readonly rows: readonly CsvRow[]
  /** Line and column of a cell; row and cell count from 0. */
  readonly placeOf: (row: number, cell: number) => CellPlace
}

export interface CsvRow {
  /** Number among the file's rows, empty ones and the header included, from 0. */
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * A csv or tsv file in whatever encoding and with whatever delimiter it has.
 *
 * @throws Refusal when it cannot be read, is empty, or a quote is never closed
 */
export async function readCsv(path: string, language: Language): Promise<CsvTable> {
  const text = await readText(path, language)
  try {
    const { sheet, delimiter, notices } = readDelimited(text, path, DEFAULT_READ_LIMITS)
    const placeOf = (row: number, cell: number) => placeOfCell(text, delimiter, row, cell)
    const unpaired = notices.find((notice) => notice.code === 'unpaired_quotes')
    if (unpaired !== undefined && 'row' in unpaired)
      throw new Refusal(
        'unpaired_quotes',
        language === 'zh' ? '引号没有成对' : 'a quote is opened and not closed',
        { file: path, ...placeOf(unpaired.row - 1, 0) },
      )
    const filled = sheet.rows.flatMap((cells, row): CsvRow[] =>
      cells.length === 0 ? [] : [{ row, cells: cells.map((cell) => String(cell ?? '').trim()) }],
    )
    const [head, ...rows] = filled
    if (head === undefined) throw new OfficeFileError('no_table', 'no filled cell')
    return { path, header: head.cells, headerRow: head.row, rows, placeOf }
  } catch (error) {
    if (error instanceof OfficeFileError) throw officeRefusal(error, path, language)
    throw error
  }
}
